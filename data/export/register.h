#pragma once

#include <string>
#include <string_view>

#include "data/failure.h"
#include "data/model.h"

namespace sightline {

/// A checklist as the register workbook (.xlsx, data/register_layout.h) that officers edit and `import` reads back:
/// everything it says but the documents' pages, where rows came from, and what the lists of markings and roles suggest.
/// `created` is UTC, "2026-06-14T09:30:00Z". The same checklist and time give the same bytes.
Result<std::string> makeRegister(const Checklist& checklist, std::string_view created);

/// What the register of a council that starts afresh holds: the six elements, the usual scale, lines of assurance and
/// kinds of evidence, and rows to fill in. It says nothing that only the council can say.
Checklist templateChecklist();

} // namespace sightline
