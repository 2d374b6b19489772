#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "data/failure.h"
#include "data/model.h"

namespace sightline {

/// How many earlier snapshots are kept unless the council says otherwise.
inline constexpr std::size_t kKeptSnapshots = 24;

/// An earlier good snapshot in a state folder.
struct KeptSnapshot {
    std::chrono::sys_seconds kept; ///< when it was first shown
    std::filesystem::path file;
};

/// Keeps `good`, the last good snapshot, in the history of `stateFolder` too, as first shown at `now`, and lets the
/// oldest beyond `most` go. One that is in the history already is not kept twice. The file is shared, not copied: it
/// takes no further room while it is the last good one.
Result<void> keepInHistory(const std::filesystem::path& good, const std::filesystem::path& stateFolder,
                           const std::string& digest, std::chrono::sys_seconds now, std::size_t most = kKeptSnapshots);

/// What the history holds, oldest first. Files of other names are not looked at.
std::vector<KeptSnapshot> keptSnapshots(const std::filesystem::path& stateFolder);

} // namespace sightline
