#pragma once

#include "render/canvas.h"
#include "render/view.h"

namespace sightline {

/// The least height at which a tile shows its band, two lines of title and its numbers.
float leastTileHeight(const Canvas& c);

/// The least width at which a tile shows the longest word of the scale in its band.
float leastTileWidth(const Canvas& c, const Checklist& checklist);

/// An element on the overview: its opinion, title and numbers. A touch opens the element.
void drawTile(Canvas& c, const View& view, const Element& element, const ElementSummary& counts, const Rect& tile);

} // namespace sightline
