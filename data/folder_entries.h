#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>

#include <dirent.h>

namespace sightline {

/// The names in a folder one after the other, in no order, without "." and "..". Not
/// std::filesystem::directory_iterator: libstdc++'s ends the program where there is no memory for the next name.
class FolderEntries {
public:
    explicit FolderEntries(const std::filesystem::path& folder);

    /// Valid until the next call, and followed by a null character. Nothing: that was the last one, or the folder cannot
    /// be read (on): `error` tells.
    std::optional<std::string_view> next();
    /// What kept the folder from being read to its end, an error number of the system; 0: nothing.
    [[nodiscard]] int error() const { return error_; }
    /// The open folder, for the calls that take one; -1 where it could not be opened.
    [[nodiscard]] int descriptor() const;

private:
    struct Close {
        void operator()(DIR* folder) const { ::closedir(folder); }
    };
    std::unique_ptr<DIR, Close> folder_;
    int error_ = 0;
};

} // namespace sightline
