#include "data/import/evidence/page_store.h"

#include <cstdlib>

#include <unistd.h>

#include "data/limits.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

// Pages of a large folder take some hundred megabytes. /tmp is often memory; /var/tmp is a disk (file-hierarchy(7)).
fs::path roomyFolder() {
    if (std::getenv("TMPDIR") == nullptr && ::access("/var/tmp", W_OK | X_OK) == 0) return "/var/tmp";
    return {};
}

} // namespace

Result<std::shared_ptr<PageStore>> PageStore::make() {
    auto folder = TemporaryFolder::make(roomyFolder());
    if (!folder) return tl::unexpected(folder.error());
    return std::shared_ptr<PageStore>(new PageStore(std::move(*folder)));
}

Result<bool> PageStore::open(const fs::path& earlier, const CopyCheck& apart) {
    std::error_code error;
    if (!fs::exists(fs::symlink_status(earlier, error))) return false;
    auto copy = takeSnapshot(earlier, work.path() / "earlier", {.apart = apart});
    if (!copy) return tl::unexpected(copy.error());
    taken = std::move(*copy);
    earlierPictures = picturesOf(taken->copy);
    return true;
}

Result<std::string> PageStore::earlierPicture(const Document& document, const DocumentPage& page) const {
    return earlierPictures(document, page);
}

Result<std::string> PageStore::picture(const Document& document, const DocumentPage& page) const {
    if (const auto earlier = earlierIds.find(document.id); earlier != earlierIds.end()) {
        Document there;
        there.id = earlier->second;
        return earlierPictures(there, page);
    }
    const auto made = folders.find(document.id);
    if (made == folders.end()) return noPictures()(document, page);
    const fs::path path = made->second / (std::to_string(page.number) + ".png");
    const auto file = openRegular(path, limits::kPictureBytes);
    if (!file) return tl::unexpected(file.error());
    return readUpTo(file->file, static_cast<size_t>(file->bytes), path.string());
}

} // namespace sightline
