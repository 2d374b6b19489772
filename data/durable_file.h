#pragma once

#include <filesystem>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// Writes a small private file (0600) so that after it returns, and after a power cut too, these bytes are there; until
/// then, and after a failure, what was there before.
Result<void> writeDurably(const std::filesystem::path& file, std::string_view bytes);

/// Makes a folder, and those above it that are missing, so that a power cut does not take them away again with what was
/// written into them since. That they are made is what may fail: where a folder above cannot be synced, because this
/// account may not read it say, the system will write it down by itself before long.
Result<void> makeFoldersDurably(const std::filesystem::path& folder);

} // namespace sightline
