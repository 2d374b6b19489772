#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "data/signature/minisign.h"

namespace sightline {

/// A public key that this machine trusts.
struct InstalledKey {
    MinisignKey key;
    int epoch = 0;        ///< a key of a higher epoch begins its own sequence: it takes over from one that was stolen
    std::string fileName; ///< "02-northmoor.pub": the number in front is the epoch
    bool operator==(const InstalledKey&) const = default;
};

/// Where keys are looked for unless something else is said.
inline constexpr const char* kKeysFolder = "/etc/sightline/keys.d";
inline constexpr int kMostEpoch = 9'999;
inline constexpr size_t kMostKeys = 64;

/// How the folder came to be looked at.
enum class KeysFolder {
    Usual, ///< nobody named it: where it is missing or empty, no key is installed
    Named  ///< somebody did: then it has to hold one
};

/// The keys in a folder, by epoch and name: every file that ends in ".pub", named by its epoch (1 to kMostEpoch), a
/// hyphen and a name. A folder or a file that cannot be read, that others may write to, that is no key, or two files
/// with one key id are failures, and so are files that are no keys where there is no key at all: a mistake must never
/// pass for "no key is installed". Names that begin with a dot are not looked at.
Result<std::vector<InstalledKey>> installedKeys(const std::filesystem::path& folder, KeysFolder how);

} // namespace sightline
