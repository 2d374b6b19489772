#pragma once

#include "render/canvas.h"
#include "render/view.h"

namespace sightline {

/// The keypad that asks for the PIN, over everything else; or, where no PIN is set, how to set one.
void drawPinPad(Canvas& c, const View& view);

} // namespace sightline
