#include "data/import/import.h"

#include "data/import/csv_checklist.h"
#include "data/import/docx.h"
#include "data/import/draft.h"
#include "data/import/file_kind.h"
#include "data/import/named_files.h"
#include "data/import/text.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr int kElements = 6;

Result<Imported> importFolder(const fs::path& folder) {
    auto files = readFolder(folder);
    if (!files) return tl::unexpected(files.error());
    return checklistFromCsv(*files, "csv");
}

Result<void> importDocument(Draft& out, const fs::path& path) {
    const std::string place = path.string();
    const auto bytes = readFile(path, kLargestDocument);
    if (!bytes) return tl::unexpected(bytes.error());
    if (auto word = checkWordFile(*bytes, place); !word) return word;
    return readDocx(out, *bytes, place, oneLine(path.filename().string()));
}

// What a checklist cannot be without, said plainly where no document says it.
void fillGaps(Draft& out) {
    Checklist& c = out.checklist;
    const auto unclear = [&](std::string why) {
        out.report.unclear.push_back({out.at({1, ""}), "", std::move(why), 0});
    };
    if (c.title.empty()) {
        c.title = "Test of Assurance";
        unclear("no title was found; \u201CTest of Assurance\u201D was put in its place");
    }
    if (c.authority.empty()) {
        c.authority = "Authority not named";
        unclear("no council is named; \u201CAuthority not named\u201D was put in its place");
    }
    if (!c.positionDate.known()) unclear("no date of the checklist was found");
    for (int number = 1; number <= kElements; ++number)
        if (out.element(number) == nullptr) unclear("element " + std::to_string(number) + " is missing");
}

} // namespace

Result<Imported> importSources(const std::vector<fs::path>& paths) {
    if (paths.empty()) return fail(FailureKind::Missing, "", "No document was named.");
    Draft out;
    for (const fs::path& path : paths) {
        std::error_code error;
        const bool folder = fs::is_directory(path, error);
        if (folder && paths.size() == 1) return importFolder(path);
        if (folder)
            return fail(
                FailureKind::Foreign, path.string(),
                "A folder of CSV files is a whole checklist; import it on its own, not together with other documents.");
        if (auto done = importDocument(out, path); !done) return tl::unexpected(done.error());
    }
    fillGaps(out);
    return out.finish();
}

} // namespace sightline
