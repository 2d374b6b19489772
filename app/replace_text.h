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

/// Puts a small text in the place of a file in one step, durably: a file beside it is written, synced and renamed over,
/// and the folder is synced. After a failure (CannotWrite) the file is as it was.
Result<void> replaceText(const std::filesystem::path& target, std::string_view text, const FileRights& rights = {});

} // namespace sightline
