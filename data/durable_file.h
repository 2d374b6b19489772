#pragma once

#include <filesystem>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// Writes a small private file (0600) so that after it returns, and after a power cut too, these bytes are there; until
/// then, and after a failure, what was there before.
Result<void> writeDurably(const std::filesystem::path& file, std::string_view bytes);

} // namespace sightline
