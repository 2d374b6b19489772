#include "data/folder_entries.h"

#include <cerrno>

namespace sightline {

FolderEntries::FolderEntries(const std::filesystem::path& folder) : folder_(::opendir(folder.c_str())) {
    if (folder_ == nullptr) error_ = errno;
}

std::optional<std::string_view> FolderEntries::next() {
    while (folder_ != nullptr) {
        errno = 0; // the end of the folder and a failure differ in nothing else
        const dirent* const entry = ::readdir(folder_.get());
        if (entry == nullptr) {
            error_ = errno;
            return std::nullopt;
        }
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") return name;
    }
    return std::nullopt;
}

int FolderEntries::descriptor() const { return folder_ == nullptr ? -1 : ::dirfd(folder_.get()); }

} // namespace sightline
