#include "data/import/ods.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "data/import/ods_styles.h"
#include "data/import/office_xml.h"
#include "data/import/text.h"

namespace sightline {
namespace {

int repeats(const pugi::xml_node& node, const char* attribute, int most) {
    return std::clamp(node.attribute(attribute).as_int(1), 1, most);
}

// The text of one paragraph.
class ParagraphText {
public:
    static std::string of(const pugi::xml_node& paragraph) {
        ParagraphText text;
        text.add(paragraph);
        return std::move(text.out_);
    }

private:
    void add(const pugi::xml_node& parent) {
        for (const pugi::xml_node& node : parent.children()) {
            const std::string_view name = node.name();
            if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
                addWords(node.value());
            else if (name == "text:s")
                out_.append(static_cast<size_t>(repeats(node, "text:c", static_cast<int>(kLongestCell))), ' ');
            else if (name == "text:tab")
                out_ += ' ';
            else if (name == "text:line-break")
                out_ += '\n';
            else if (name != "office:annotation" && name != "text:note")
                add(node);
            if (out_.size() > kLongestCell * 4) return;
        }
    }

    // A run with line ends or tabs in it is only layout, and one space. A run of spaces is what somebody typed: by the
    // standard it would count as one too, but LibreOffice writes the spaces of a cell of several lines as they are.
    void addWords(std::string_view words) {
        for (size_t at = 0; at < words.size();) {
            const size_t run = std::min(words.find_first_not_of(" \n\t\r", at), words.size());
            const std::string_view spaces = words.substr(at, run - at);
            out_ += spaces.find_first_of("\n\t\r") == std::string_view::npos ? spaces : " ";
            const size_t end = std::min(words.find_first_of(" \n\t\r", run), words.size());
            out_ += words.substr(run, end - run);
            at = end;
        }
    }

    std::string out_;
};

class Spreadsheets {
public:
    Spreadsheets(const OfficePackage& package, const WantedSheet& wanted) : package_(package), wanted_(wanted) {}

    Result<Spreadsheet> read() {
        pugi::xml_document styles;
        if (auto done = parse(styles, "styles.xml"); !done) return tl::unexpected(done.error());
        styles_.add(styles.document_element());
        pugi::xml_document content;
        if (auto done = parse(content, "content.xml"); !done) return tl::unexpected(done.error());
        styles_.add(content.document_element());
        const pugi::xml_node body = content.document_element().child("office:body").child("office:spreadsheet");
        if (!body) return tl::unexpected(odd("it has no sheets"));
        for (const pugi::xml_node& table : body.children("table:table"))
            if (auto done = readTable(table); !done) return tl::unexpected(done.error());
        return std::move(out_);
    }

private:
    Result<void> parse(pugi::xml_document& xml, const std::string& part) {
        const auto bytes = package_.part(part);
        if (!bytes) return tl::unexpected(bytes.error());
        return parseXml(xml, *bytes, package_.place(), part, WhiteSpace::Everywhere);
    }

    [[nodiscard]] Failure odd(const std::string& what) const {
        return {FailureKind::Damaged, package_.place(),
                "The workbook is not laid out as LibreOffice does it (" + what + "); open it there and save it again."};
    }

    Result<void> readTable(const pugi::xml_node& table) {
        if (out_.sheets.size() == kMostSheets) return tl::unexpected(odd("it has more than 100 sheets"));
        Sheet& sheet = out_.sheets.emplace_back();
        sheet.name = table.attribute("table:name").value();
        if (sheet.name.size() > kLongestSheetName) return tl::unexpected(odd("the name of a sheet is too long"));
        sheet.hidden = styles_.hidesTable(table.attribute("table:style-name").value());
        if (!wanted_(sheet.name)) return {};
        sheet.wasRead = true;
        row_ = 0;
        columnStyles_.clear();
        return readGroup(table, sheet);
    }

    // Rows and columns stand in the table or in groups: header rows, rows that fold away.
    Result<void> readGroup(const pugi::xml_node& group, Sheet& sheet) {
        for (const pugi::xml_node& node : group.children()) {
            const std::string_view name = node.name();
            Result<void> done;
            if (name == "table:table-column") readColumn(node, sheet);
            if (name == "table:table-row") done = readRow(node, sheet);
            if (name == "table:table-header-rows" || name == "table:table-rows" || name == "table:table-row-group" ||
                name == "table:table-columns" || name == "table:table-header-columns" ||
                name == "table:table-column-group")
                done = readGroup(node, sheet);
            if (!done) return done;
        }
        return {};
    }

    void readColumn(const pugi::xml_node& node, Sheet& sheet) {
        const int count = repeats(node, "table:number-columns-repeated", kMostColumns);
        const bool hidden = isHidden(node);
        // The unused rest of a sheet is often hidden; only what can hold something counts.
        sheet.hiddenColumns = sheet.hiddenColumns || (hidden && columnStyles_.size() < 100);
        for (int i = 0; i < count && columnStyles_.size() < static_cast<size_t>(kMostColumns); ++i)
            columnStyles_.emplace_back(node.attribute("table:default-cell-style-name").value());
    }

