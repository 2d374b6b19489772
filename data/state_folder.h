#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// The folder below a state folder that only this account can enter.
inline constexpr const char* kPrivateFolder = "snapshots";

/// How copies that are not verified yet begin: what a killed run leaves of them is removed.
inline constexpr std::string_view kStagingPrefix = "staging-";

/// The folder `snapshots` below the state folder, which only this account can enter. Made, with the state folder, where
/// missing; copies that killed runs left are removed.
Result<std::filesystem::path> privateFolder(const std::filesystem::path& stateFolder);

/// The two copies that are kept there.
enum class Slot { Good, Previous };
std::filesystem::path slotFile(const std::filesystem::path& stateFolder, Slot slot);
/// The digest a copy says of itself in its seal, in hexadecimal; empty where there is none. What it says is only true
/// once it is verified.
std::string digestSaidBy(const std::filesystem::path& copy);

} // namespace sightline
