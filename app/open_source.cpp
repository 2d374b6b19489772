#include "app/open_source.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "data/check_apart.h"
#include "data/sample.h"
#include "data/verify.h"

namespace sightline {

namespace {

/// A folder of its own, gone at the end.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "sightline-XXXXXX").string();
        if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

} // namespace

Result<OpenedSource> openSourceWithPictures(const SourceChoice& source) {
    if (!source.sample.empty()) {
        auto sample = sampleSnapshot(source.sample);
        if (!sample) return tl::unexpected(sample.error());
        return OpenedSource{std::make_shared<const Snapshot>(std::move(*sample)), samplePictures(source.sample)};
    }
    const TemporaryFolder folder;
    if (folder.path().empty())
        return fail(FailureKind::CannotWrite, std::filesystem::temp_directory_path().string(),
                    "No folder can be made here for a private copy of the snapshot (" +
                        std::string(std::strerror(errno)) + ").");
    auto taken = takeSnapshot(source.snapshot, folder.path(), {.apart = checkInOwnProcess()});
    if (!taken) return tl::unexpected(taken.error());
    // The file goes with its folder; what has been opened stays readable.
    auto pictures = openPictures(taken->copy);
    if (!pictures) return tl::unexpected(pictures.error());
    return OpenedSource{std::make_shared<const Snapshot>(std::move(taken->snapshot)), std::move(*pictures)};
}

Result<std::shared_ptr<const Snapshot>> openSource(const SourceChoice& source) {
    auto opened = openSourceWithPictures(source);
    if (!opened) return tl::unexpected(opened.error());
    return std::move(opened->snapshot);
}

} // namespace sightline
