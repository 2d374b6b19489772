#include "app/comparison.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "app/meeting_marks.h"
#include "data/change_words.h"
#include "data/history.h"

namespace sightline {

namespace {

/// The kept snapshots that can still be verified, oldest first; the current one is among them, if it was kept.
std::vector<Snapshot> earlierSnapshots(const std::filesystem::path& stateFolder, const StaleSetting& stale,
                                       const Progress& goesOn) {
    struct Earlier {
        std::chrono::sys_seconds kept;
        Snapshot snapshot;
    };
    const std::vector<KeptSnapshot> all = keptSnapshots(stateFolder);
    std::vector<Earlier> found;
    found.reserve(all.size());
    for (const KeptSnapshot& kept : all)
        if (auto verified = openVerified(kept.file, {.goesOn = goesOn}))
            found.push_back({kept.kept, std::move(verified->snapshot)});
    // Two may have come in the same second; their numbers tell which was first.
    std::ranges::stable_sort(found, {},
                             [](const Earlier& one) { return std::pair(one.kept, one.snapshot.meta.sequence); });
    std::vector<Snapshot> snapshots;
    snapshots.reserve(found.size());
    for (Earlier& one : found) {
        applyStaleSetting(one.snapshot.checklist, stale);
        snapshots.push_back(std::move(one.snapshot));
    }
    return snapshots;
}

struct Base {
    std::size_t at = 0;              ///< which of the earlier snapshots
    std::optional<MeetingMark> mark; ///< that chose it
};

std::optional<Base> baseOf(const std::vector<Snapshot>& earlier, const std::vector<MeetingMark>& marks,
                           const Snapshot& current) {
    for (std::size_t i = marks.size(); i-- > 0;) {
        const auto found = std::ranges::find(earlier, marks[i].digest, &Snapshot::digest);
        if (found != earlier.end()) return Base{static_cast<std::size_t>(found - earlier.begin()), marks[i]};
    }
    for (std::size_t i = earlier.size(); i-- > 0;)
        if (earlier[i].digest != current.digest) return Base{i, std::nullopt};
    return std::nullopt;
}

std::shared_ptr<const Comparison> inWords(Changes changes, std::string title) {
    auto comparison = std::make_shared<Comparison>();
    comparison->title = std::move(title);
    comparison->period = changePeriod(changes);
    comparison->headline = changeHeadline(changes);
    comparison->crosswalk = crosswalkSentence(changes);
    comparison->sections = changeSections(changes);
    comparison->changes = std::move(changes);
    return comparison;
}

Day dayOf(std::chrono::sys_seconds moment) { return Day{std::chrono::floor<std::chrono::days>(moment)}; }

} // namespace

std::shared_ptr<const Comparison> compareWithEarlier(const std::filesystem::path& stateFolder, const Snapshot& current,
                                                     Day asOf, const StaleSetting& stale, const Progress& goesOn) {
    const std::vector<Snapshot> earlier = earlierSnapshots(stateFolder, stale, goesOn);
    const auto base = baseOf(earlier, meetingMarks(stateFolder), current);
    if (!base) return nullptr;
    std::vector<DatedChecklist> series;
    for (std::size_t i = base->at; i < earlier.size(); ++i)
        if (i == base->at || earlier[i].digest != current.digest)
            series.push_back({&earlier[i].checklist, comparisonDay(earlier[i], asOf)});
    if (base->mark)
        series.front().asOf = std::min(std::chrono::sys_days(asOf), std::chrono::sys_days(dayOf(base->mark->met)));
    series.push_back({&current.checklist, asOf});

    return inWords(compareHistory(series), base->mark ? "Since we last met" : "Since the snapshot before");
}

std::shared_ptr<const Comparison> comparisonOf(const Comparison& title, Changes changes) {
    return inWords(std::move(changes), title.title);
}

std::shared_ptr<const Comparison> compareWith(const Snapshot& earlier, const Snapshot& current, Day asOf) {
    return inWords(compareChecklists(earlier.checklist, comparisonDay(earlier, asOf), current.checklist, asOf),
                   "What changed");
}

} // namespace sightline
