#pragma once

#include <filesystem>
#include <memory>

#include "data/stale_setting.h"
#include "data/verify.h"
#include "render/view.h"

namespace sightline {

/// What changed in `current` since the meeting marked last, else since the snapshot shown before it. Reads (and
/// verifies) what the state folder keeps. `stale`: what `current` counts with. nullptr: there is nothing to compare
/// with.
std::shared_ptr<const Comparison> compareWithEarlier(const std::filesystem::path& stateFolder, const Snapshot& current,
                                                     Day asOf, const StaleSetting& stale = {},
                                                     const Progress& goesOn = {});

/// The same comparison of other changes: a copy for the room.
std::shared_ptr<const Comparison> comparisonOf(const Comparison& title, Changes changes);

/// What changed in `current` since `earlier`, which is not told by its place in a history.
std::shared_ptr<const Comparison> compareWith(const Snapshot& earlier, const Snapshot& current, Day asOf);

} // namespace sightline
