#include "render/two_cards.h"

#include <cmath>

#include "render/chrome.h"
#include "render/widgets.h"

namespace sightline {

std::array<Rect, 2> twoCards(const Canvas& c, const Rect& area, float share) {
    if (c.room.portrait()) {
        const float height = std::round((area.h - gap(c)) / 2);
        return {Rect{area.x, area.y, area.w, height},
                Rect{area.x, area.y + height + gap(c), area.w, area.h - height - gap(c)}};
    }
    const float width = std::round((area.w - gap(c)) * share);
    return {Rect{area.x, area.y, width, area.h},
            Rect{area.x + width + gap(c), area.y, area.w - width - gap(c), area.h}};
}

float headerButton(Canvas& c, Rect& area, std::string_view word, std::string_view id, const Command& command) {
    const float right = static_cast<float>(c.room.width) - margin(c);
    const float side = c.side(88);
    const float width = wordButtonWidth(c, word);
    const float y = narrow(c) ? area.y : std::round((headerHeight(c) - side) / 2);
    wordButton(c, {right - width, y, width, side}, word, id, word, command);
    if (!narrow(c)) return right - width - c.s(32);
    area.y += side + gap(c);
    area.h -= side + gap(c);
    return right;
}

} // namespace sightline
