#pragma once

#include "app/wall_status.h"
#include "render/health_state.h"

namespace sightline {

/// How a wall is doing, in words: for its own health page and for `status`. `now`: the moment it is asked; local times.
HealthState healthStateOf(const WallStatus& status, const ProcessMemory& memory, Moment now);

} // namespace sightline
