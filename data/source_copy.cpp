#include "data/source_copy.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "data/state_folder.h"

namespace sightline {

Result<SourceCopy> SourceCopy::make(const SourceFile& from, std::string source, const std::filesystem::path& folder,
                                    bool isSigned, const Progress& goesOn) {
    const std::filesystem::path path = folder / (std::string(kStagingPrefix) + randomName() + ".db");
    CopyInto into{OpenFile(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)),
                  path.string()};
    if (!into.file.isOpen()) return systemFailure(FailureKind::CannotWrite, into.place, errno);

    SourceCopy copy(path, std::move(source));
    auto print = fingerprint(from, &into, isSigned, goesOn, copy.source_);
    if (!into.file.close() && print) print = systemFailure(FailureKind::CannotWrite, into.place, errno);
    if (!print) return tl::unexpected(print.error());
    copy.print_ = std::move(*print);
    return copy;
}

SourceCopy::~SourceCopy() {
    if (!path_.empty()) ::unlink(path_.c_str());
}

SourceCopy::SourceCopy(SourceCopy&& other) noexcept
    : path_(std::exchange(other.path_, {})), source_(std::move(other.source_)), print_(std::move(other.print_)) {}

} // namespace sightline
