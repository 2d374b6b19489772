#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <utility>

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

/// A snapshot and the signature beside it.
using PairIdentity = std::pair<std::optional<FileIdentity>, std::optional<FileIdentity>>;

/// Nothing: no file can be seen there. Links are not followed.
std::optional<FileIdentity> identityOf(const std::filesystem::path& path);

} // namespace sightline
