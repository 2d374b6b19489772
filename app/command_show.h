#pragma once

#include "app/exit_code.h"
#include "app/options.h"
#include "app/wall_setting.h"

namespace sightline {

/// `sightline show`: the wall.
ExitCode runShow(const ShowOptions& options, const WallSetting& setting);

} // namespace sightline
