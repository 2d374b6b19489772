#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/import/report.h"
#include "data/import/spreadsheet.h"
#include "data/register_layout.h"

namespace sightline {

/// Cells that do not hold what they should, of a whole workbook: an officer gets all of them at once.
class WrongCells {
public:
    /// `cell`: "Evidence!F12".
    void add(const std::string& cell, const std::string& sentence);
    [[nodiscard]] bool empty() const { return cells_.empty(); }
    /// One cell: its sentence. More: a list of them, the first twenty in full.
    [[nodiscard]] Failure failure(const std::string& file) const;

private:
    std::vector<std::pair<std::string, std::string>> cells_;
};

class RegisterRow;

/// A sheet of the register: its columns by what their headers say, whatever their order.
class RegisterTable {
public:
    /// `file` is how the report names the workbook. Reports columns that are not known or not there, and what is
    /// hidden; notes a header that is there twice and a required column that is missing.
    RegisterTable(const Sheet& sheet, const RegisterSheet& layout, std::string file, ImportReport& report,
                  WrongCells& wrong);

    [[nodiscard]] size_t size() const { return rows_.size(); }
    [[nodiscard]] RegisterRow row(size_t i);
    [[nodiscard]] bool has(std::string_view column) const { return columns_.contains(column); }

    /// An id for every row that belongs to a list: what its cell says, or one above all others where it is empty. Rows
    /// that do not belong get 0.
    std::vector<int> ids(std::string_view column, const std::vector<bool>& belongs);
    /// For every row, whether this cell holds something.
    [[nodiscard]] std::vector<bool> filled(std::string_view column);

private:
    friend class RegisterRow;

    void readHeader(const SheetRow& header);
    void reportHidden();
    void reportMissing();
    void takeRows(size_t first);
    [[nodiscard]] std::string cellAt(int column, int row) const;
    [[nodiscard]] std::string placeOf(const std::string& where) const;

    const Sheet& sheet_;
    const RegisterSheet& layout_;
    std::string file_;
    ImportReport& report_;
    WrongCells& wrong_;
    std::map<std::string_view, int> columns_; // header of the layout → column of the sheet
    int headerRow_ = 1;
    std::vector<const SheetRow*> rows_; // that hold more than an id
};

/// A row of a sheet of the register, cell by cell. What is wrong is noted; the reader then gives an empty value.
class RegisterRow {
public:
    RegisterRow(RegisterTable& table, const SheetRow& row) : table_(table), row_(row) {}

    /// One line of at most `most` characters, as it stands there; what a snapshot cannot hold (control characters)
    /// goes.
    std::string text(std::string_view column, size_t most);
    /// Several lines.
    std::string lines(std::string_view column, size_t most);
    std::string required(std::string_view column, size_t most);
    std::string requiredLines(std::string_view column, size_t most);
    PartialDate date(std::string_view column);
    /// A whole number; `otherwise` for an empty cell, or a wrong cell where there is none.
    int number(std::string_view column, int low, int high, std::optional<int> otherwise = std::nullopt);
    /// Which of some words stands there, whatever its case; nothing for an empty cell and for a wrong one. Where
    /// `mustBe` is false, another word is not wrong.
    std::optional<size_t> choice(std::string_view column, std::span<const std::string> words, bool mustBe = true);
    std::string link(std::string_view column);
    std::string fileName(std::string_view column);
    /// The place within an element: a number; 0 for a tick of another kind; nothing where there is no tick.
    std::optional<int> tick(std::string_view column);

    [[nodiscard]] bool isEmpty(std::string_view column) const;
    void refuse(std::string_view column, const std::string& sentence);
    /// "Evidence!A12"
    [[nodiscard]] std::string where() const;
    /// "register.xlsx, Evidence!F12"
    [[nodiscard]] std::string placeOf(std::string_view column) const;

private:
    [[nodiscard]] const SheetCell* cell(std::string_view column) const;
    [[nodiscard]] std::string nameOf(std::string_view column) const;
    const SheetCell* sound(std::string_view column);

    RegisterTable& table_;
    const SheetRow& row_;
};

/// "a, b or c"
std::string orWords(std::span<const std::string> words);

} // namespace sightline
