#pragma once

#include "data/import/spreadsheet.h"

namespace sightline {

/// Reads the wanted sheets of an Excel workbook. Fails as readSpreadsheet does.
Result<Spreadsheet> readXlsx(const OfficePackage& package, const WantedSheet& wanted);

} // namespace sightline
