#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline show`: the wall.
ExitCode runShow(const ShowOptions& options);

} // namespace sightline
