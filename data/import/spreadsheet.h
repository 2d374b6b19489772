#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "data/date.h"
#include "data/failure.h"
#include "data/import/office_package.h"

namespace sightline {

/// Limits on what is taken from a workbook, which bound the memory that reading it takes.
constexpr size_t kMostSheets = 100;
constexpr size_t kLongestSheetName = 1'000;           ///< bytes; Excel takes 31 characters
constexpr size_t kMostWorkbookXml = size_t{24} << 20; ///< bytes of all parts that are read, unpacked
constexpr size_t kMostCells = 500'000;                ///< that hold something, of all sheets together
constexpr size_t kLongestCell = 32'767;               ///< characters; more does not fit into a cell of Excel
constexpr size_t kMostSheetText = size_t{32} << 20;   ///< bytes of text, of all sheets together
constexpr int kMostColumns = 16'384;                  ///< of a sheet, in Excel and in LibreOffice
constexpr int kMostRows = 1'048'576;                  ///< of a sheet, in Excel and in LibreOffice

enum class CellKind { Text, Number, Date, Truth, Error };

/// A cell that holds something.
struct SheetCell {
    int column = 0; ///< 1 is A
    CellKind kind = CellKind::Text;
    bool formula = false; ///< the rest is its last result
    double number = 0;    ///< Number
    bool truth = false;   ///< Truth
    PartialDate date;     ///< Date; as precise as its format shows it: "June 2024" is a month
    std::string text;     ///< Text and Error; for all others what the cell shows, or nearly so
};

struct SheetRow {
    int number = 0; ///< 1 is the first
    bool hidden = false;
    std::vector<SheetCell> cells; ///< by column
};

struct Sheet {
    std::string name;
    bool hidden = false;
    bool wasRead = false; ///< false: it was not wanted, and there are no rows
    bool hiddenColumns = false;
    std::vector<SheetRow> rows; ///< that hold something, in order
};

/// The sheets of a workbook in their order.
struct Spreadsheet {
    std::vector<Sheet> sheets;
};

/// Whether a sheet of this name is to be read.
using WantedSheet = std::function<bool(const std::string& name)>;

/// Reads the wanted sheets of a package of kind Excel or OpenSpreadsheet. Formulas are not worked out: their last
/// results count. Fails for parts that are missing, damaged or not laid out as they should be, and over the limits.
Result<Spreadsheet> readSpreadsheet(const OfficePackage& package, const WantedSheet& wanted);

/// "AB12"
std::string cellName(int column, int row);

/// Counts what has been taken, against the limits.
class SheetLimits {
public:
    /// One more cell. False where that is too much.
    bool take(const SheetCell& cell) {
        text_ += cell.text.size();
        return ++cells_ <= kMostCells && text_ <= kMostSheetText;
    }
    static Failure exceeded(const std::string& place);

private:
    size_t cells_ = 0;
    size_t text_ = 0;
};

} // namespace sightline
