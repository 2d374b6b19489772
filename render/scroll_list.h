#pragma once

#include <algorithm>
#include <cmath>

#include "render/canvas.h"
#include "render/widgets.h"

namespace sightline {

/// Where content flows down a column. Content is laid out twice by the same code: once to measure, once to draw.
struct Flow {
    Canvas& c;
    float x;
    float w;
    float y;
    bool drawing;

    void skip(float height) { y += height; }
    /// Whether something of that height at the present place is to be drawn.
    [[nodiscard]] bool shows(float height) const { return drawing && c.visible(y, height); }
    /// A paragraph; moves on below it.
    void paragraph(Style style, Colour colour, std::string_view text, int most = 1000) {
        const float height = c.paragraphHeight(style, text, w, most);
        if (shows(height)) c.paragraph(style, x, y, w, colour, text, most);
        y += height;
    }
};

namespace scroll_detail {
/// Draws the position indicator and, in `footer`, the buttons that page the list.
void drawScrollFurniture(Canvas& c, const ScrollArea& area, const Rect& footer, std::string_view name);
float footerHeight(const Canvas& c);
} // namespace scroll_detail

/// A list in a box. `content(Flow&)` lays it out; where it is taller than the box it scrolls, with a position indicator
/// on the right and paging buttons below. `name` is what a person would call the list.
template <class Content>
void scrollList(Canvas& c, ListId list, const Rect& box, std::string_view name, Content&& content) {
    const float indicator = c.s(20); // room on the right so that text does not change its width when the list grows
    Flow measure{c, box.x, box.w - indicator, 0, false};
    content(measure);
    ScrollArea area{list, box, measure.y, false, c.s(12)};
    Rect footer{};
    if (measure.y > box.h) {
        const float height = scroll_detail::footerHeight(c);
        area.viewport.h -= height;
        footer = {box.x, area.viewport.bottom(), box.w, height};
    }
    const float offset = std::round(std::clamp(c.state.scrolled(list), 0.0F, area.maxScroll()));
    c.pushClip(area.viewport);
    Flow draw{c, box.x, box.w - indicator, area.viewport.y - offset, true};
    content(draw);
    c.popClip();
    c.scrollArea(area);
    if (footer.h > 0) scroll_detail::drawScrollFurniture(c, area, footer, name);
}

} // namespace sightline
