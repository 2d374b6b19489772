#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "data/failure.h"

struct stat;

namespace sightline {

/// An open file or folder, closed at the end.
class OpenFile {
public:
    OpenFile() = default;
    explicit OpenFile(int openDescriptor) : descriptor(openDescriptor) {}
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;

    [[nodiscard]] int get() const { return descriptor; }
    [[nodiscard]] bool isOpen() const { return descriptor >= 0; }
    /// Closes now, and says whether that worked: some file systems report a full disk only here.
    bool close();

private:
    int descriptor = -1;
};

/// What an error number means for a person, as a sentence: "The disk is full."
std::string systemSentence(int error);
/// A failure of that kind, with that sentence.
tl::unexpected<Failure> systemFailure(FailureKind kind, const std::string& place, int error);

/// A file that somebody handed in, open for reading.
struct SourceFile {
    OpenFile file;
    std::uint64_t bytes = 0;
};

/// Opens a regular file of at most `mostBytes`. Never waits and never follows: a FIFO, a device, a folder, a link is
/// refused with a sentence.
Result<SourceFile> openRegular(const std::filesystem::path& path, std::uint64_t mostBytes);

/// Whether an open file is still what `before` says: its size and the times of its last change.
bool isUnchanged(const OpenFile& file, const struct stat& before);

/// Up to `most` bytes from where the file stands; fewer only at its end.
Result<std::string> readUpTo(const OpenFile& file, size_t most, const std::string& place);
Result<void> writeAll(const OpenFile& file, std::string_view bytes, const std::string& place);
Result<void> sync(const OpenFile& file, const std::string& place);
/// Makes the names in a folder last: after a rename.
Result<void> syncFolder(const std::filesystem::path& folder);

/// Makes a folder that only this account can enter, unless it is there.
Result<void> makePrivateFolder(const std::filesystem::path& folder);

/// Sixteen random letters and digits for a name nobody can guess.
std::string randomName();

/// A private folder; it goes with everything in it at the end.
class TemporaryFolder {
public:
    /// In another folder: by default the system's for temporary files (TMPDIR).
    static Result<TemporaryFolder> make(std::filesystem::path in = {});
    ~TemporaryFolder();
    TemporaryFolder(TemporaryFolder&& other) noexcept;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return folder; }

private:
    TemporaryFolder() = default;
    std::filesystem::path folder;
};

/// Deletes what a killed run left in a folder: entries whose name begins and ends so, that belong to this account and
/// have not changed for an hour. A run that is still at work is never that slow.
void removeStale(const std::filesystem::path& folder, std::string_view begins, std::string_view ends);

} // namespace sightline
