#pragma once

#include <filesystem>

#include "data/failure.h"
#include "data/file.h"

namespace sightline {

/// Refuses a source that anybody on the machine could have put there or changed: a file that everybody may write to,
/// or one in a folder that everybody may write to (/tmp) which belongs neither to root, nor to this account, nor to the
/// owner of the folder. Elsewhere the rights of the folder say who may hand in a snapshot. File systems that keep no
/// rights of their own (FAT, NTFS, shares of Windows, what FUSE shows) are not asked: there the mount decides.
Result<void> checkSourceRights(const SourceFile& source, const std::filesystem::path& path);

} // namespace sightline
