#include "app/write_output.h"

#include <cerrno>
#include <fcntl.h>

#include "data/file.h"
#include "data/replace_file.h"

namespace sightline {

Result<void> writeOutput(const std::string& path, std::string_view bytes) {
    const auto work = TemporaryFolder::make();
    if (!work) return tl::unexpected(work.error());
    const std::filesystem::path whole = work->path() / "whole";
    OpenFile file(::open(whole.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file.isOpen()) return systemFailure(FailureKind::CannotWrite, whole.string(), errno);
    if (auto written = writeAll(file, bytes, whole.string()); !written) return written;
    if (!file.close()) return systemFailure(FailureKind::CannotWrite, whole.string(), errno);
    return replaceFile(whole, path);
}

} // namespace sightline
