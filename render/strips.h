#pragma once

#include "render/canvas.h"
#include "render/view.h"

namespace sightline {

/// The strips above the navigation that say what asks for somebody: that the snapshot expired, what is wrong with its
/// source, that the clock is not set, that the configuration does not hold. They take nothing away from the page but
/// their height, which is 0 where all is well.
float stripsHeight(const Canvas& c, const View& view);

/// Draws them so that they end at `bottom`.
void drawStrips(Canvas& c, const View& view, float bottom);

} // namespace sightline
