#pragma once

#include <string>
#include <vector>

#include "data/signature/key_ring.h"

namespace sightline {

/// The keys of the folder that a command was given; empty: those of the system's folder, where there are any.
inline Result<std::vector<InstalledKey>> installedKeysFor(const std::string& folder) {
    return folder.empty() ? installedKeys(kKeysFolder, KeysFolder::Usual) : installedKeys(folder, KeysFolder::Named);
}

} // namespace sightline
