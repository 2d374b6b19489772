#pragma once

#include <array>

#include "render/canvas.h"

namespace sightline {

// The three lists of an element: where things stand, the evidence, the next steps.

/// Side by side on a wide panel, one above the other on a tall one.
std::array<Rect, 3> listCards(const Canvas& c, const Rect& area);

/// How high `listCards` must be for each list to show that much of itself, pixels.
float listCardsHeight(const Canvas& c, float list);

} // namespace sightline
