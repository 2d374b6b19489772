#pragma once

#include <string>

#include "data/export/pack.h"
#include "data/failure.h"

namespace sightline {

/// The board pack: a PDF on A4 landscape with real text, bookmarks, structure and embedded fonts. Overview, assurance
/// map, a page for each element, actions, what changed (where Pack::changes is set), about the checklist, legend. What
/// does not fit goes on over the next page; every page says which snapshot it is of. The same pack gives the same bytes
/// on the same machine.
Result<std::string> packPdf(const Pack& pack);

} // namespace sightline
