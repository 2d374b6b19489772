#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline config check`: whether the wall would take the file.
ExitCode runConfigCheck(const ConfigCheckCommand& options);

/// `sightline config show`: every setting as it holds, its unit and where it comes from.
ExitCode runConfigShow(const ConfigShowCommand& options);

} // namespace sightline
