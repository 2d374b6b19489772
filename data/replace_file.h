#pragma once

#include <chrono>
#include <filesystem>
#include <functional>

#include "data/digest.h"
#include "data/failure.h"
#include "data/file.h"

namespace sightline {

/// How a file is renamed, and how long is waited before that is tried again. Tests put in a share that misbehaves.
struct RenameCalls {
    std::function<int(int folder, const char* from, const char* to)> rename; ///< as renameat(2) within one folder
    std::function<void(std::chrono::milliseconds)> pause;
    static RenameCalls ofTheSystem();
};

/// A temporary file beside a target, in the folder that is held open: what is renamed is what was written, even if
/// somebody moves the folder meanwhile. It goes with this, unless it was put in place. The steps of `replaceFile`, for
/// two files that belong together. Failures are of kind CannotWrite, but for those of `source`.
class StagedFile {
public:
    /// Writes it, synced, closed, read back and compared.
    static Result<StagedFile> make(const std::filesystem::path& source, const std::filesystem::path& target);
    ~StagedFile();
    StagedFile(StagedFile&& other) noexcept;
    StagedFile& operator=(StagedFile&&) = delete;
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;

    /// Renames it over the target. After a failure that is as it was.
    Result<void> putInPlace(const RenameCalls& calls);
    /// Makes the new name last. After a failure the target is the new one all the same, and the sentence says so.
    [[nodiscard]] Result<void> syncFolder() const;

private:
    StagedFile(std::filesystem::path finalFile, OpenFile openFolder);
    Result<void> write(const OpenFile& source, const std::string& sourcePlace);
    [[nodiscard]] Result<void> compare() const;
    [[nodiscard]] bool isInPlace() const;
    [[nodiscard]] tl::unexpected<Failure> failed(int error) const;

    std::filesystem::path target;
    OpenFile folder;
    std::string name;
    Digest512 digest{}; ///< of what was written
    bool exists = false;
};

/// Puts a copy of `source` in the place of `target` in one step: readers find the old file or the new one, whole, at
/// every moment, also when the process is killed or the power goes. A temporary file in the target's folder is written,
/// synced, closed, read back and compared, then renamed over, and the folder is synced. After a failure (kind
/// CannotWrite) the target is as it was and the temporary file is gone; where only the folder could not be synced, the
/// target is the new one, and the sentence says so. Temporary files that killed runs left for the
/// same target are removed once they are an hour old.
/// A file on a Windows share cannot be renamed over while somebody has it open: then it is tried again, for up to a
/// minute. A rename that fails on a network may have happened all the same; then it counts as done.
Result<void> replaceFile(const std::filesystem::path& source, const std::filesystem::path& target,
                         const RenameCalls& calls = RenameCalls::ofTheSystem());

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
