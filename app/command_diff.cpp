#include "app/command_diff.h"

#include <cstdio>
#include <memory>
#include <sys/ioctl.h>
#include <unistd.h>

#include "app/day_for.h"
#include "app/open_source.h"
#include "app/report_failure.h"
#include "data/export/changes_json.h"
#include "data/export/changes_text.h"
#include "data/rules.h"
#include "data/sample.h"

namespace sightline {

namespace {

using Snapshots = std::vector<std::shared_ptr<const Snapshot>>;

/// The terminal's width in characters; 80 where the output goes elsewhere.
std::size_t terminalWidth() {
    winsize size{};
    const bool known = isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return known ? size.ws_col : 80;
}

Result<Snapshots> openSample(const std::string& name) {
    auto before = earlierSample(name);
    if (!before) return fail(FailureKind::Missing, name, "This sample has no earlier self to compare it with.");
    auto now = sampleSnapshot(name);
    if (!now) return tl::unexpected(now.error());
    return Snapshots{std::make_shared<const Snapshot>(std::move(*before)),
                     std::make_shared<const Snapshot>(std::move(*now))};
}

Result<Snapshots> openAll(const DiffOptions& options) {
    if (!options.sample.empty()) return openSample(options.sample);
    Snapshots snapshots;
    for (const std::string& path : options.snapshots) {
        auto opened = openSource({.snapshot = path, .sample = {}});
        if (!opened) return tl::unexpected(opened.error());
        snapshots.push_back(std::move(*opened));
    }
    return snapshots;
}

/// The last is looked at from `asOf`, the others from their own days.
std::vector<DatedChecklist> seriesOf(const Snapshots& snapshots, Day asOf) {
    std::vector<DatedChecklist> series;
    for (const auto& snapshot : snapshots)
        series.push_back({&snapshot->checklist, snapshot == snapshots.back() ? asOf : comparisonDay(*snapshot, asOf)});
    return series;
}

void note(const std::string& sentence) { std::fprintf(stderr, "sightline: Note: %s\n", sentence.c_str()); }

/// What makes a comparison odd without making it impossible. On standard error, so that JSON stays JSON.
void noteOddities(const Snapshots& snapshots, const std::vector<std::string>& paths) {
    for (std::size_t i = 1; i < paths.size(); ++i) {
        const Snapshot& before = *snapshots[i - 1];
        const Snapshot& after = *snapshots[i];
        const std::string both = paths[i - 1] + " and " + paths[i];
        if (before.checklist.authority != after.checklist.authority)
            note(both + " are of two councils: " + before.checklist.authority + " and " + after.checklist.authority +
                 ".");
        if (before.digest == after.digest) note(both + " are the same snapshot.");
        const auto from = positionDay(before.checklist);
        const auto to = positionDay(after.checklist);
        if (from && to && daysBetween(*from, *to) < 0)
            note(both + " are not in order: the oldest comes first, and the first of the two speaks of a later date.");
    }
}

} // namespace

ExitCode runDiff(const DiffOptions& options) {
    const auto snapshots = openAll(options);
    if (!snapshots) return reportFailure(snapshots.error());
    const Snapshot& last = *snapshots->back();
    const Changes changes = compareHistory(seriesOf(*snapshots, dayFor(options.asOf, &last)));
    noteOddities(*snapshots, options.snapshots);
    if (options.json) {
        std::printf("%s\n", changesJson(changes).c_str());
        return kFine;
    }
    std::printf("%s: what changed. Overdue and stale as of %s, compared with %s.\n", last.checklist.authority.c_str(),
                isoDate(changes.asOfAfter).c_str(), isoDate(changes.asOfBefore).c_str());
    std::fputs(changesText(changes, terminalWidth()).c_str(), stdout);
    return kFine;
}

} // namespace sightline
