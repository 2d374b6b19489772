#include "data/durable_file.h"

#include <cerrno>
#include <string>
#include <tuple>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/file.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

Result<void> writeNew(const fs::path& file, std::string_view bytes, const FileRights& rights) {
    OpenFile out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    const auto failed = [&] { return systemFailure(FailureKind::CannotWrite, file.parent_path().string(), errno); };
    if (!out.isOpen()) return failed();
    const uid_t owner = rights.owner.value_or(static_cast<uid_t>(-1));
    const gid_t group = rights.group.value_or(static_cast<gid_t>(-1));
    if ((rights.owner || rights.group) && ::fchown(out.get(), owner, group) != 0) return failed();
    if (::fchmod(out.get(), rights.mode) != 0) return failed();
    if (auto written = writeAll(out, bytes, file.string()); !written) return written;
    if (auto synced = sync(out, file.string()); !synced) return synced;
    if (!out.close()) return failed();
    return {};
}

} // namespace

Result<void> writeDurably(const fs::path& file, std::string_view bytes, const FileRights& rights) {
    const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
    const std::string beginning = "." + file.filename().string() + ".";
    removeStale(folder, beginning, ".tmp");
    const fs::path temporary = folder / (beginning + randomName() + ".tmp");
    auto written = writeNew(temporary, bytes, rights);
    if (written && ::rename(temporary.c_str(), file.c_str()) != 0)
        written = systemFailure(FailureKind::CannotWrite, file.string(), errno);
    if (!written) {
        ::unlink(temporary.c_str());
        return written;
    }
    return syncFolder(folder);
}

Result<void> makeFoldersDurably(const fs::path& folder) {
    std::error_code error;
    if (folder.empty() || fs::is_directory(folder, error)) return {};
    if (auto above = makeFoldersDurably(folder.parent_path()); !above) return above;
    if (::mkdir(folder.c_str(), 0777) != 0) {
        const int why = errno;
        if (why == EEXIST && fs::is_directory(folder, error)) return {};
        return systemFailure(FailureKind::CannotWrite, folder.string(), why == EEXIST ? ENOTDIR : why);
    }
    std::ignore = syncFolder(folder.has_parent_path() ? folder.parent_path() : fs::path("."));
    return {};
}

} // namespace sightline
