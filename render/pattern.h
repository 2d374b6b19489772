#pragma once

#include "data/model.h"
#include "data/rules.h"
#include "render/canvas.h"

namespace sightline {

/// How a surface is told from others without colour, from least ink to most.
enum class Pattern : std::uint8_t { Empty, Level, Dots, Diagonal, Crossed, Solid };

/// Lays a pattern over a rectangle.
void drawPattern(Canvas& c, const Rect& rect, Pattern pattern, Colour ink);

Pattern patternOf(ColourRole role); ///< along the band of an opinion
Pattern patternOf(Line line);       ///< of the evidence on a line of assurance
Pattern patternOf(DueGroup due);    ///< at the edge of an action

} // namespace sightline
