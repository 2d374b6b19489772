#include "data/import/evidence/evidence_folder.h"

#include <algorithm>

#include "data/file.h"
#include "data/folder_entries.h"
#include "data/import/text.h"
#include "data/limits.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepest = 8;
constexpr size_t kMostFiles = 10'000;

bool isLeftBehind(std::string_view name) {
    const std::string lower = lowerCase(name);
    return name.starts_with('.') || name.starts_with("~$") || lower == "thumbs.db" || lower == "desktop.ini";
}

/// One walk through a folder and those below it.
class Listing {
public:
    explicit Listing(const fs::path& from) : root(from) {}

    // False: there are too many.
    bool walk(const fs::path& folder, int depth) {
        FolderEntries entries(folder);
        while (const auto name = entries.next())
            if (!isLeftBehind(*name) && !take(folder / *name, depth)) return false;
        if (entries.error() != 0)
            leaveOut(folder, "the folder cannot be read: " + withoutFullStop(systemSentence(entries.error())));
        return true;
    }

    EvidenceFolder found;

private:
    bool take(const fs::path& path, int depth) {
        std::error_code error;
        const fs::file_status status = fs::symlink_status(path, error);
        if (fs::is_directory(status)) {
            if (depth < kDeepest) return walk(path, depth + 1);
            leaveOut(path, "folders are read eight deep, and not this one");
        } else if (fs::is_symlink(status)) {
            leaveOut(path, "this is a link, which is not followed; put the file itself here");
        } else if (!fs::is_regular_file(status)) {
            leaveOut(path, "this is not a file");
        } else {
            addFile(path);
        }
        return found.files.size() <= kMostFiles;
    }

    void addFile(const fs::path& path) {
        const std::string name = oneLine(path.filename().string());
        std::error_code error;
        const std::uint64_t bytes = fs::file_size(path, error);
        if (name.empty() || codePoints(name).size() > limits::kName)
            return leaveOut(path, "the file's name cannot be shown; rename it");
        found.files.push_back({path, name, placeOf(path), error ? 0 : bytes});
    }

    void leaveOut(const fs::path& path, std::string why) {
        found.leftOut.push_back({placeOf(path), "", std::move(why), 0});
    }

    [[nodiscard]] std::string placeOf(const fs::path& path) const {
        return path == root ? oneLine(root.string()) : oneLine(path.lexically_relative(root).string());
    }

    static std::string withoutFullStop(std::string sentence) {
        if (sentence.ends_with('.')) sentence.pop_back();
        return sentence;
    }

    const fs::path& root;
};

} // namespace

Result<EvidenceFolder> listEvidence(const fs::path& folder) {
    std::error_code error;
    const fs::file_status status = fs::status(folder, error);
    if (!fs::exists(status)) return fail(FailureKind::Missing, folder.string(), "There is no such folder of evidence.");
    if (!fs::is_directory(status))
        return fail(FailureKind::NotAFile, folder.string(),
                    "This is not a folder; --evidence names a folder of files.");
    Listing listing(folder);
    if (!listing.walk(folder, 0))
        return fail(FailureKind::TooLarge, folder.string(), "The folder holds more than 10,000 files.");
    if (listing.found.files.empty() && !listing.found.leftOut.empty() &&
        listing.found.leftOut.front().place == oneLine(folder.string()))
        return fail(FailureKind::Missing, folder.string(), "This account has no right to read the folder.");
    std::ranges::sort(listing.found.files, {}, &EvidenceFile::place);
    std::ranges::sort(listing.found.leftOut, {}, &ReportEntry::place);
    return std::move(listing.found);
}

} // namespace sightline
