#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline check`: verifies a snapshot as the wall would. Refused where the wall would refuse it; findings where it
/// can be shown but says too little of itself: no position date, or not all six elements; else fine. Lines that were
/// guessed are named, and are no finding.
ExitCode runCheck(const CheckOptions& options);

} // namespace sightline
