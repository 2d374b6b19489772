#pragma once

#include "app/exit_code.h"
#include "data/failure.h"

namespace sightline {

/// Says on standard error what went wrong, in one line, and gives the exit code back.
ExitCode reportFailure(const Failure& failure, ExitCode code = kRefused);

} // namespace sightline
