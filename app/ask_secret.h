#pragma once

#include <string>

#include "data/failure.h"

namespace sightline {

/// Asks on the terminal, twice, without showing what is typed; the two have to be the same. Where standard input is no
/// terminal, its first line is taken, and nothing is asked. Failure: the two differ, or there is nothing to read.
Result<std::string> askSecretTwice(const char* first, const char* again);

} // namespace sightline
