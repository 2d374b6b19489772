#pragma once

#include <optional>

#include "data/model.h"

namespace sightline {

/// The day a snapshot is looked at from: as asked, else a sample's own position date, else today. `snapshot` may be
/// nullptr. `today`: where the system's clock is not to be relied on.
Day dayFor(const std::optional<Day>& asked, const Snapshot* snapshot, Day today = sightline::today());

} // namespace sightline
