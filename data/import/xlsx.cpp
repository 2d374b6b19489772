#include "data/import/xlsx.h"

#include <charconv>
#include <cmath>

#include "data/cell_text.h"
#include "data/import/office_relations.h"
#include "data/import/office_xml.h"
#include "data/import/text.h"
#include "data/import/xlsx_styles.h"

namespace sightline {
namespace {

class Workbook {
public:
    Workbook(const OfficePackage& package, const WantedSheet& wanted) : package_(package), wanted_(wanted) {}

    Result<Spreadsheet> read() {
        if (auto done = openWorkbook(); !done) return tl::unexpected(done.error());
        if (auto done = readStrings(); !done) return tl::unexpected(done.error());
        auto styles = XlsxStyles::load(package_, officePartName(folder_, relations_.targetOfType("/styles")));
        if (!styles) return tl::unexpected(styles.error());
        styles_ = std::move(*styles);
        for (const pugi::xml_node& node : workbook_.document_element().child("sheets").children("sheet"))
            if (auto done = readSheet(node); !done) return tl::unexpected(done.error());
        return std::move(out_);
    }

private:
    Result<void> parse(pugi::xml_document& xml, const std::string& part) {
        const auto bytes = package_.part(part);
        if (!bytes) return tl::unexpected(bytes.error());
        xml_ += bytes->size();
        if (xml_ > kMostWorkbookXml)
            return fail(FailureKind::TooLarge, package_.place(),
                        "The workbook is refused: its sheets unpack to more than " +
                            std::to_string(kMostWorkbookXml >> 20) + " MB, far more than a register needs.");
        return parseXml(xml, *bytes, package_.place(), part);
    }

    [[nodiscard]] Failure odd(const std::string& what) const {
        return {FailureKind::Damaged, package_.place(),
                "The workbook is not laid out as Excel does it (" + what + "); open it there and save it again."};
    }

    Result<void> openWorkbook() {
        const auto root = package_.part("_rels/.rels");
        if (!root) return tl::unexpected(root.error());
        const auto relations = readRelations(*root, package_.place(), "_rels/.rels");
        if (!relations) return tl::unexpected(relations.error());
        const std::string main = officePartName("", relations->targetOfType("/officeDocument"));
        if (!package_.has(main)) return tl::unexpected(odd("it has no main part"));
        if (auto done = parse(workbook_, main); !done) return done;
        const auto own = package_.part(relationsPartOf(main));
        if (!own) return tl::unexpected(own.error());
        auto found = readRelations(*own, package_.place(), relationsPartOf(main));
        if (!found) return tl::unexpected(found.error());
        relations_ = std::move(*found);
        folder_ = main.substr(0, main.rfind('/') + 1);
        from1904_ = isTrue(workbook_.document_element().child("workbookPr").attribute("date1904").value());
        return {};
    }

    static bool isTrue(std::string_view value) { return value == "1" || value == "true"; }

    // Plain or in runs of different looks. What shows how to read East Asian words aloud is no part of the text.
    static std::string stringOf(const pugi::xml_node& item) {
        std::string text = item.child("t").text().get();
        for (const pugi::xml_node& run : item.children("r")) text += run.child("t").text().get();
        return unescaped(text);
    }

    Result<void> readStrings() {
        pugi::xml_document xml;
        if (auto done = parse(xml, officePartName(folder_, relations_.targetOfType("/sharedStrings"))); !done)
            return done;
        for (const pugi::xml_node& item : xml.document_element().children("si")) strings_.push_back(stringOf(item));
        return {};
    }

    Result<void> readSheet(const pugi::xml_node& node) {
        if (out_.sheets.size() == kMostSheets) return tl::unexpected(odd("it has more than 100 sheets"));
        Sheet& sheet = out_.sheets.emplace_back();
        sheet.name = node.attribute("name").value();
        if (sheet.name.size() > kLongestSheetName) return tl::unexpected(odd("the name of a sheet is too long"));
        sheet.hidden = node.attribute("state") && std::string_view(node.attribute("state").value()) != "visible";
        if (!wanted_(sheet.name)) return {};
        sheet.wasRead = true;
        const auto relation = relations_.byId.find(std::string_view(node.attribute("r:id").value()));
        const std::string part =
            relation == relations_.byId.end() ? std::string() : officePartName(folder_, relation->second.target);
        if (!package_.has(part)) return tl::unexpected(odd("a sheet is missing"));
        pugi::xml_document xml;
        if (auto done = parse(xml, part); !done) return done;
        for (const pugi::xml_node& column : xml.document_element().child("cols").children("col"))
            sheet.hiddenColumns = sheet.hiddenColumns || isTrue(column.attribute("hidden").value());
        return readRows(xml.document_element().child("sheetData"), sheet);
    }

