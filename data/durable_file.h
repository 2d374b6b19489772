#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include <sys/types.h>

#include "data/failure.h"

namespace sightline {

/// Whose a file is to be, and who may read it.
struct FileRights {
    mode_t mode = 0600;
    std::optional<uid_t> owner; ///< nothing: this account
    std::optional<gid_t> group;
};

/// Writes a small file so that after it returns, and after a power cut too, these bytes are there; until then, and
/// after a failure (CannotWrite), what was there before.
Result<void> writeDurably(const std::filesystem::path& file, std::string_view bytes, const FileRights& rights = {});

/// Makes a folder, and those above it that are missing, so that a power cut does not take them away again with what was
/// written into them since. That they are made is what may fail: where a folder above cannot be synced, because this
/// account may not read it say, the system will write it down by itself before long.
Result<void> makeFoldersDurably(const std::filesystem::path& folder);

} // namespace sightline
