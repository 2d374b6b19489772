#include "data/import/import_apart.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <new>
#include <string>

#include <unistd.h>

#include "data/file.h"
#include "data/import/imported_bytes.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr int kNoMemory = 71; // EX_OSERR of sysexits.h

// In the child: which of the paths it is at goes to standard error, what it read to standard output.
int readAll(const std::vector<fs::path>& paths) {
    try {
        const auto imported = importSources(paths, [&paths](const fs::path& path) {
            std::fprintf(stderr, "%td\n", std::ranges::find(paths, path) - paths.begin());
        });
        OpenFile output(STDOUT_FILENO);
        return writeAll(output, bytesOf(imported), "") ? 0 : 1;
    } catch (const std::bad_alloc&) {
        return kNoMemory;
    }
}

// The document it was at when it ended: its last whole line.
std::string placeIn(const std::vector<fs::path>& paths, std::string_view errors) {
    size_t at = 0;
    if (!errors.empty() && errors.back() == '\n') {
        errors.remove_suffix(1);
        errors.remove_prefix(std::min(errors.size(), errors.rfind('\n') + 1));
        std::from_chars(errors.data(), errors.data() + errors.size(), at);
    }
    return paths[std::min(at, paths.size() - 1)].string();
}

tl::unexpected<Failure> failed(const Ended& ended, const std::string& place) {
    switch (ended.how) {
    case Ending::Interrupted: return fail(FailureKind::CannotWrite, "", "It was stopped; nothing was written.");
    case Ending::TimedOut: return fail(FailureKind::TooLarge, place, "Reading the file takes too long.");
    case Ending::TooMuchOutput: return fail(FailureKind::TooLarge, place, "The file says more than a checklist holds.");
    case Ending::NotStarted:
        return fail(FailureKind::Internal, place,
                    "The system did not start the process that reads documents; try again when less is running.");
    case Ending::Finished: break;
    }
    if (ended.code == kNoMemory)
        return fail(FailureKind::TooLarge, place, "Reading the file needs more memory than is allowed.");
    return fail(FailureKind::Damaged, place,
                "Reading the file ended in a crash: it is damaged in an unusual way, or made to do harm.");
}

} // namespace

Result<Imported> importApart(const std::vector<fs::path>& paths, Interruption interruption,
                             const ProcessLimits& limits) {
    if (paths.empty()) return importSources(paths);
    const LimitedJob job{
        {}, [&paths] { return readAll(paths); }, {}, limits, interruption, {.readable = paths}, CallFilter::Reader};
    const Ended ended = runLimited(job);
    if (ended.fine())
        if (auto imported = importedFrom(ended.output)) return std::move(*imported);
    return failed(ended, placeIn(paths, ended.errors));
}

} // namespace sightline
