#pragma once

#include <variant>

#include "app/exit_code.h"
#include "app/options.h"

namespace sightline {

/// Reads the command line. Help, the version and usage errors are printed here; then the exit code comes back instead
/// of an order.
std::variant<Order, ExitCode> parseCommandLine(int argc, const char* const* argv);

} // namespace sightline
