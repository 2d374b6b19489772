#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "data/failure.h"
#include "data/model.h"

namespace sightline {

/// How many snapshots are kept unless the council says otherwise.
inline constexpr std::size_t kKeptSnapshots = 24;
/// What a council may say: with fewer there is nothing to compare with, and all that are kept are read when one
/// changes.
inline constexpr std::size_t kLeastKeptSnapshots = 2;
inline constexpr std::size_t kMostKeptSnapshots = 100;

/// An earlier good snapshot in a state folder.
struct KeptSnapshot {
    std::chrono::sys_seconds kept; ///< when it was first shown
    std::filesystem::path file;
};

/// What of the history is held on to.
struct HistoryBounds {
    std::size_t most = kKeptSnapshots; ///< the one that is shown counts too
    std::string spared;                ///< digest of one that stays however old: the last meeting's; empty: none
};

/// Keeps `good`, the last good snapshot, in the history of `stateFolder` too, as first shown at `now`, and lets the
/// oldest beyond the bounds go. One that is in the history already is not kept twice. The file is shared, not copied:
/// it takes no further room while it is the last good one.
Result<void> keepInHistory(const std::filesystem::path& good, const std::filesystem::path& stateFolder,
                           const std::string& digest, std::chrono::sys_seconds now, const HistoryBounds& bounds = {});

/// Takes a snapshot out of the history.
void removeFromHistory(const std::filesystem::path& stateFolder, const std::string& digest);

/// What the history holds, oldest first. Files of other names are not looked at.
std::vector<KeptSnapshot> keptSnapshots(const std::filesystem::path& stateFolder);

} // namespace sightline
