#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "data/failure.h"
#include "data/signature/claims.h"

namespace sightline {

/// A signed snapshot as the rules below see it.
struct SignedSnapshot {
    int epoch = 0; ///< of the key
    Claims claims;
    std::string digest; ///< Snapshot::digest
    bool operator==(const SignedSnapshot&) const = default;
};

/// A snapshot may be made on a machine whose clock is ahead of the wall's by so much.
inline constexpr std::chrono::hours kClockTolerance{24};
/// A sequence further ahead of the last one is no publication: whoever stole a key wants to shut out what comes after.
inline constexpr std::int64_t kLongestJump = 1'000'000;

/// Where a wall stands when a signed snapshot is offered.
struct Standing {
    std::optional<SignedSnapshot> highest; ///< that it has accepted so far
    std::string site;                      ///< as the wall is set; empty: that of `highest`, else any
    std::chrono::sys_seconds now;
};

/// Whether a signed snapshot may take the place of the one that is shown (The Update Framework, specification 1.0.34,
/// sections 5.3 to 5.6: no rollback, no freeze, no fast-forward that cannot be mended). It may where it is of the
/// wall's site, was not made in the future, and comes after the highest so far by epoch and sequence, or is that very
/// one. An expired one does not replace one that has not expired. Failures are of kind NotTrusted.
Result<void> mayBeShown(const SignedSnapshot& offered, const Standing& standing, const std::string& place);

/// The highest that was accepted, as it is remembered in a private folder. Missing: nothing was. Damaged: a failure, as
/// nobody can tell then what would be a step back.
Result<std::optional<SignedSnapshot>> readHighest(const std::filesystem::path& folder);
/// The file in that folder.
std::filesystem::path highestPath(const std::filesystem::path& folder);
/// Remembers it, durably.
Result<void> writeHighest(const std::filesystem::path& folder, const SignedSnapshot& highest);

} // namespace sightline
