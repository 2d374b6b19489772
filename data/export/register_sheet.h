#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/export/xlsx_book.h"
#include "data/register_layout.h"

struct lxw_data_validation;

namespace sightline {

/// Fills one sheet of the register, row by row, by the headers of its columns.
class RegisterSheetWriter {
public:
    RegisterSheetWriter(XlsxBook& book, std::string_view name);

    /// Other words for the header of a column.
    void header(std::string_view column, std::string_view words);

    /// The next row; the row that `next` goes on from (0: the header).
    void next() { ++row_; }
    void goOnAfter(int row) { row_ = row; }
    [[nodiscard]] int row() const { return row_; }

    /// An empty text leaves the cell empty.
    void text(std::string_view column, std::string_view words);
    void number(std::string_view column, int value);
    void date(std::string_view column, const PartialDate& value);

    /// A drop-down of what a list of the sheet Scale holds. `strict`: nothing else can be typed.
    void chooseFrom(std::string_view column, std::string_view list, bool strict);
    /// A drop-down of these words; nothing else can be typed.
    void chooseOf(std::string_view column, std::vector<std::string> words);
    /// Marks what was guessed, for as long as it says so.
    void markGuessed(std::string_view column);

    /// What holds for the whole sheet once its rows are written.
    void finish(int frozenColumns);

private:
    [[nodiscard]] size_t indexOf(std::string_view column) const;
    [[nodiscard]] int at(std::string_view column) const { return static_cast<int>(indexOf(column)); }
    [[nodiscard]] int lastRow() const;
    void apply(std::string_view column, lxw_data_validation& rule, bool strict, const char* sentence);
    void validate(std::string_view column, lxw_data_validation& rule);
    void makeRoom(int row, double width, std::string_view words);
    void keepOut(std::string_view column);
    void explain(const RegisterColumn& column);

    XlsxBook& book_;
    const RegisterSheet& layout_;
    lxw_worksheet* sheet_;
    int row_ = 0;            // the last one that was written; 0 is the header
    std::vector<int> lines_; // that the words of a row take, by row
};

} // namespace sightline