    static bool isHidden(const pugi::xml_node& node) {
        const std::string_view visibility = node.attribute("table:visibility").value();
        return visibility == "collapse" || visibility == "filter";
    }

    Result<void> readRow(const pugi::xml_node& node, Sheet& sheet) {
        const int count = repeats(node, "table:number-rows-repeated", kMostRows);
        SheetRow row;
        row.hidden = isHidden(node);
        row.number = row_ + 1;
        row_ = std::min(row_ + count, kMostRows + 1);
        int column = 0;
        for (const pugi::xml_node& cell : node.children()) {
            const std::string_view name = cell.name();
            if (name != "table:table-cell" && name != "table:covered-table-cell") continue;
            const int times = repeats(cell, "table:number-columns-repeated", kMostColumns);
            if (auto done = readCell(cell, column + 1, times, node, row); !done) return done;
            column += times;
            if (column > kMostColumns) return tl::unexpected(odd("a row is too long"));
        }
        if (row.cells.empty()) return {};
        if (row_ > kMostRows) return tl::unexpected(odd("a sheet is too long"));
        for (int i = 1; i < count; ++i) {
            for (const SheetCell& cell : row.cells)
                if (!limits_.take(cell)) return tl::unexpected(SheetLimits::exceeded(package_.place()));
            sheet.rows.push_back(row);
            ++row.number;
        }
        sheet.rows.push_back(std::move(row));
        return {};
    }

    Result<void> readCell(const pugi::xml_node& node, int column, int times, const pugi::xml_node& rowNode,
                          SheetRow& row) {
        SheetCell cell;
        cell.formula = !node.attribute("table:formula").empty();
        cell.text = textOf(node);
        if (auto done = readValue(node, column, rowNode, cell); !done) return done;
        if (cell.kind == CellKind::Text && cell.text.empty() && !cell.formula) return {};
        for (int i = 0; i < times; ++i) {
            cell.column = column + i;
            if (cell.text.size() > kLongestCell * 4 || !limits_.take(cell))
                return tl::unexpected(SheetLimits::exceeded(package_.place()));
            row.cells.push_back(cell);
        }
        return {};
    }

    static std::string textOf(const pugi::xml_node& node) {
        std::string text;
        bool first = true;
        for (const pugi::xml_node& paragraph : node.children("text:p")) {
            if (!first) text += '\n';
            text += ParagraphText::of(paragraph);
            first = false;
            if (text.size() > kLongestCell * 4) break;
        }
        return text;
    }

    Result<void> readValue(const pugi::xml_node& node, int column, const pugi::xml_node& rowNode, SheetCell& cell) {
        const std::string_view type = node.attribute("office:value-type").value();
        if (std::string_view(node.attribute("calcext:value-type").value()) == "error") {
            cell.kind = CellKind::Error;
        } else if (type == "date") {
            const auto date = parseIsoDate(std::string_view(node.attribute("office:date-value").value()).substr(0, 10));
            if (!date) return {}; // a year that no checklist has: what the cell shows is left to judge
            cell.kind = CellKind::Date;
            cell.date = shortenedTo(*date, styles_.precision(styleOf(node, column, rowNode)));
        } else if (type == "boolean") {
            cell.kind = CellKind::Truth;
            cell.truth = std::string_view(node.attribute("office:boolean-value").value()) == "true";
        } else if (type == "float" || type == "percentage" || type == "currency") {
            cell.kind = CellKind::Number;
            const std::string_view value = node.attribute("office:value").value();
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), cell.number);
            if (error != std::errc{} || end != value.data() + value.size() || !std::isfinite(cell.number))
                return tl::unexpected(odd("a number is none"));
        } else if (type == "string" && cell.text.empty()) {
            cell.text = node.attribute("office:string-value").value();
        }
        return {};
    }

    // Its own style, or else that of its row, or else that of its column.
    [[nodiscard]] std::string styleOf(const pugi::xml_node& node, int column, const pugi::xml_node& rowNode) const {
        if (node.attribute("table:style-name")) return node.attribute("table:style-name").value();
        if (rowNode.attribute("table:default-cell-style-name"))
            return rowNode.attribute("table:default-cell-style-name").value();
        const auto index = static_cast<size_t>(column) - 1;
        return index < columnStyles_.size() ? columnStyles_[index] : std::string();
    }

    const OfficePackage& package_;
    const WantedSheet& wanted_;
    OdsStyles styles_;
    SheetLimits limits_;
    std::vector<std::string> columnStyles_; // of the sheet that is read
    int row_ = 0;                           // the last row that was read
    Spreadsheet out_;
};

} // namespace

Result<Spreadsheet> readOds(const OfficePackage& package, const WantedSheet& wanted) {
    return Spreadsheets(package, wanted).read();
}

} // namespace sightline
