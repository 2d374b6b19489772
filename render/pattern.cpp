#include "render/pattern.h"

#include <algorithm>
#include <cmath>

namespace sightline {
namespace {

/// Lines that rise to the right (`turn` 1) or fall (-1), cut off at the rectangle's sides.
void slanted(Canvas& c, const Rect& rect, float turn, float step, float thickness, Colour ink) {
    const auto lines = static_cast<int>(std::ceil((rect.w + rect.h) / step - 0.5F));
    for (int line = 0; line < lines; ++line) {
        const float at = (static_cast<float>(line) + 0.5F) * step;
        // Along the slant x + y is the same from the lower left corner on: at.
        const float fromX = std::max(0.0F, at - rect.h);
        const float toX = std::min(at, rect.w);
        const auto point = [&](float x) {
            const float up = at - x;
            return Point{rect.x + x, turn > 0 ? rect.y + up : rect.bottom() - up};
        };
        c.line(point(fromX), point(toX), thickness, ink);
    }
}

void dots(Canvas& c, const Rect& rect, float step, Colour ink) {
    const float radius = step * 0.24F;
    const auto rows = std::max(1, static_cast<int>(rect.h / step));
    const auto columns = std::max(1, static_cast<int>(rect.w / step));
    const Point first{rect.x + (rect.w - static_cast<float>(columns - 1) * step) / 2,
                      rect.y + (rect.h - static_cast<float>(rows - 1) * step) / 2};
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            c.disc({first.x + static_cast<float>(column) * step, first.y + static_cast<float>(row) * step}, radius,
                   ink);
}

void level(Canvas& c, const Rect& rect, float step, float thickness, Colour ink) {
    const auto rows = std::max(2, static_cast<int>(rect.h / step));
    const float apart = rect.h / static_cast<float>(rows);
    for (int row = 0; row < rows; ++row)
        c.fill({rect.x, std::round(rect.y + (static_cast<float>(row) + 0.5F) * apart - thickness / 2), rect.w,
                std::max(1.0F, std::round(thickness))},
               ink);
}

} // namespace

void drawPattern(Canvas& c, const Rect& rect, Pattern pattern, Colour ink) {
    const float step = std::max(5.0F, c.s(10));
    const float thickness = std::max(1.4F, c.s(2.6F));
    switch (pattern) {
    case Pattern::Empty: return;
    case Pattern::Level: return level(c, rect, step * 0.8F, thickness * 0.8F, ink);
    case Pattern::Dots: return dots(c, rect, step, ink);
    case Pattern::Crossed: slanted(c, rect, -1, step, thickness * 0.8F, ink); [[fallthrough]];
    case Pattern::Diagonal: return slanted(c, rect, 1, step, thickness, ink);
    case Pattern::Solid: return c.fill(rect, ink);
    }
}

Pattern patternOf(ColourRole role) {
    switch (role) {
    case ColourRole::Good: return Pattern::Level;
    case ColourRole::Fair: return Pattern::Dots;
    case ColourRole::Caution: return Pattern::Diagonal;
    case ColourRole::Poor: return Pattern::Crossed;
    case ColourRole::None: break;
    }
    return Pattern::Empty;
}

Pattern patternOf(Line line) {
    if (line == Line::Independent) return Pattern::Solid;
    return line == Line::Oversight ? Pattern::Diagonal : Pattern::Empty;
}

Pattern patternOf(DueGroup due) {
    switch (due) {
    case DueGroup::Overdue: return Pattern::Solid;
    case DueGroup::Within30Days: return Pattern::Diagonal;
    case DueGroup::Later: return Pattern::Dots;
    case DueGroup::NoDate: return Pattern::Empty;
    case DueGroup::Done: break;
    }
    return Pattern::Level;
}

} // namespace sightline
