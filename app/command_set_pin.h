#pragma once

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// Asks for a PIN and writes what it can be checked by into the configuration file, or prints the line. The PIN itself
/// is on no command line, in no file and in no message.
ExitCode runConfigSetPin(const ConfigSetPinCommand& options);

} // namespace sightline
