#include "data/import/spreadsheet.h"

#include <algorithm>

#include "data/import/ods.h"
#include "data/import/xlsx.h"

namespace sightline {

Result<Spreadsheet> readSpreadsheet(const OfficePackage& package, const WantedSheet& wanted) {
    return package.kind() == OfficeKind::Excel ? readXlsx(package, wanted) : readOds(package, wanted);
}

std::string cellName(int column, int row) {
    std::string letters;
    for (int rest = column; rest > 0; rest = (rest - 1) / 26) letters += static_cast<char>('A' + (rest - 1) % 26);
    std::ranges::reverse(letters);
    return letters + std::to_string(row);
}

Failure SheetLimits::exceeded(const std::string& place) {
    return {FailureKind::TooLarge, place,
            "The workbook is refused: it holds more than " + std::to_string(kMostCells) + " cells or " +
                std::to_string(kMostSheetText >> 20) + " MB of text, far more than a register needs."};
}

} // namespace sightline
