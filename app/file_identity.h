#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

namespace sightline {

/// Which file stands at a path, and in which state: what is the same needs no second look.
struct FileIdentity {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t size = 0;
    std::int64_t modifiedNs = 0;
    std::int64_t changedNs = 0;
    bool operator==(const FileIdentity&) const = default;
};

/// Nothing: no file can be seen there. Links are not followed.
std::optional<FileIdentity> identityOf(const std::filesystem::path& path);

} // namespace sightline
