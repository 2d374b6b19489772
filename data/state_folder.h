#pragma once

#include <filesystem>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// How copies that are not verified yet begin: what a killed run leaves of them is removed.
inline constexpr std::string_view kStagingPrefix = "staging-";

/// The folder `snapshots` below the state folder, which only this account can enter. Made, with the state folder, where
/// missing; copies that killed runs left are removed.
Result<std::filesystem::path> privateFolder(const std::filesystem::path& stateFolder);

} // namespace sightline
