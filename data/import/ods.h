#pragma once

#include "data/import/spreadsheet.h"

namespace sightline {

/// Reads the wanted sheets of an OpenDocument spreadsheet. Rows and cells that are repeated count as often as they say.
/// Fails as readSpreadsheet does.
Result<Spreadsheet> readOds(const OfficePackage& package, const WantedSheet& wanted);

} // namespace sightline
