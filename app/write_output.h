#pragma once

#include <string>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// Writes a file that a person asked for, in one step: there is never half of it. An earlier one of the name is
/// replaced. Fails with kind CannotWrite.
Result<void> writeOutput(const std::string& path, std::string_view bytes);

} // namespace sightline
