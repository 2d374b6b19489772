#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "data/date.h"
#include "data/failure.h"
#include "data/file.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace sightline {

/// How a cell of the workbook looks, and what it does to words that are typed into it.
enum class CellLook {
    Header,
    IdHeader,
    Text, ///< typed words stay words: nothing becomes a date, a number or a formula
    Id,   ///< grey: not to be edited
    Number,
    Date,
    Tick,
    Guessed, ///< only as the look of a condition
    Heading, ///< large, for the Read me
    Strong,
};

/// An .xlsx that is being written. Every word is written as text: nothing in it is ever a formula or a link.
class XlsxBook {
public:
    /// `created` is UTC, "2026-06-14T09:30:00Z": the same content and time give the same bytes.
    static Result<XlsxBook> start(std::string_view title, std::string_view created);

    lxw_worksheet* addSheet(std::string_view name);
    lxw_format* look(CellLook look);

    static void writeText(lxw_worksheet* sheet, int row, int column, std::string_view text, lxw_format* format);
    static void writeNumber(lxw_worksheet* sheet, int row, int column, int number, lxw_format* format);
    /// A day as a date. What a typed date cannot say (a month, a year, a day before 1910) as text.
    void writeDate(lxw_worksheet* sheet, int row, int column, const PartialDate& date);

    /// Packs it. Nothing can be written after that.
    Result<std::string> finish();

private:
    struct Abandon {
        void operator()(lxw_workbook* book) const;
    };
    explicit XlsxBook(TemporaryFolder folder) : folder_(std::make_unique<TemporaryFolder>(std::move(folder))) {}
    lxw_format* make(CellLook look);

    std::unique_ptr<TemporaryFolder> folder_;
    std::unique_ptr<lxw_workbook, Abandon> book_;
    lxw_format* looks_[10] = {};
};

} // namespace sightline
