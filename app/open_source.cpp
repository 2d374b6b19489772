#include "app/open_source.h"

#include "data/check_apart.h"
#include "data/file.h"
#include "data/sample.h"
#include "data/verify.h"

namespace sightline {

Result<OpenedSource> openSourceWithPictures(const SourceChoice& source) {
    if (!source.sample.empty()) {
        auto sample = sampleSnapshot(source.sample);
        if (!sample) return tl::unexpected(sample.error());
        return OpenedSource{std::make_shared<const Snapshot>(std::move(*sample)), samplePictures(source.sample)};
    }
    const auto folder = TemporaryFolder::make(); // for a private copy
    if (!folder) return tl::unexpected(folder.error());
    auto taken = takeSnapshot(source.snapshot, folder->path(), {.apart = checkInOwnProcess()});
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
