#pragma once

#include "data/export/xlsx_book.h"
#include "data/model.h"

namespace sightline {

/// The first sheet: how the register goes round, and what belongs into each column. It is never read.
void writeReadMe(XlsxBook& book, const Checklist& checklist);

} // namespace sightline
