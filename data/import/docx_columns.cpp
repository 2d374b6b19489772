#include "data/import/docx_columns.h"

#include <algorithm>

#include "data/import/element_rule.h"
#include "data/import/name_match.h"
#include "data/import/text.h"

namespace sightline {
namespace {

constexpr size_t kHeaderWithin = 5; // rows from the top; above the header there may be a title

using enum ColumnRole;

bool isContent(ColumnRole role) { return role == Position || role == Evidence || role == Action; }

std::string headerOf(const DocxCell& cell) { return excerpt(cell.text(), kLongestHeader); }

DocxColumns columnsOf(const DocxRow& row, int count) {
    DocxColumns out;
    out.roles.assign(static_cast<size_t>(count), None);
    out.headers.assign(static_cast<size_t>(count), {});
    for (const DocxCell& cell : row.cells)
        for (int column = cell.column; column < cell.column + cell.span; ++column) {
            out.headers[static_cast<size_t>(column)] = headerOf(cell);
            out.roles[static_cast<size_t>(column)] = columnRole(cell.text());
        }
    return out;
}

bool isHeader(const DocxColumns& columns) {
    return (columns.has(Element) || columns.has(Number)) && std::ranges::any_of(columns.roles, isContent);
}

// A second header row under merged headers: every cell goes on from above or names a role.
bool isSecondHeader(const DocxTable& table, size_t row, const DocxColumns& first) {
    if (row + 1 >= table.rows.size()) return false;
    const bool merged = std::ranges::any_of(table.rows[row].cells, [](const DocxCell& cell) { return cell.span > 1; });
    bool named = false;
    for (const DocxCell& cell : table.rows[row + 1].cells) {
        if (cell.continues || cell.empty()) continue;
        named = true;
        if (columnRole(cell.text()) == None || bareNumber(cell.text())) return false;
        if (cell.column >= static_cast<int>(first.roles.size())) return false;
    }
    return merged && named;
}

void refine(DocxColumns& columns, const DocxRow& second) {
    for (const DocxCell& cell : second.cells) {
        if (cell.continues || cell.empty()) continue;
        for (int column = cell.column; column < cell.column + cell.span; ++column) {
            columns.roles[static_cast<size_t>(column)] = columnRole(cell.text());
            columns.headers[static_cast<size_t>(column)] = headerOf(cell);
        }
    }
}

bool isAutoNumbered(const DocxCell& cell) {
    return cell.empty() &&
           std::ranges::any_of(cell.paragraphs, [](const DocxParagraph& p) { return p.format.ordered; });
}

// Whether a column holds numbers and nothing else, typed or automatic.
bool holdsNumbers(const DocxTable& table, size_t firstRow, int column) {
    bool any = false;
    for (size_t row = firstRow; row < table.rows.size(); ++row) {
        const DocxCell* cell = table.rows[row].at(column);
        if (cell == nullptr || cell->span > 1) continue;
        if (isAutoNumbered(*cell) || bareNumber(cell->text()))
            any = true;
        else if (!cell->empty() && columnRole(cell->text()) == None)
            return false;
    }
    return any;
}

// A column without a name, or one of two below "The six elements", may be where the numbers are.
void findNumbers(const DocxTable& table, DocxColumns& columns) {
    for (int column = 0; column < static_cast<int>(columns.roles.size()); ++column) {
        ColumnRole& role = columns.roles[static_cast<size_t>(column)];
        const bool nameless = role == None && columns.headers[static_cast<size_t>(column)].empty();
        if (role != Number && role != Element && !nameless) continue;
        const bool numbers = holdsNumbers(table, columns.firstRow, column);
        if (numbers)
            role = Number;
        else if (role == Number)
            role = None;
    }
}

} // namespace

bool DocxColumns::has(ColumnRole role) const { return std::ranges::find(roles, role) != roles.end(); }

ColumnRole DocxColumns::roleOf(const DocxCell& cell) const {
    for (int column = cell.column; column < cell.column + cell.span && column < static_cast<int>(roles.size());
         ++column) {
        const ColumnRole role = roles[static_cast<size_t>(column)];
        if (role != None && !(role == Number && cell.span > 1)) return role;
    }
    return None;
}

std::string DocxColumns::nameOf(const DocxCell& cell) const {
    for (int column = cell.column; column < cell.column + cell.span && column < static_cast<int>(headers.size());
         ++column)
        if (!headers[static_cast<size_t>(column)].empty()) return headers[static_cast<size_t>(column)];
    return "column " + std::to_string(cell.column + 1);
}

std::optional<DocxColumns> findColumns(const DocxTable& table) {
    if (table.columns > kMostDocxColumns) return std::nullopt;
    for (size_t row = 0; row < std::min(kHeaderWithin, table.rows.size()); ++row) {
        DocxColumns columns = columnsOf(table.rows[row], table.columns);
        if (!isHeader(columns)) continue;
        columns.firstRow = row + 1;
        if (isSecondHeader(table, row, columns)) refine(columns, table.rows[columns.firstRow++]);
        findNumbers(table, columns);
        if (isHeader(columns)) return columns;
    }
    return std::nullopt;
}

std::optional<DocxColumns> continuedColumns(const DocxTable& table, const DocxColumns& before) {
    if (table.columns != static_cast<int>(before.roles.size()) || table.rows.empty()) return std::nullopt;
    const ColumnRole wanted = before.has(Number) ? Number : Element;
    for (const DocxCell& cell : table.rows.front().cells) {
        if (before.roleOf(cell) != wanted) continue;
        const bool fits =
            cell.empty() || (wanted == Number ? bareNumber(cell.text()).has_value()
                                              : elementByMeaning(cell.text()) != 0 || splitNumber(cell.text()).number);
        if (!fits) return std::nullopt;
        DocxColumns columns = before;
        columns.firstRow = 0;
        return columns;
    }
    return std::nullopt;
}

bool repeatsHeader(const DocxRow& row, const DocxColumns& columns) {
    int same = 0;
    for (const DocxCell& cell : row.cells) {
        if (cell.empty()) continue;
        if (nameKey(headerOf(cell)) != nameKey(columns.nameOf(cell))) return false;
        ++same;
    }
    return same >= 2;
}

} // namespace sightline
