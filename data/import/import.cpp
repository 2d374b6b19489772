#include "data/import/import.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "data/import/csv_checklist.h"
#include "data/import/docx.h"
#include "data/import/draft.h"
#include "data/import/file_kind.h"
#include "data/import/merge.h"
#include "data/import/named_files.h"
#include "data/import/register.h"
#include "data/import/text.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
using Beginning = std::function<void(const fs::path&)>;

constexpr int kElements = 6;

Result<Imported> importFolder(const fs::path& folder) {
    auto files = readFolder(folder);
    if (!files) return tl::unexpected(files.error());
    return checklistFromCsv(*files, "csv");
}

/// A document in memory, opened.
struct Opened {
    std::string bytes;
    std::optional<OfficePackage> package; // points into bytes

    static Result<std::unique_ptr<Opened>> open(const fs::path& path, const Beginning& beginning) {
        if (beginning) beginning(path);
        auto out = std::make_unique<Opened>();
        auto bytes = readFile(path, kLargestDocument);
        if (!bytes) return tl::unexpected(bytes.error());
        out->bytes = std::move(*bytes);
        if (auto office = checkOfficeFile(out->bytes, path.string()); !office) return tl::unexpected(office.error());
        auto package = OfficePackage::open(out->bytes, path.string());
        if (!package) return tl::unexpected(package.error());
        out->package = std::move(*package);
        return out;
    }
    [[nodiscard]] bool isWord() const { return package->kind() == OfficeKind::Word; }
};

std::string nameOf(const fs::path& path) { return oneLine(path.filename().string()); }

// What a checklist cannot be without, said plainly where no document says it.
void fillGaps(Imported& out) {
    Checklist& c = out.checklist;
    const auto unclear = [&](std::string why) {
        out.report.unclear.push_back({c.sources.front().name, "", std::move(why), 0});
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
        if (std::ranges::count(c.elements, number, &Element::number) == 0)
            unclear("element " + std::to_string(number) + " is missing");
}

Result<Imported> importRegister(const fs::path& path, RegisterUse use, const Beginning& beginning) {
    const auto opened = Opened::open(path, beginning);
    if (!opened) return tl::unexpected(opened.error());
    return readRegister(*(*opened)->package, {path.string(), nameOf(path), (*opened)->bytes}, use);
}

Result<void> importDocument(Draft& out, const fs::path& path, const Beginning& beginning) {
    const auto opened = Opened::open(path, beginning);
    if (!opened) return tl::unexpected(opened.error());
    return readDocx(out, *(*opened)->package, (*opened)->bytes, nameOf(path));
}

// Which of the files is the register; the rest are Word documents.
Result<std::optional<fs::path>> findRegister(const std::vector<fs::path>& paths, const Beginning& beginning) {
    std::optional<fs::path> found;
    for (const fs::path& path : paths) {
        const auto opened = Opened::open(path, beginning);
        if (!opened) return tl::unexpected(opened.error());
        if ((*opened)->isWord()) continue;
        if (found)
            return fail(
                FailureKind::Foreign, path.string(),
                "This is a second register; one register at a time is taken, with any number of Word documents.");
        found = path;
    }
    return found;
}

} // namespace

Result<Imported> importSources(const std::vector<fs::path>& paths, const Beginning& beginning) {
    if (paths.empty()) return fail(FailureKind::Missing, "", "No document was named.");
    for (const fs::path& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) continue;
        if (beginning) beginning(path);
        if (paths.size() == 1) return importFolder(path);
        return fail(
            FailureKind::Foreign, path.string(),
            "A folder of CSV files is a whole checklist; import it on its own, not together with other documents.");
    }
    const auto workbook = findRegister(paths, beginning);
    if (!workbook) return tl::unexpected(workbook.error());
    std::optional<Imported> known;
    if (*workbook) {
        auto imported =
            importRegister(**workbook, paths.size() == 1 ? RegisterUse::Alone : RegisterUse::WithDocuments, beginning);
        if (!imported) return tl::unexpected(imported.error());
        known = std::move(*imported);
    }
    Draft draft;
    if (known) draft.checklist.scale = known->checklist.scale;
    for (const fs::path& path : paths)
        if (!*workbook || path != **workbook)
            if (auto done = importDocument(draft, path, beginning); !done) return tl::unexpected(done.error());
    Imported out = !known              ? draft.finish()
                   : paths.size() == 1 ? std::move(*known)
                                       : mergeRegister(draft.finish(), std::move(*known));
    fillGaps(out);
    return out;
}

} // namespace sightline
