#include "data/export/pack.h"

#include "data/date.h"

namespace sightline {

Pack makePack(const Snapshot& snapshot, Day asOf, const Snapshot* since) {
    Pack pack{&snapshot, asOf, summarise(snapshot.checklist, asOf), std::nullopt};
    if (since != nullptr)
        pack.changes = compareChecklists(since->checklist, comparisonDay(*since, asOf), snapshot.checklist, asOf);
    return pack;
}

std::string snapshotIdentity(const Snapshot& snapshot) {
    if (snapshot.sample) return "Sample of the program, not a council's own snapshot";
    constexpr size_t kShown = 16; // of the digest: enough to tell two snapshots apart by eye
    const auto made = parseIsoDate(snapshot.meta.created.substr(0, 10));
    return "Snapshot " + std::to_string(snapshot.meta.sequence) + ", made " + (made ? longDate(*made) : "?") + ", " +
           snapshot.digest.substr(0, kShown);
}

} // namespace sightline
