#pragma once

#include <string>

#include "data/export/pack.h"
#include "data/failure.h"

namespace sightline {

/// The accessible twin of the board pack: one HTML file that needs nothing beside it, no script, no font, no picture.
/// Headings, tables and landmarks say what the pack says by its layout; made to meet WCAG 2.2 AA
/// (https://www.w3.org/TR/WCAG22/), which tests/accessibility checks. Its content security policy lets a browser take
/// its one style sheet and nothing else.
Result<std::string> packHtml(const Pack& pack);

} // namespace sightline
