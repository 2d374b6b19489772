#include "data/source_rights.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>

#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

namespace sightline {
namespace {

// Of file systems without rights of their own (statfs(2), linux/magic.h): FAT, exFAT, NTFS, CIFS, SMB 2, FUSE, 9P.
constexpr std::array<std::uint32_t, 8> kWithoutRights = {0x4d44,     0x2011bab0, 0x5346544e, 0x7366746e,
                                                         0xff534d42, 0xfe534d42, 0x65735546, 0x01021997};

bool keepsRights(const OpenFile& file) {
    struct statfs system {};
    if (::fstatfs(file.get(), &system) != 0) return true;
    return std::ranges::find(kWithoutRights, static_cast<std::uint32_t>(system.f_type)) == kWithoutRights.end();
}

} // namespace

Result<void> checkSourceRights(const SourceFile& source, const std::filesystem::path& path) {
    if (!keepsRights(source.file)) return {};
    struct stat file {};
    struct stat folder {};
    if (::fstat(source.file.get(), &file) != 0) return systemFailure(FailureKind::Missing, path.string(), errno);
    if ((file.st_mode & S_IWOTH) != 0)
        return fail(FailureKind::Foreign, path.string(),
                    "Everybody on this machine may change the file; take that right away (chmod o-w).");
    const std::filesystem::path parent = path.has_parent_path() ? path.parent_path() : ".";
    if (::stat(parent.c_str(), &folder) != 0) return systemFailure(FailureKind::Missing, parent.string(), errno);
    const std::array<uid_t, 3> trusted = {0, ::geteuid(), folder.st_uid};
    if ((folder.st_mode & S_IWOTH) == 0 || std::ranges::find(trusted, file.st_uid) != trusted.end()) return {};
    return fail(FailureKind::Foreign, path.string(),
                "The file belongs to another account, in a folder where everybody may put files.");
}

} // namespace sightline
