#pragma once

#include <string>
#include <string_view>

#include "data/failure.h"
#include "data/import/draft.h"

namespace sightline {

/// Reads a checklist in a Word document into the draft. `place` is what failures call the file; `name` is how rows
/// and the report name it. Fails on what openDocx and readBody refuse, and where no table is a checklist.
Result<void> readDocx(Draft& out, std::string_view bytes, const std::string& place, const std::string& name);

} // namespace sightline
