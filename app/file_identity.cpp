#include "app/file_identity.h"

#include <sys/stat.h>

namespace sightline {

std::optional<FileIdentity> identityOf(const std::filesystem::path& path) {
    struct stat status {};
    if (lstat(path.c_str(), &status) != 0) return std::nullopt;
    const auto nanoseconds = [](const timespec& time) {
        return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
    };
    return FileIdentity{.device = status.st_dev,
                        .inode = status.st_ino,
                        .size = status.st_size,
                        .modifiedNs = nanoseconds(status.st_mtim),
                        .changedNs = nanoseconds(status.st_ctim)};
}

} // namespace sightline
