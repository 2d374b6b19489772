#include "data/import/register.h"

#include <algorithm>

#include "data/defaults.h"
#include "data/import/name_match.h"
#include "data/import/named_files.h"
#include "data/import/reading_order.h"
#include "data/import/register_rows.h"
#include "data/import/text.h"

namespace sightline {
namespace {

bool isNamed(const std::string& name, std::string_view sheetName) { return nameKey(name) == nameKey(sheetName); }

bool isKnown(const std::string& name) {
    return std::ranges::any_of(registerSheets(), [&](const RegisterSheet& s) { return isNamed(name, s.name); });
}

class Reader {
public:
    Reader(const Spreadsheet& workbook, const RegisterFile& file, RegisterUse use)
        : workbook_(workbook), file_(file), rows_{out_.checklist, out_.report, wrong_, use, 1} {}

    Result<Imported> read() {
        for (const RegisterSheet& layout : registerSheets())
            if (layout.name != sheet::kScale && find(layout.name) == nullptr)
                return tl::unexpected(missing(layout.name));
        out_.checklist.sources = {
            {1, file_.name, "workbook", blake2b256(file_.bytes), static_cast<std::int64_t>(file_.bytes.size())}};
        reportOthers();
        readSheet(sheet::kScale, readScale);
        fillScale();
        readSheet(sheet::kAbout, readAbout);
        readSheet(sheet::kElements, readElements);
        readSheet(sheet::kPositions, readPositions);
        readSheet(sheet::kEvidence, readRegisterEvidence);
        readSheet(sheet::kActions, readActions);
        if (!wrong_.empty()) return tl::unexpected(wrong_.failure(file_.place));
        putInReadingOrder(out_.checklist);
        count();
        return std::move(out_);
    }

private:
    [[nodiscard]] const Sheet* find(std::string_view name) const {
        const auto found =
            std::ranges::find_if(workbook_.sheets, [&](const Sheet& s) { return isNamed(s.name, name); });
        return found == workbook_.sheets.end() ? nullptr : &*found;
    }

    [[nodiscard]] Failure missing(std::string_view name) const {
        const bool none = std::ranges::none_of(workbook_.sheets, [](const Sheet& s) { return isKnown(s.name); });
        if (none)
            return {
                FailureKind::Foreign, file_.place,
                "The workbook is no register; \u201Csightline template\u201D makes an empty one, and \u201Csightline "
                "export\u201D one of a snapshot."};
        return {FailureKind::BadContent, file_.place,
                "The workbook has no sheet " + inQuotes(name) +
                    "; name it as it was, or take the sheet from a register that Sightline made."};
    }

    void reportOthers() {
        for (const Sheet& s : workbook_.sheets)
            if (!isKnown(s.name) && !isNamed(s.name, kReadMeSheet))
                out_.report.skipped.push_back(
                    {file_.name + ", " + oneLine(s.name), "", "not a sheet of the register, so it was not read", 0});
    }

    void readSheet(std::string_view name, void (*readRows)(RegisterTable&, RegisterRows&)) {
        const Sheet* const found = find(name);
        if (found == nullptr) return;
        RegisterTable table(*found, registerSheet(name), file_.name, out_.report, wrong_);
        readRows(table, rows_);
    }

    void fillScale() {
        Checklist& c = out_.checklist;
        const auto usual = [&](const char* why) {
            out_.report.unclear.push_back({file_.name + ", Scale", "", why, 0});
        };
        if (c.scale.empty()) usual("there are no words for opinions, so the usual scale was taken");
        if (c.scale.empty()) c.scale = defaultScale();
        if (c.lines.empty()) usual("there are no lines of assurance, so the usual three were taken");
        if (c.lines.empty()) c.lines = defaultLines();
    }

    void count() {
        const Checklist& c = out_.checklist;
        const auto size = [](const auto& rows) { return static_cast<int>(rows.size()); };
        SourceReport source;
        source.name = file_.name;
        source.kind = "workbook";
        source.counts = {{"element", size(c.elements)},  {"position", size(c.positions)},
                         {"evidence", size(c.evidence)}, {"evidence_element", size(c.links)},
                         {"action", size(c.actions)},    {"role_holder", size(c.roleHolders)},
                         {"culture", size(c.culture)},   {"background", size(c.background)}};
        out_.report.sources.push_back(std::move(source));
    }

    const Spreadsheet& workbook_;
    const RegisterFile& file_;
    WrongCells wrong_;
    Imported out_;
    RegisterRows rows_;
};

} // namespace

Result<Imported> readRegister(const OfficePackage& package, const RegisterFile& file, RegisterUse use) {
    const auto workbook = readSpreadsheet(package, isKnown);
    if (!workbook) return tl::unexpected(workbook.error());
    return Reader(*workbook, file, use).read();
}

} // namespace sightline
