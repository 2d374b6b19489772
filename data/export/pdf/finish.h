#pragma once

#include <string>

#include "data/failure.h"

namespace sightline::pdf {

/// Adds to a PDF file what Cairo 1.16 cannot say: the language (British English), that a reader shows the document's
/// title rather than the name of the file, one root for its structure, and which way a table's headings run. The same
/// bytes always give the same bytes.
Result<std::string> finish(const std::string& bytes);

} // namespace sightline::pdf
