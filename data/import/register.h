#pragma once

#include <string>

#include "data/failure.h"
#include "data/import/import.h"
#include "data/import/spreadsheet.h"

namespace sightline {

/// Whether a register has to say everything itself, or Word documents beside it give the narrative.
enum class RegisterUse { Alone, WithDocuments };

/// The register workbook that is read, and what its rows and the report call it.
struct RegisterFile {
    std::string place;      ///< the file as it was named, for failures
    std::string name;       ///< file name without folders
    std::string_view bytes; ///< of the file
};

/// Reads a register (data/register_layout.h): an .xlsx or an .ods, whatever program saved it last. Columns may stand in
/// any order; sheets and columns that are not known are reported and not read. Rows without an id are new and get one
/// above all others, and rows are put into the order of their ids. Fails for what readSpreadsheet refuses, for a
/// workbook that is no register, and for wrong cells: all of them are named, as sheet!cell, with what is expected
/// there.
Result<Imported> readRegister(const OfficePackage& package, const RegisterFile& file, RegisterUse use);

} // namespace sightline
