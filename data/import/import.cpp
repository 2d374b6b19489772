#include "data/import/import.h"

#include "data/import/csv_checklist.h"
#include "data/import/named_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

Result<Imported> importFolder(const fs::path& folder) {
    auto files = readFolder(folder);
    if (!files) return tl::unexpected(files.error());
    return checklistFromCsv(*files, "csv");
}

} // namespace

Result<Imported> importSources(const std::vector<fs::path>& paths) {
    if (paths.empty()) return fail(FailureKind::Missing, "", "No document was named.");
    std::error_code error;
    if (fs::is_directory(paths.front(), error)) return importFolder(paths.front());
    return fail(FailureKind::Foreign, paths.front().string(), "Word documents are not read yet.");
}

} // namespace sightline
