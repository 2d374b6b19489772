#include "data/replace_file.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/digest.h"
#include "data/file.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr size_t kChunk = size_t{256} << 10;

// Between two tries to rename on a share where somebody has the file open; the waits double.
constexpr std::chrono::milliseconds kFirstWait{250};
constexpr std::chrono::milliseconds kMostWait{8'000};
constexpr std::chrono::milliseconds kLongestWait{60'000};

fs::path folderOf(const fs::path& file) { return file.has_parent_path() ? file.parent_path() : fs::path("."); }

// Reads `from` to its end, hashing, and writes it to `into` where there is one.
Result<Digest512> pass(const OpenFile& from, const std::string& fromPlace, const OpenFile* into,
                       const std::string& intoPlace) {
    Blake2b<64> hash;
    while (true) {
        const auto chunk = readUpTo(from, kChunk, fromPlace);
        if (!chunk) return tl::unexpected(chunk.error());
        if (chunk->empty()) return hash.finish();
        hash.add(*chunk);
        if (into != nullptr)
            if (auto written = writeAll(*into, *chunk, intoPlace); !written) return tl::unexpected(written.error());
    }
}

} // namespace

RenameCalls RenameCalls::ofTheSystem() {
    return {[](int folder, const char* from, const char* to) { return ::renameat(folder, from, folder, to); },
            [](std::chrono::milliseconds time) { std::this_thread::sleep_for(time); }};
}

Result<StagedFile> StagedFile::make(const fs::path& source, const fs::path& target) {
    const auto from = openRegular(source, std::numeric_limits<std::uint64_t>::max());
    if (!from) return tl::unexpected(from.error());
    OpenFile folder(::open(folderOf(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.isOpen()) return systemFailure(FailureKind::CannotWrite, folderOf(target).string(), errno);
    removeStale(folderOf(target), "." + target.filename().string() + ".", ".tmp");
    StagedFile staged(target, std::move(folder));
    if (auto written = staged.write(from->file, source.string()); !written) return tl::unexpected(written.error());
    if (auto same = staged.compare(); !same) return tl::unexpected(same.error());
    return staged;
}

StagedFile::StagedFile(fs::path finalFile, OpenFile openFolder)
    : target(std::move(finalFile)), folder(std::move(openFolder)),
      name("." + target.filename().string() + "." + std::to_string(::getpid()) + "." + randomName() + ".tmp") {}

StagedFile::~StagedFile() {
    if (exists) ::unlinkat(folder.get(), name.c_str(), 0);
}

StagedFile::StagedFile(StagedFile&& other) noexcept
    : target(std::move(other.target)), folder(std::move(other.folder)), name(std::move(other.name)),
      digest(other.digest), exists(std::exchange(other.exists, false)) {}

Result<void> StagedFile::write(const OpenFile& source, const std::string& sourcePlace) {
    OpenFile file(::openat(folder.get(), name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (!file.isOpen()) return failed(errno);
    exists = true;
    // A narrow umask must not make a snapshot that the wall's account cannot read. A share whose rights are all the
    // same has none to give.
    if (::fchmod(file.get(), 0644) != 0 && errno != EPERM && errno != EOPNOTSUPP) return failed(errno);
    auto hashed = pass(source, sourcePlace, &file, target.string());
    if (!hashed) return tl::unexpected(hashed.error());
    digest = *hashed;
    if (auto synced = sync(file, target.string()); !synced) return synced;
    // What is read back should come from the disk, not from memory.
    ::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED);
    if (!file.close()) return failed(errno);
    return {};
}

Result<void> StagedFile::compare() const {
    const OpenFile file(::openat(folder.get(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file.isOpen()) return failed(errno);
    const auto there = pass(file, target.string(), nullptr, "");
    if (!there) return tl::unexpected(there.error());
    if (*there == digest) return {};
    return fail(FailureKind::CannotWrite, target.string(), "The disk gave back other bytes than were written.");
}

Result<void> StagedFile::putInPlace(const RenameCalls& calls) {
    const std::string final = target.filename().string();
    auto waited = std::chrono::milliseconds(0);
    auto wait = kFirstWait;
    while (calls.rename(folder.get(), name.c_str(), final.c_str()) != 0) {
        const int error = errno;
        if (isInPlace()) break;
        if ((error != EACCES && error != EBUSY) || waited >= kLongestWait) return failed(error);
        calls.pause(wait);
        waited += wait;
        wait = std::min(wait * 2, kMostWait);
    }
    exists = false;
    return {};
}

Result<void> StagedFile::syncFolder() const {
    if (auto synced = sync(folder, folderOf(target).string()); !synced)
        return fail(FailureKind::CannotWrite, target.string(),
                    "It is in its place, but whether it stays there when the power goes is not certain: " +
                        synced.error().message() + " Publish it again.");
    return {};
}

// Whether the final name stands for what was written, and the temporary one for nothing.
bool StagedFile::isInPlace() const {
    if (::faccessat(folder.get(), name.c_str(), F_OK, AT_SYMLINK_NOFOLLOW) == 0) return false;
    const OpenFile file(::openat(folder.get(), target.filename().c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file.isOpen()) return false;
    const auto there = pass(file, target.string(), nullptr, "");
    return there && *there == digest;
}

tl::unexpected<Failure> StagedFile::failed(int error) const {
    return systemFailure(FailureKind::CannotWrite, target.string(), error);
}

Result<void> replaceFile(const fs::path& source, const fs::path& target, const RenameCalls& calls) {
    auto staged = StagedFile::make(source, target);
    if (!staged) return tl::unexpected(staged.error());
    return staged->putInPlace(calls).and_then([&] { return staged->syncFolder(); });
}

Result<FolderLock> FolderLock::take(const fs::path& folder) {
    const fs::path file = folder / ".publish.lock";
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0644);
    if (descriptor < 0) return systemFailure(FailureKind::CannotWrite, folder.string(), errno);
    FolderLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return fail(FailureKind::CannotWrite, folder.string(),
                    "Another publication into this folder is under way; try again when it is done.");
    return lock;
}

FolderLock::~FolderLock() {
    if (descriptor >= 0) ::close(descriptor);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : descriptor(std::exchange(other.descriptor, -1)) {}

} // namespace sightline
