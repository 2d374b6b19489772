#include "data/durable_file.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "data/file.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

Result<void> writeNew(const fs::path& file, std::string_view bytes) {
    OpenFile out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!out.isOpen()) return systemFailure(FailureKind::CannotWrite, file.string(), errno);
    if (auto written = writeAll(out, bytes, file.string()); !written) return written;
    if (auto synced = sync(out, file.string()); !synced) return synced;
    if (!out.close()) return systemFailure(FailureKind::CannotWrite, file.string(), errno);
    return {};
}

} // namespace

Result<void> writeDurably(const fs::path& file, std::string_view bytes) {
    const fs::path folder = file.parent_path();
    const std::string beginning = "." + file.filename().string() + ".";
    removeStale(folder, beginning, ".tmp");
    const fs::path temporary = folder / (beginning + randomName() + ".tmp");
    auto written = writeNew(temporary, bytes);
    if (written && ::rename(temporary.c_str(), file.c_str()) != 0)
        written = systemFailure(FailureKind::CannotWrite, file.string(), errno);
    if (!written) {
        ::unlink(temporary.c_str());
        return written;
    }
    return syncFolder(folder);
}

} // namespace sightline
