#pragma once

#include <filesystem>

#include "data/failure.h"

namespace sightline {

/// Puts a copy of `source` in the place of `target` in one step: readers find the old file or the new one, whole, at
/// every moment, also when the process is killed or the power goes. A temporary file in the target's folder is written,
/// synced, closed, read back and compared, then renamed over, and the folder is synced. After a failure (kind
/// CannotWrite) the target is as it was and the temporary file is gone. Temporary files that killed runs left for the
/// same target are removed once they are an hour old.
Result<void> replaceFile(const std::filesystem::path& source, const std::filesystem::path& target);

/// Holds `.publish.lock` in a folder, so that one publication at a time runs there; let go at the end. Fails at once,
/// without waiting, where another one holds it. File systems without locks give none: there the rename still keeps
/// readers safe.
class FolderLock {
public:
    static Result<FolderLock> take(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&&) = delete;

private:
    explicit FolderLock(int openDescriptor) : descriptor(openDescriptor) {}
    int descriptor;
};

} // namespace sightline
