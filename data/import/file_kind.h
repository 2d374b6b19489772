#pragma once

#include <string>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// Fine for bytes that begin like a zip archive, as every .docx, .xlsx and .ods does. For anything else, a failure that
/// says what the file seems to be and what to do: empty, an old Word or Excel file, a document with a password, a PDF,
/// rich text, a web page, one CSV file, a program.
Result<void> checkOfficeFile(std::string_view bytes, const std::string& place);

} // namespace sightline
