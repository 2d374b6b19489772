#pragma once

#include <string>
#include <string_view>

#include "data/failure.h"
#include "data/import/draft.h"
#include "data/import/office_package.h"

namespace sightline {

/// Reads a checklist in a Word document, of these bytes, into the draft; `name` is how rows and the report name it.
/// Fails on what openDocx and readBody refuse, and where no table is a checklist.
Result<void> readDocx(Draft& out, const OfficePackage& file, std::string_view bytes, const std::string& name);

} // namespace sightline
