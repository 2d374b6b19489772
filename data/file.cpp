#include "data/file.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/folder_entries.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTemporaryPrefix = ".sightline-work-";

// Why a thing that is there is no file to read.
const char* notAFile(mode_t mode) {
    if (S_ISDIR(mode)) return "This is a folder, not a file.";
    if (S_ISFIFO(mode)) return "This is a pipe, not a file.";
    if (S_ISCHR(mode) || S_ISBLK(mode)) return "This is a device, not a file.";
    return "This is not a file.";
}

template <class Call>
auto retried(Call call) {
    auto result = call();
    while (result < 0 && errno == EINTR) result = call();
    return result;
}

bool sameTime(const timespec& left, const timespec& right) {
    return left.tv_sec == right.tv_sec && left.tv_nsec == right.tv_nsec;
}

} // namespace

OpenFile::~OpenFile() { close(); }

OpenFile::OpenFile(OpenFile&& other) noexcept : descriptor(std::exchange(other.descriptor, -1)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    if (this != &other) {
        close();
        descriptor = std::exchange(other.descriptor, -1);
    }
    return *this;
}

bool OpenFile::close() {
    // Not repeated after EINTR: Linux has let go of the number by then.
    return descriptor < 0 || ::close(std::exchange(descriptor, -1)) == 0;
}

std::string systemSentence(int error) {
    switch (error) {
    case ENOENT: return "There is no such file or folder.";
    case ENOTDIR: return "A part of the path is not a folder.";
    case EACCES:
    case EPERM: return "This account has no right to do that.";
    case ENOSPC:
    case EDQUOT: return "The disk is full.";
    case EFBIG: return "The file would be larger than this system allows.";
    case EROFS: return "The disk cannot be written to.";
    case EMFILE:
    case ENFILE: return "Too many files are open.";
    case EIO: return "The disk or the network reported an error.";
    case ESTALE: return "The network folder is no longer there.";
    default: return std::string("The system reported \"") + std::strerror(error) + "\".";
    }
}

tl::unexpected<Failure> systemFailure(FailureKind kind, const std::string& place, int error) {
    return fail(kind, place, systemSentence(error));
}

Result<SourceFile> openRegular(const fs::path& path, std::uint64_t mostBytes) {
    const std::string place = path.string();
    SourceFile source;
    source.file = OpenFile(
        retried([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY); }));
    if (!source.file.isOpen()) {
        if (errno == ELOOP) return fail(FailureKind::NotAFile, place, "This is a link; name the file itself.");
        if (errno == ENXIO) return fail(FailureKind::NotAFile, place, "This is not a file.");
        if (errno == EACCES) return fail(FailureKind::Missing, place, "This account has no right to read it.");
        return systemFailure(FailureKind::Missing, place, errno);
    }
    struct stat status {};
    if (::fstat(source.file.get(), &status) != 0) return systemFailure(FailureKind::Missing, place, errno);
    if (!S_ISREG(status.st_mode)) return fail(FailureKind::NotAFile, place, notAFile(status.st_mode));
    source.bytes = static_cast<std::uint64_t>(status.st_size);
    if (source.bytes > mostBytes)
        return fail(FailureKind::TooLarge, place,
                    "The file has " + std::to_string(source.bytes) + " bytes; at most " + std::to_string(mostBytes) +
                        " are allowed.");
    return source;
}

bool isUnchanged(const OpenFile& file, const struct stat& before) {
    struct stat now {};
    return ::fstat(file.get(), &now) == 0 && now.st_size == before.st_size && sameTime(now.st_mtim, before.st_mtim) &&
           sameTime(now.st_ctim, before.st_ctim);
}

Result<std::string> readUpTo(const OpenFile& file, size_t most, const std::string& place) {
    std::string bytes(most, '\0');
    size_t filled = 0;
    while (filled < most) {
        const ssize_t count = retried([&] { return ::read(file.get(), bytes.data() + filled, most - filled); });
        if (count < 0) return systemFailure(FailureKind::Missing, place, errno);
        if (count == 0) break;
        filled += static_cast<size_t>(count);
    }
    bytes.resize(filled);
    return bytes;
}

Result<void> writeAll(const OpenFile& file, std::string_view bytes, const std::string& place) {
    while (!bytes.empty()) {
        const ssize_t count = retried([&] { return ::write(file.get(), bytes.data(), bytes.size()); });
        if (count < 0) return systemFailure(FailureKind::CannotWrite, place, errno);
        bytes.remove_prefix(static_cast<size_t>(count));
    }
    return {};
}

Result<void> sync(const OpenFile& file, const std::string& place) {
    // Never repeated: a failed fsync is reported once, and the bytes may be gone.
    if (::fsync(file.get()) != 0) return systemFailure(FailureKind::CannotWrite, place, errno);
    return {};
}

Result<void> syncFolder(const fs::path& folder) {
    const OpenFile open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open.isOpen()) return systemFailure(FailureKind::CannotWrite, folder.string(), errno);
    return sync(open, folder.string());
}

Result<void> makePrivateFolder(const fs::path& folder) {
    if (::mkdir(folder.c_str(), 0700) == 0) return {};
    if (errno != EEXIST) return systemFailure(FailureKind::CannotWrite, folder.string(), errno);
    struct stat status {};
    if (::lstat(folder.c_str(), &status) != 0) return systemFailure(FailureKind::CannotWrite, folder.string(), errno);
    if (!S_ISDIR(status.st_mode)) return fail(FailureKind::CannotWrite, folder.string(), "This is not a folder.");
    if (status.st_uid != ::geteuid())
        return fail(FailureKind::CannotWrite, folder.string(), "The folder belongs to another account.");
    if ((status.st_mode & 0077) != 0 && ::chmod(folder.c_str(), 0700) != 0)
        return systemFailure(FailureKind::CannotWrite, folder.string(), errno);
    return {};
}

std::string randomName() {
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz012345"; // 32, so that no letter is likelier
    std::array<unsigned char, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::string name;
    for (const unsigned char byte : bytes) name += kLetters[byte % kLetters.size()];
    return name;
}

Result<TemporaryFolder> TemporaryFolder::make(fs::path in) {
    std::error_code error;
    if (in.empty()) in = fs::temp_directory_path(error);
    if (error) return fail(FailureKind::CannotWrite, "", "The folder for temporary files (TMPDIR) is not there.");
    removeStale(in, kTemporaryPrefix, "");
    std::string name = (in / (std::string(kTemporaryPrefix) + "XXXXXX")).string();
    if (::mkdtemp(name.data()) == nullptr) return systemFailure(FailureKind::CannotWrite, in.string(), errno);
    TemporaryFolder made;
    made.folder = name;
    return made;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored; // what stays is removed as stale by a later run
    if (!folder.empty()) fs::remove_all(folder, ignored);
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept : folder(std::exchange(other.folder, {})) {}

void removeStale(const fs::path& folder, std::string_view begins, std::string_view ends) {
    const auto hourAgo = std::chrono::system_clock::now() - std::chrono::hours(1);
    const std::time_t oldest = std::chrono::system_clock::to_time_t(hourAgo);
    FolderEntries entries(folder);
    while (const auto name = entries.next()) {
        struct stat status {};
        if (!name->starts_with(begins) || !name->ends_with(ends) || name->size() < begins.size() + ends.size() ||
            ::fstatat(entries.descriptor(), name->data(), &status, AT_SYMLINK_NOFOLLOW) != 0 ||
            status.st_uid != ::geteuid() || status.st_mtime > oldest)
            continue;
        std::error_code ignored;
        fs::remove_all(folder / *name, ignored);
    }
}

} // namespace sightline
