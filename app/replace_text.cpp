#include "app/replace_text.h"

#include <cerrno>
#include <cstdio>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/file.h"

namespace sightline {

namespace {

namespace fs = std::filesystem;

Result<void> writeNew(const fs::path& file, std::string_view text, const FileRights& rights) {
    OpenFile out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    const auto failed = [&] { return systemFailure(FailureKind::CannotWrite, file.parent_path().string(), errno); };
    if (!out.isOpen()) return failed();
    const uid_t owner = rights.owner.value_or(static_cast<uid_t>(-1));
    const gid_t group = rights.group.value_or(static_cast<gid_t>(-1));
    if ((rights.owner || rights.group) && ::fchown(out.get(), owner, group) != 0) return failed();
    if (::fchmod(out.get(), rights.mode) != 0) return failed();
    if (auto written = writeAll(out, text, file.string()); !written) return written;
    if (auto synced = sync(out, file.string()); !synced) return synced;
    if (!out.close()) return failed();
    return {};
}

} // namespace

Result<void> replaceText(const fs::path& target, std::string_view text, const FileRights& rights) {
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const std::string prefix = "." + target.filename().string() + ".";
    removeStale(folder, prefix, ".tmp");
    const fs::path temporary = folder / (prefix + randomName() + ".tmp");
    auto written = writeNew(temporary, text, rights);
    if (written && ::rename(temporary.c_str(), target.c_str()) != 0)
        written = systemFailure(FailureKind::CannotWrite, target.string(), errno);
    if (!written) {
        ::unlink(temporary.c_str());
        return written;
    }
    return syncFolder(folder);
}

} // namespace sightline
