#pragma once

#include <string>
#include <vector>

#include "data/import/docx_text.h"

namespace sightline {

/// A cell, with the columns it covers.
struct DocxCell {
    int column = 0; ///< the first, from 0
    int span = 1;
    bool continues = false; ///< merged with the cell above
    size_t origin = 0;      ///< the row whose cell is seen here: its own, or the first of those merged downwards
    bool nested = false;    ///< a table stands in it; its paragraphs are among `paragraphs`
    std::vector<DocxParagraph> paragraphs;

    [[nodiscard]] bool empty() const;
    /// The paragraphs in one line, a space between.
    [[nodiscard]] std::string text() const;
};

struct DocxRow {
    std::vector<DocxCell> cells;

    /// The cell that covers a column; null where the row has none there.
    [[nodiscard]] DocxCell* at(int column);
    [[nodiscard]] const DocxCell* at(int column) const;
};

/// A table as a grid.
struct DocxTable {
    int number = 0; ///< from 1, in reading order
    std::vector<DocxRow> rows;
    int columns = 0;

    /// The cell that holds what is seen at a place: the one above where cells are merged downwards. Null for no cell.
    [[nodiscard]] DocxCell* seen(size_t row, int column);

    /// Sets `columns`, and every cell's `origin`.
    void resolve();
};

/// A table with more columns than this, spans included, is no checklist.
constexpr int kMostDocxColumns = 64;

} // namespace sightline
