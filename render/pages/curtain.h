#pragma once

#include "render/canvas.h"
#include "render/view.h"

namespace sightline {

/// Covers everything: the council's name, that the screen is covered, the time, and how old the data is. A touch
/// anywhere takes it away; marked items stay closed.
void drawCurtain(Canvas& c, const View& view);

} // namespace sightline
