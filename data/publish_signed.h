#pragma once

#include <filesystem>
#include <vector>

#include "data/failure.h"
#include "data/publish.h"
#include "data/replace_file.h"
#include "data/signature/key_ring.h"

namespace sightline {

/// Whether a signature lies beside a snapshot.
bool hasSignature(const std::filesystem::path& snapshot);

/// Puts a signed snapshot in the place of `target`, byte for byte, with the signature that lies beside it: the
/// signature first, so that the pair is complete the moment the snapshot appears. What a wall would refuse is refused:
/// a snapshot that is not sound, a signature of other bytes or for another file name, a number that is not above the
/// one that is there (the very same snapshot may be put there again; a key of a later epoch begins to count anew). The
/// signature itself can only be checked where `keys` has any. After a failure the old pair is as it was, or, where only
/// the folder could not be synced, the new one is there and the sentence says so.
Result<PublishReport> publishSigned(const std::filesystem::path& snapshot, const std::filesystem::path& target,
                                    const std::vector<InstalledKey>& keys,
                                    const RenameCalls& calls = RenameCalls::ofTheSystem());

} // namespace sightline
