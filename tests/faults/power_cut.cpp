#include "tests/faults/power_cut.h"

#include <algorithm>

namespace sightline::faults {

namespace {

using What = DiskCall::What;
using Bytes = PowerCut::Bytes;

constexpr std::size_t kBlock = 4096; // of a file system
constexpr std::size_t kSector = 512; // what a disk writes at once

bool isName(const DiskCall& call) {
    return call.what == What::Make || call.what == What::Link || call.what == What::Remove || call.what == What::Rename;
}

void applyName(const DiskCall& call, std::map<std::string, int>& names) {
    if (call.what == What::Remove) {
        names.erase(call.name);
        return;
    }
    if (call.what == What::Rename) names.erase(call.oldName);
    names[call.name] = call.node;
}

void applyBytes(const DiskCall& call, std::string& bytes) {
    if (call.what == What::Cut) {
        bytes.resize(call.from, '\0');
    } else if (call.what == What::Write) {
        bytes.resize(std::max<std::size_t>(bytes.size(), call.from + call.bytes.size()), '\0');
        bytes.replace(call.from, call.bytes.size(), call.bytes);
    }
}

/// The bytes of one file while some of them are not synced.
class Unsynced {
public:
    Unsynced(const std::string& durable, const std::string& written, std::mt19937_64& chance)
        : old(durable), now(written), random(chance) {}

    std::string found(Bytes fate) {
        const std::size_t blocks = (now.size() + kBlock - 1) / kBlock;
        const std::size_t one = blocks == 0 ? 0 : below(blocks);
        switch (fate) {
        case Bytes::Kept: return now;
        case Bytes::Lost: return old;
        case Bytes::Empty: return lost(0, now.size(), now, '\0');
        case Bytes::Foreign: return lost(0, now.size(), now, kForeign);
        case Bytes::Short: return now.substr(0, one * kBlock + below(kBlock / kSector) * kSector);
        case Bytes::Hole: return lost(one * kBlock, kBlock, now, '\0');
        case Bytes::Torn: return lost(one * kBlock + below(kBlock / kSector) * kSector, kBlock, now, kForeign);
        case Bytes::Mixed: break;
        }
        std::string bytes = now;
        for (std::size_t at = 0; at < bytes.size(); at += kSector) {
            // Most blocks go as a whole; some are torn.
            const bool goes = at % kBlock == 0 || below(16) == 0 ? below(2) == 0 : last;
            last = goes;
            if (goes) bytes = lost(at, kSector, bytes, below(2) == 0 ? '\0' : kForeign);
        }
        if (below(4) == 0) bytes.resize(std::min(bytes.size(), below(blocks + 1) * kBlock));
        return bytes;
    }

private:
    static constexpr char kForeign = 'Z'; // what somebody else's file had there

    std::size_t below(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most - 1)(random); }

    /// `bytes` with what stood in a range before it was written, or else `fill`.
    [[nodiscard]] std::string lost(std::size_t from, std::size_t length, std::string bytes, char fill) const {
        for (std::size_t at = from; at < std::min(from + length, bytes.size()); ++at)
            bytes[at] = at < old.size() ? old[at] : fill;
        return bytes;
    }

    const std::string& old;
    const std::string& now;
    std::mt19937_64& random;
    bool last = false;
};

} // namespace

PowerCut::PowerCut(Disk before, std::vector<DiskCall> calls, Syncs syncs)
    : before_(std::move(before)), calls_(std::move(calls)), syncs_(syncs) {
    for (const Disk::Node& node : before_.nodes) isFolder_.push_back(node.isFolder);
    for (const DiskCall& call : calls_)
        if (call.what == What::Make) isFolder_.push_back(call.isFolder);
}

bool PowerCut::counts(const DiskCall& sync) const {
    const bool folder = isFolder_[static_cast<std::size_t>(sync.node)];
    return syncs_ == Syncs::All || syncs_ == (folder ? Syncs::OfFoldersOnly : Syncs::OfFilesOnly);
}

