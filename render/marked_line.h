#pragma once

#include "data/search/marked_text.h"
#include "render/canvas.h"

namespace sightline {

/// A paragraph in which what was looked for stands on a ground of its own; `y` is its top. The last of `most` lines has
/// an ellipsis where there are more. Returns the height taken.
float markedParagraph(Canvas& c, Style style, float x, float y, float width, Colour colour, const MarkedText& text,
                      int most);

} // namespace sightline
