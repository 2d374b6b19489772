#include "data/history.h"

#include <algorithm>
#include <cstdio>
#include <system_error>

#include "data/durable_file.h"
#include "data/file.h"
#include "data/folder_entries.h"

namespace sightline {

namespace {

namespace fs = std::filesystem;
namespace chr = std::chrono;

constexpr std::size_t kStampLength = 15;  // 20260614T093000
constexpr std::size_t kDigestLength = 16; // enough to tell two dozen files apart

fs::path folderOf(const fs::path& stateFolder) { return stateFolder / "history"; }

std::string stampOf(chr::sys_seconds moment) {
    const auto day = chr::floor<chr::days>(moment);
    const chr::year_month_day date{day};
    const chr::hh_mm_ss time{moment - day};
    std::string text(32, '\0');
    const int length = std::snprintf(
        text.data(), text.size(), "%04d%02u%02uT%02d%02d%02d", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
        static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    text.resize(static_cast<std::size_t>(std::max(length, 0)));
    return text;
}

std::optional<chr::sys_seconds> momentOf(const std::string& stamp) {
    int year = 0;
    unsigned month = 0;
    unsigned day = 0;
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    if (stamp.size() != kStampLength ||
        std::sscanf(stamp.c_str(), "%4d%2u%2uT%2d%2d%2d", &year, &month, &day, &hours, // NOLINT
                    &minutes, &seconds) != 6)
        return std::nullopt;
    const chr::year_month_day date{chr::year{year}, chr::month{month}, chr::day{day}};
    if (!date.ok()) return std::nullopt;
    return chr::sys_days{date} + chr::hours{hours} + chr::minutes{minutes} + chr::seconds{seconds};
}

/// "20260614T093000-0123456789abcdef.db"
std::optional<KeptSnapshot> keptFrom(const fs::path& file) {
    const std::string stem = file.stem().string();
    if (file.extension() != ".db" || stem.size() != kStampLength + 1 + kDigestLength) return std::nullopt;
    const auto moment = momentOf(stem.substr(0, kStampLength));
    if (!moment) return std::nullopt;
    return KeptSnapshot{*moment, file};
}

std::string shortened(const std::string& digest) { return digest.substr(0, kDigestLength); }

bool isOf(const KeptSnapshot& kept, const std::string& shortDigest) {
    return !shortDigest.empty() && kept.file.stem().string().ends_with(shortDigest);
}

bool holds(const std::vector<KeptSnapshot>& kept, const std::string& shortDigest) {
    return std::ranges::any_of(kept, [&](const KeptSnapshot& one) { return isOf(one, shortDigest); });
}

/// Removes the oldest until the bounds hold.
void letGo(const std::vector<KeptSnapshot>& kept, const HistoryBounds& bounds) {
    std::error_code ignored;
    std::size_t left = kept.size();
    for (const KeptSnapshot& one : kept) {
        if (left <= bounds.most) return;
        if (isOf(one, shortened(bounds.spared))) continue;
        fs::remove(one.file, ignored);
        --left;
    }
}

} // namespace

std::vector<KeptSnapshot> keptSnapshots(const fs::path& stateFolder) {
    std::vector<KeptSnapshot> kept;
    const fs::path folder = folderOf(stateFolder);
    FolderEntries entries(folder);
    while (const auto name = entries.next())
        if (auto one = keptFrom(folder / *name)) kept.push_back(std::move(*one));
    std::ranges::sort(kept, {}, [](const KeptSnapshot& one) { return std::pair(one.kept, one.file); });
    return kept;
}

Result<void> keepInHistory(const fs::path& good, const fs::path& stateFolder, const std::string& digest,
                           chr::sys_seconds now, const HistoryBounds& bounds) {
    const fs::path folder = folderOf(stateFolder);
    const std::string shortDigest = shortened(digest);
    if (auto made = makeFoldersDurably(folder); !made) return made;
    auto kept = keptSnapshots(stateFolder);
    std::error_code error;
    if (!holds(kept, shortDigest)) {
        // A link, not a copy: the last good file is replaced by renaming, never written to.
        fs::create_hard_link(good, folder / (stampOf(now) + "-" + shortDigest + ".db"), error);
        if (!error)
            if (auto synced = syncFolder(folder); !synced) return synced;
        kept = keptSnapshots(stateFolder);
    }
    if (error)
        return fail(FailureKind::CannotWrite, folder.string(),
                    "The snapshot cannot be kept for comparing (" + error.message() + ").");
    letGo(kept, bounds);
    return {};
}

void removeFromHistory(const fs::path& stateFolder, const std::string& digest) {
    std::error_code ignored;
    for (const KeptSnapshot& one : keptSnapshots(stateFolder))
        if (isOf(one, shortened(digest))) fs::remove(one.file, ignored);
}

} // namespace sightline