std::size_t PowerCut::unsyncedNames(std::size_t made) const {
    std::map<int, std::size_t> pending;
    for (std::size_t i = 0; i < made; ++i) {
        if (isName(calls_[i])) ++pending[calls_[i].folder];
        if (calls_[i].what == What::Sync && counts(calls_[i])) pending.erase(calls_[i].node);
    }
    std::size_t all = 0;
    for (const auto& [folder, count] : pending) all += count;
    return all;
}

Disk PowerCut::after(std::size_t made, const Names& names, const std::function<Bytes()>& bytes,
                     std::mt19937_64& random) const {
    Disk disk = before_; // what is durable
    for (std::size_t i = before_.nodes.size(); i < isFolder_.size(); ++i) disk.nodes.push_back({isFolder_[i], {}, {}});
    std::map<int, std::string> written;                  // files as the program saw them, where that is not durable
    std::map<int, std::vector<const DiskCall*>> pending; // names, by folder
    const auto node = [&disk](int number) -> Disk::Node& { return disk.nodes[static_cast<std::size_t>(number)]; };
    for (std::size_t i = 0; i < made; ++i) {
        const DiskCall& call = calls_[i];
        if (isName(call)) {
            pending[call.folder].push_back(&call);
        } else if (call.what != What::Sync) {
            applyBytes(call, written.try_emplace(call.node, node(call.node).bytes).first->second);
        } else if (counts(call)) {
            if (const auto found = written.find(call.node); found != written.end()) {
                node(call.node).bytes = found->second;
                written.erase(found);
            }
            for (const DiskCall* name : pending[call.node]) applyName(*name, node(call.node).names);
            pending.erase(call.node);
        }
    }
    for (const auto& [file, now] : written) {
        const std::string durable = node(file).bytes;
        node(file).bytes = Unsynced(durable, now, random).found(bytes());
    }
    std::size_t which = 0;
    for (const auto& [folder, calls] : pending)
        for (const DiskCall* call : calls)
            if (names(which++)) applyName(*call, node(folder).names);
    return disk;
}

std::size_t PowerCut::each(std::size_t wanted, const Look& look) const {
    std::mt19937_64 random(5);
    std::unordered_set<std::string> seen;
    bool goesOn = true;
    const auto offer = [&](std::size_t made, const Names& names, const std::function<Bytes()>& bytes) {
        if (!goesOn) return;
        const Disk disk = after(made, names, bytes, random);
        // The same disk means something else once the program has said that it is done.
        if (seen.insert(disk.digest() + (made == calls_.size() ? "done" : "")).second) goesOn = look(disk, made);
    };
    // From the end, where most has been done that may be undone.
    for (std::size_t made = calls_.size() + 1; made-- > 0;) {
        std::vector<Names> rules{[](std::size_t) { return true; }, [](std::size_t) { return false; }};
        for (std::size_t one = 0; one < unsyncedNames(made); ++one) {
            rules.emplace_back([one](std::size_t which) { return which == one; });
            rules.emplace_back([one](std::size_t which) { return which != one; });
        }
        for (const Names& names : rules)
            for (const Bytes fate :
                 {Bytes::Kept, Bytes::Lost, Bytes::Empty, Bytes::Foreign, Bytes::Short, Bytes::Hole, Bytes::Torn})
                offer(made, names, [fate] { return fate; });
    }
    constexpr int kVain = 2000; // tries that brought nothing new
    std::uniform_int_distribution<std::size_t> moment(0, calls_.size());
    std::uniform_int_distribution<int> fate(0, static_cast<int>(Bytes::Mixed) + 4);
    const auto any = [&] { return std::min(static_cast<Bytes>(fate(random)), Bytes::Mixed); };
    for (int vain = 0; goesOn && seen.size() < wanted && vain < kVain; ++vain) {
        const std::size_t before = seen.size();
        offer(
            moment(random), [&random](std::size_t) { return random() % 2 == 0; }, any);
        if (seen.size() != before) vain = 0;
    }
    return seen.size();
}

} // namespace sightline::faults