    Result<void> readRows(const pugi::xml_node& data, Sheet& sheet) {
        int last = 0;
        for (const pugi::xml_node& node : data.children("row")) {
            SheetRow row;
            row.number = node.attribute("r") ? node.attribute("r").as_int() : last + 1;
            if (row.number <= last || row.number > kMostRows) return tl::unexpected(odd("its rows are out of order"));
            last = row.number;
            row.hidden = isTrue(node.attribute("hidden").value());
            int column = 0;
            for (const pugi::xml_node& cell : node.children("c"))
                if (auto done = readCell(cell, row, column); !done) return done;
            if (!row.cells.empty()) sheet.rows.push_back(std::move(row));
        }
        return {};
    }

    // The column of "AB12", or 0.
    static int columnOf(std::string_view reference) {
        int column = 0;
        for (const char c : reference) {
            if (c < 'A' || c > 'Z' || column > kMostColumns) break;
            column = column * 26 + (c - 'A' + 1);
        }
        return column;
    }

    Result<void> readCell(const pugi::xml_node& node, SheetRow& row, int& last) {
        SheetCell cell;
        cell.column = node.attribute("r") ? columnOf(node.attribute("r").value()) : last + 1;
        if (cell.column <= last || cell.column > kMostColumns) return tl::unexpected(odd("its cells are out of order"));
        last = cell.column;
        cell.formula = !node.child("f").empty();
        if (auto done = readValue(node, cell); !done) return done;
        if (cell.kind == CellKind::Text && cell.text.empty() && !cell.formula) return {};
        if (cell.text.size() > kLongestCell * 4) return tl::unexpected(SheetLimits::exceeded(package_.place()));
        if (!limits_.take(cell)) return tl::unexpected(SheetLimits::exceeded(package_.place()));
        row.cells.push_back(std::move(cell));
        return {};
    }

    Result<void> readValue(const pugi::xml_node& node, SheetCell& cell) {
        const std::string_view type = node.attribute("t").value();
        const std::string_view value = node.child("v").text().get();
        if (type == "inlineStr") {
            cell.text = stringOf(node.child("is"));
        } else if (type == "s") {
            size_t index = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), index);
            if (error != std::errc{} || index >= strings_.size()) return tl::unexpected(odd("a text is missing"));
            cell.text = strings_[index];
        } else if (type == "b") {
            cell.kind = CellKind::Truth;
            cell.truth = isTrue(value);
            cell.text = cell.truth ? "TRUE" : "FALSE";
        } else if (type == "e") {
            cell.kind = CellKind::Error;
            cell.text = value;
        } else if (type == "d") {
            const auto date = parseIsoDate(value.substr(0, 10));
            if (date) cell.kind = CellKind::Date;
            cell.date = date.value_or(PartialDate{});
            cell.text = date ? longDate(*date) : std::string(value);
        } else if (type == "str") {
            cell.text = unescaped(value);
        } else if (!value.empty()) {
            return readNumber(node, value, cell);
        }
        return {};
    }

    Result<void> readNumber(const pugi::xml_node& node, std::string_view value, SheetCell& cell) {
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), cell.number);
        if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(cell.number))
            return tl::unexpected(odd("a number is none"));
        cell.kind = CellKind::Number;
        const XlsxStyles::Look look = styles_.look(node.attribute("s").as_int());
        const auto day = look.date ? dayOfSerial(cell.number, from1904_) : std::nullopt;
        if (day) {
            cell.kind = CellKind::Date;
            cell.date = shortenedTo(*day, *look.date);
            cell.text = longDate(cell.date);
        } else {
            cell.text = look.percent ? numberText(cell.number * 100) + "%" : numberText(cell.number);
        }
        return {};
    }

    const OfficePackage& package_;
    const WantedSheet& wanted_;
    pugi::xml_document workbook_;
    OfficeRelations relations_;
    std::string folder_; // of the workbook's parts
    bool from1904_ = false;
    std::vector<std::string> strings_;
    XlsxStyles styles_;
    SheetLimits limits_;
    size_t xml_ = 0; // bytes of all parts that were read
    Spreadsheet out_;
};

} // namespace

Result<Spreadsheet> readXlsx(const OfficePackage& package, const WantedSheet& wanted) {
    return Workbook(package, wanted).read();
}

} // namespace sightline
