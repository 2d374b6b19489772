#pragma once

#include <optional>

#include "data/model.h"

namespace sightline {

/// The day a snapshot is looked at from: as asked, else a sample's own position date, else today. `snapshot` may be
/// nullptr.
Day dayFor(const std::optional<Day>& asked, const Snapshot* snapshot);

} // namespace sightline
