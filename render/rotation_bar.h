#pragma once

#include "render/canvas.h"
#include "render/view.h"

namespace sightline {

// What stands on a page that the wall turned to by itself: which of how many it is, and what comes next. It says
// nothing that changes before the page does, so it costs no frame.

/// Pixels; 0: the wall turns no pages.
float rotationBarHeight(const Canvas& c, const View& view);

void drawRotationBar(Canvas& c, const View& view);

} // namespace sightline
