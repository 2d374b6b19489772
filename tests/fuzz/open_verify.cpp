// A snapshot file of any bytes: what the wall does with its source. Mutants get a header and a seal that are in order,
// as else nothing behind them would ever be reached; one in sixteen is left as it is.
#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

#include "data/file.h"
#include "data/header.h"
#include "data/schema.h"
#include "data/summary.h"
#include "data/verify.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/support/snapshot_files.h"

namespace sightline::fuzz {
namespace {

void put(std::string& bytes, std::size_t at, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(number >> (24 - 8 * i) & 0xffU);
}

/// Whole pages, their number and the counters in the header, and the seal.
std::string inOrder(std::string bytes, const std::string& header) {
    const std::size_t pages = std::max<std::size_t>(1, (bytes.size() + kPageBytes - 1) / kPageBytes);
    bytes.resize(pages * kPageBytes, '\0');
    bytes.replace(0, kHeaderBytes, header);
    put(bytes, 28, static_cast<std::uint32_t>(pages));
    Blake2b<64> hash;
    hash.add(bytes);
    return bytes + makeSeal(hash.finish());
}

std::string withoutSeal(std::string bytes) {
    if (bytes.size() > kSealBytes && looksLikeSeal(std::string_view(bytes).substr(bytes.size() - kSealBytes)))
        bytes.resize(bytes.size() - kSealBytes);
    return bytes;
}

constexpr std::size_t kCopiedOneIn = 31;

// A file that is there already is written over and cut, which is quicker than making it anew.
void writeInput(const std::filesystem::path& path, std::string_view input) {
    const OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    require(file.isOpen() && writeAll(file, input, path.string()).has_value() &&
                ::ftruncate(file.get(), static_cast<off_t>(input.size())) == 0,
            "the input can be written");
}

std::string goodHeader() {
    static const std::string header = seeds().front().substr(0, kHeaderBytes);
    return header;
}

} // namespace

void takeInput(std::string_view input) {
    static const SnapshotFiles files;
    static const std::filesystem::path file = files.path("input.db");
    writeInput(file, input);
    // Copying into the state folder is the same whatever the bytes are, and takes longer than all the rest; a few of
    // the inputs go that way too.
    const bool copied = input.size() % kCopiedOneIn == 0;
    auto taken = copied ? takeSnapshot(file, files.state()) : openVerified(file);
    if (!taken) {
        require(!taken.error().sentence.empty(), "what is refused has a sentence");
        require(taken.error().place.starts_with(file.string()), "a refusal names the file");
        return;
    }
    const Checklist& checklist = taken->snapshot.checklist;
    const Summary summary = summarise(checklist, day(2026, 6, 14));
    require(summary.evidenceItems == static_cast<int>(checklist.evidence.size()), "every item is counted");
    require(taken->snapshot.digest.size() == 128, "what is taken has a digest");
    if (copied) discard(*taken);
}

std::vector<std::string> seeds() {
    SnapshotFiles files;
    std::vector<std::string> out{readBytes(files.published("whole.db"))};
    out.push_back(readBytes(files.sealed("UPDATE evidence SET name = 'Plan'")));
    return out;
}

std::string mutant(const std::string& input, std::size_t most, unsigned seed, const ChangeBytes& anyhow) {
    if (seed % 16 == 0) return anyhow(input, most);
    std::string bytes = withoutSeal(input);
    const std::size_t room = most < kSealBytes + kPageBytes ? 0 : (most - kSealBytes) / kPageBytes * kPageBytes;
    // Mostly within a page, as SQLite's structures are; sometimes all of it at once.
    const std::size_t pages = bytes.size() / kPageBytes;
    if (pages > 0 && seed % 4 != 1) {
        const std::size_t at = seed / 16 % pages * kPageBytes;
        std::string page = anyhow(bytes.substr(at, kPageBytes), kPageBytes);
        page.resize(kPageBytes, '\0');
        bytes.replace(at, kPageBytes, page);
    } else {
        bytes = anyhow(bytes, room);
    }
    if (bytes.size() > room) bytes.resize(room);
    return inOrder(std::move(bytes), goodHeader());
}

} // namespace sightline::fuzz
