#pragma once

#include <array>
#include <optional>

#include "data/model.h"

namespace sightline {

/// After how many months (1 to 240) evidence on a line is stale where a wall is set to something of its own, by Line,
/// management first. Nothing: what the snapshot says.
using StaleSetting = std::array<std::optional<int>, 3>;

/// Lets a checklist count with the setting. What the snapshot itself says stays known, in
/// AssuranceLine::staleInSnapshot.
void applyStaleSetting(Checklist& checklist, const StaleSetting& setting);

} // namespace sightline
