#include "data/import/docx_table.h"

#include <algorithm>

namespace sightline {

bool DocxCell::empty() const {
    return std::ranges::all_of(paragraphs, [](const DocxParagraph& p) { return p.text.empty(); });
}

std::string DocxCell::text() const {
    std::string out;
    for (const DocxParagraph& paragraph : paragraphs)
        if (!paragraph.text.empty()) out += (out.empty() ? "" : " ") + paragraph.text;
    return out;
}

const DocxCell* DocxRow::at(int column) const {
    const auto it = std::ranges::find_if(
        cells, [&](const DocxCell& c) { return c.column <= column && column < c.column + c.span; });
    return it == cells.end() ? nullptr : &*it;
}

DocxCell* DocxRow::at(int column) {
    const auto it = std::ranges::find_if(
        cells, [&](const DocxCell& c) { return c.column <= column && column < c.column + c.span; });
    return it == cells.end() ? nullptr : &*it;
}

DocxCell* DocxTable::seen(size_t row, int column) {
    DocxCell* cell = rows[row].at(column);
    return cell != nullptr && cell->origin != row ? rows[cell->origin].at(column) : cell;
}

void DocxTable::resolve() {
    for (const DocxRow& row : rows)
        if (!row.cells.empty()) columns = std::max(columns, row.cells.back().column + row.cells.back().span);
    if (columns > kMostDocxColumns) return; // not looked at any further
    for (size_t row = 0; row < rows.size(); ++row)
        for (DocxCell& cell : rows[row].cells) {
            const DocxCell* above = cell.continues && row > 0 ? rows[row - 1].at(cell.column) : nullptr;
            cell.origin = above != nullptr ? above->origin : row;
        }
}

} // namespace sightline
