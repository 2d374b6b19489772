#include "data/limited/landlock.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "data/file.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

// As the kernel of today has it. The header of Debian 12 (Linux 6.1) knows only the first member; an older kernel is
// given as much of it as it knows (landlock_create_ruleset(2)).
struct RulesetAttributes {
    std::uint64_t files = 0;
    std::uint64_t network = 0; ///< from version 4
    std::uint64_t scoped = 0;  ///< from version 6
};
constexpr std::array<size_t, 8> kSizeByVersion = {0, 8, 8, 8, 16, 16, 24, 24};

constexpr std::uint64_t kRefer = std::uint64_t{1} << 13;    // from version 2
constexpr std::uint64_t kTruncate = std::uint64_t{1} << 14; // from version 3
constexpr std::uint64_t kDevices = std::uint64_t{1} << 15;  // ioctl, from version 5
constexpr std::uint64_t kAllTcp = 3;                        // bind and connect
constexpr std::uint64_t kAllScopes = 3;                     // abstract sockets and signals

constexpr std::uint64_t kOfFiles =
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE | kTruncate | kDevices;
constexpr std::uint64_t kToRead = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;

std::uint64_t knownAccess(int version) {
    std::uint64_t known = kRefer - 1;
    if (version >= 2) known |= kRefer;
    if (version >= 3) known |= kTruncate;
    if (version >= 5) known |= kDevices;
    return known;
}

void allow(int ruleset, const fs::path& path, std::uint64_t access) {
    const OpenFile open(::open(path.c_str(), O_PATH | O_CLOEXEC));
    if (!open.isOpen()) return; // what is not there needs no rule
    struct stat status {};
    if (::fstat(open.get(), &status) != 0) return;
    if (!S_ISDIR(status.st_mode)) access &= kOfFiles;
    const landlock_path_beneath_attr rule{access, open.get()};
    ::syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0U);
}

} // namespace

bool restrictFiles(const FileAccess& access) {
    const long answer = ::syscall(SYS_landlock_create_ruleset, nullptr, size_t{0}, LANDLOCK_CREATE_RULESET_VERSION);
    if (answer < 1) return false;
    const int version = static_cast<int>(std::min<long>(answer, kSizeByVersion.size() - 1));
    const std::uint64_t known = knownAccess(version);
    const RulesetAttributes attributes{known, version >= 4 ? kAllTcp : 0, version >= 6 ? kAllScopes : 0};
    const OpenFile ruleset(static_cast<int>(
        ::syscall(SYS_landlock_create_ruleset, &attributes, kSizeByVersion.at(static_cast<size_t>(version)), 0U)));
    if (!ruleset.isOpen()) return false;
    const std::uint64_t reading = access.executable ? kToRead | LANDLOCK_ACCESS_FS_EXECUTE : kToRead;
    for (const fs::path& path : access.readable) allow(ruleset.get(), path, reading & known);
    for (const fs::path& path : access.writable) allow(ruleset.get(), path, known & ~LANDLOCK_ACCESS_FS_EXECUTE);
    for (const fs::path& path : access.sockets)
        allow(ruleset.get(), path, LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_REMOVE_FILE);
    return ::syscall(SYS_landlock_restrict_self, ruleset.get(), 0U) == 0;
}

} // namespace sightline
