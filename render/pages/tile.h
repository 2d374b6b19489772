#pragma once

#include "render/canvas.h"
#include "render/view.h"

namespace sightline {

/// The least height at which tiles of that width show their bands, all of every title (two lines at least, three at
/// most) and their numbers.
float leastTileHeight(const Canvas& c, const Checklist& checklist, float width);

/// The least width at which a tile shows the longest word of the scale in its band.
float leastTileWidth(const Canvas& c, const Checklist& checklist);

/// An element on the overview: its opinion, title and numbers. A touch opens the element.
void drawTile(Canvas& c, const View& view, const Element& element, const ElementSummary& counts, const Rect& tile);

} // namespace sightline
