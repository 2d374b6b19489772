// A snapshot file of any bytes: what the wall does with its source. An input is what a file holds but for the zeros
// that its pages are full of. Its first letter tells what is done with it: most get a header and a seal that are in
// order, as else nothing behind them would ever be reached.
#include <algorithm>

#include <fcntl.h>
#include <unistd.h>

#include "data/file.h"
#include "data/header.h"
#include "data/summary.h"
#include "data/verify.h"
#include "tests/fuzz/fuzz_target.h"
#include "tests/fuzz/packed_pages.h"
#include "tests/support/snapshot_files.h"

namespace sightline::fuzz {
namespace {

constexpr char kInOrder = 'o';   ///< pages; header and seal are put in order
constexpr char kAsTheyAre = 'a'; ///< pages, and nothing is done to them; what begins otherwise is a file as it is

void put(std::string& bytes, std::size_t at, std::uint32_t number) {
    for (std::size_t i = 0; i < 4; ++i) bytes[at + i] = static_cast<char>(number >> (24 - 8 * i) & 0xffU);
}

std::string goodFile() {
    static const std::string file = [] {
        SnapshotFiles files;
        return readBytes(files.published());
    }();
    return file;
}

/// The number of pages and the counters in the header, and a seal, which is not compared: that would always find it
/// right.
std::string inOrder(std::string bytes) {
    static const std::string header = goodFile().substr(0, kHeaderBytes);
    if (bytes.empty()) bytes.resize(kPageBytes, '\0');
    const std::size_t pages = bytes.size() / kPageBytes;
    bytes.replace(0, kHeaderBytes, header);
    put(bytes, 28, static_cast<std::uint32_t>(pages));
    return bytes + makeSeal({});
}

constexpr std::size_t kMostPages = 40;

std::string fileOf(std::string_view input) {
    const char kind = input.empty() ? '\0' : input.front();
    if (kind != kInOrder && kind != kAsTheyAre) return std::string(input);
    auto pages = fromInput(input.substr(1));
    if (pages.size() > kMostPages) pages.resize(kMostPages);
    std::string file = unpackPages(pages);
    return kind == kInOrder ? inOrder(std::move(file)) : file;
}

constexpr std::size_t kCopiedOneIn = 31;

// A file that is there already is written over and cut, which is quicker than making it anew.
void writeInput(const std::filesystem::path& path, std::string_view input) {
    const OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    require(file.isOpen() && writeAll(file, input, path.string()).has_value() &&
                ::ftruncate(file.get(), static_cast<off_t>(input.size())) == 0,
            "the input can be written");
}

} // namespace

void takeInput(std::string_view input) {
    static const SnapshotFiles files;
    static const std::filesystem::path file = files.path("input.db");
    writeInput(file, fileOf(input));
    VerifyOptions options;
    options.checkSeal = !input.starts_with(kInOrder);
    // Copying into the state folder and keeping the time are the same whatever the bytes are, and take longer than all
    // the rest; a few of the inputs go that way too. libFuzzer has a limit of its own.
    const bool copied = input.size() % kCopiedOneIn == 0;
    if (!copied) options.checkTime = {};
    auto taken = copied ? takeSnapshot(file, files.state(), options) : openVerified(file, options);
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
    const auto withoutSeal = [](std::string_view file) { return file.substr(0, file.size() - kSealBytes); };
    return {kInOrder + toInput(packPages(withoutSeal(goodFile()))), kAsTheyAre + toInput(packPages(goodFile())),
            kInOrder + toInput(packPages(withoutSeal(readBytes(files.sealed("UPDATE evidence SET name = 'Plan'")))))};
}

std::string mutant(const std::string& input, std::size_t most, unsigned seed, const ChangeBytes& anyhow) {
    if (seed % 16 == 0 || input.empty()) return anyhow(input, most);
    auto pages = fromInput(std::string_view(input).substr(1));
    if (pages.empty()) return anyhow(input, most);
    // Mostly within one end of a page, as SQLite's structures are; sometimes pages change places.
    auto& page = pages[seed / 16 % pages.size()];
    if (seed % 16 == 1) {
        std::swap(page, pages[seed / 256 % pages.size()]);
    } else {
        std::string& end = seed % 2 == 0 ? page.front : page.back;
        end = anyhow(end, kPageBytes);
    }
    std::string changed = (seed % 16 == 2 ? kAsTheyAre : kInOrder) + toInput(pages);
    if (changed.size() > most) changed.resize(most);
    return changed;
}

} // namespace sightline::fuzz
