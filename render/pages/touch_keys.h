#pragma once

#include "render/canvas.h"

namespace sightline {

/// How much room the keyboard on the panel takes in an area: its height as drawn, less where the area is low; 0 where
/// keys of a finger's size do not fit, as on a desk screen that has a real keyboard.
float touchKeysHeight(const Canvas& c, float width, float highest);

/// The keyboard, in letters or numbers as the state says.
void drawTouchKeys(Canvas& c, const Rect& box);

} // namespace sightline
