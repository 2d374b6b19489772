#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// `sightline verify`: what was checked of a snapshot and its signature, and with which key.
ExitCode runVerify(const VerifyCommand& options);

} // namespace sightline
