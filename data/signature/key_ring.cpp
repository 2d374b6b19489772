#include "data/signature/key_ring.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <optional>

#include <sys/stat.h>
#include <unistd.h>

#include "data/file.h"
#include "data/folder_entries.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEnding = ".pub";

tl::unexpected<Failure> bad(const fs::path& place, std::string sentence) {
    return fail(FailureKind::NotTrusted, place.string(), std::move(sentence));
}

// "02-northmoor.pub" is of epoch 2.
std::optional<int> epochOf(const std::string& fileName) {
    int epoch = 0;
    const char* const begin = fileName.data();
    const auto [end, error] = std::from_chars(begin, begin + fileName.size(), epoch);
    const size_t digits = static_cast<size_t>(end - begin);
    constexpr size_t kMostDigits = 4;
    if (error != std::errc() || fileName.front() == '-' || digits > kMostDigits || epoch < 1 || *end != '-' ||
        fileName.size() <= digits + 1 + std::string_view(kEnding).size())
        return std::nullopt;
    return epoch;
}

// Whoever else could write there could install a key of his own.
Result<void> checkOwner(const struct stat& status, const fs::path& place) {
    if (status.st_uid != 0 && status.st_uid != ::geteuid())
        return bad(place, "It belongs neither to root nor to this account, so the keys in it are not trusted.");
    if ((status.st_mode & S_IWOTH) != 0)
        return bad(place, "Every account may write to it, so the keys in it are not trusted.");
    // An account's own group is nobody else, as Debian makes them.
    if ((status.st_mode & S_IWGRP) != 0 && status.st_gid != 0 && status.st_gid != ::getegid())
        return bad(place, "Other accounts of its group may write to it, so the keys in it are not trusted.");
    return {};
}

Result<InstalledKey> readKey(const fs::path& file) {
    const auto source = openRegular(file, kMinisignBytes);
    if (!source) return bad(file, "The key cannot be read: " + source.error().sentence);
    struct stat status {};
    if (::fstat(source->file.get(), &status) != 0) return bad(file, systemSentence(errno));
    if (auto fine = checkOwner(status, file); !fine) return tl::unexpected(fine.error());
    const auto text = readUpTo(source->file, kMinisignBytes, file.string());
    if (!text) return bad(file, "The key cannot be read: " + text.error().sentence);
    const auto key = parseMinisignKey(*text, file.string());
    if (!key) return tl::unexpected(key.error());
    const auto epoch = epochOf(file.filename().string());
    if (!epoch)
        return bad(file, "The name of a key begins with its epoch, such as 01-northmoor.pub for the first key and "
                         "02-northmoor.pub for the one after it.");
    return InstalledKey{*key, *epoch, file.filename().string()};
}

Result<void> refuseTwins(const std::vector<InstalledKey>& keys, const fs::path& folder) {
    for (size_t i = 0; i < keys.size(); ++i)
        for (size_t j = 0; j < i; ++j)
            if (keys[i].key.id == keys[j].key.id)
                return bad(folder, "The files " + keys[j].fileName + " and " + keys[i].fileName +
                                       " have the same key id " + keyIdText(keys[i].key.id) + ".");
    return {};
}

} // namespace

Result<std::vector<InstalledKey>> installedKeys(const fs::path& folder, KeysFolder how) {
    std::vector<InstalledKey> keys;
    struct stat status {};
    if (::stat(folder.c_str(), &status) != 0) {
        if (errno == ENOENT && how == KeysFolder::Usual) return keys;
        return bad(folder, "The folder of keys cannot be read: " + systemSentence(errno));
    }
    if (!S_ISDIR(status.st_mode)) return bad(folder, "This is not a folder of keys.");
    if (auto fine = checkOwner(status, folder); !fine) return tl::unexpected(fine.error());
    bool others = false;
    FolderEntries entries(folder);
    while (const auto name = entries.next()) {
        if (name->starts_with('.')) continue;
        if (!name->ends_with(kEnding)) {
            others = true;
            continue;
        }
        auto key = readKey(folder / *name);
        if (!key) return tl::unexpected(key.error());
        if (keys.size() == kMostKeys) return bad(folder, "There are too many keys in it.");
        keys.push_back(std::move(*key));
    }
    if (entries.error() != 0)
        return bad(folder, "The folder of keys cannot be read: " + systemSentence(entries.error()));
    if (keys.empty() && (others || how == KeysFolder::Named))
        return bad(folder, "There is no key in this folder; the name of a key ends in .pub.");
    std::ranges::sort(keys, {}, [](const InstalledKey& key) { return std::pair(key.epoch, key.fileName); });
    if (auto fine = refuseTwins(keys, folder); !fine) return tl::unexpected(fine.error());
    return keys;
}

} // namespace sightline
