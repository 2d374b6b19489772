#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline status`: how the walls of this machine are doing, from what they write into their state folder.
ExitCode runStatus(const StatusOptions& options);

} // namespace sightline
