#pragma once

#include <optional>
#include <string>

#include "data/changes.h"
#include "data/model.h"
#include "data/summary.h"

namespace sightline {

/// What the board pack and its accessible twin tell: one snapshot, looked at from one day, and what changed since an
/// earlier one. Both are made from this alone, so that they cannot differ.
struct Pack {
    const Snapshot* snapshot = nullptr; ///< never nullptr
    Day asOf{};
    Summary summary;
    std::optional<Changes> changes; ///< nothing: no earlier snapshot was named

    [[nodiscard]] const Checklist& checklist() const { return snapshot->checklist; }
};

/// `since`: the earlier snapshot; nullptr: none. `snapshot` must outlive the pack.
Pack makePack(const Snapshot& snapshot, Day asOf, const Snapshot* since);

/// What tells this snapshot from every other, for the foot of every page: "Snapshot 12, made 14 June 2026, 3f9a…";
/// says so where it is a sample.
std::string snapshotIdentity(const Snapshot& snapshot);

} // namespace sightline
