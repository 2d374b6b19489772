#pragma once

#include <optional>
#include <string>
#include <vector>

#include "data/import/docx_table.h"
#include "data/import/header_rule.h"

namespace sightline {

/// Most characters of a header that places and the report show.
constexpr size_t kLongestHeader = 60;

/// What the columns of a checklist table hold.
struct DocxColumns {
    std::vector<ColumnRole> roles;    ///< by column of the grid
    std::vector<std::string> headers; ///< the words above each, shortened; places hold them
    size_t firstRow = 0;              ///< the first row below the header

    [[nodiscard]] bool has(ColumnRole role) const;
    /// The role of a cell: that of the first of its columns that has one.
    [[nodiscard]] ColumnRole roleOf(const DocxCell& cell) const;
    /// What a place calls a cell: its header, or "column 3".
    [[nodiscard]] std::string nameOf(const DocxCell& cell) const;
};

/// The columns of a table whose header row (one of its first five, with or without a second row below it for merged
/// headers) names the element, or its number, and at least one of current position, evidence and next steps.
std::optional<DocxColumns> findColumns(const DocxTable& table);

/// The columns of a table without a header row that goes on where the one before it ended: as many columns, and numbers
/// or nothing (or an element of the guidance) where those stood.
std::optional<DocxColumns> continuedColumns(const DocxTable& table, const DocxColumns& before);

/// The header row once more, as after a page break.
bool repeatsHeader(const DocxRow& row, const DocxColumns& columns);

} // namespace sightline
