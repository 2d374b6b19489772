#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/wall_status.h"
#include "data/failure.h"

namespace sightline {

/// The file in a wall's own state folder.
inline constexpr const char* kStatusFile = "wall.json";

/// As it stands in the file: JSON, in the order of WallStatus, dates in UTC.
std::string statusJson(const WallStatus& status);
/// Reads what statusJson writes. `place`: what a failure names.
Result<WallStatus> parseStatus(const std::string& json, const std::string& place);

/// Puts the status into the folder in one step; there is never half of it. Not synced: after a power cut the machine
/// has another boot id, and what the file said is over.
Result<void> writeStatus(const WallStatus& status, const std::filesystem::path& folder);

/// What the walls of a state folder wrote: of each source the last that ran. One that cannot be read is a failure.
std::vector<Result<WallStatus>> readStatuses(const std::filesystem::path& stateFolder);

} // namespace sightline
