#include "render/rotation_bar.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/chrome.h"
#include "render/phrase.h"
#include "render/shapes.h"

namespace sightline {
namespace {

Phrase nameOf(const Location& place) {
    switch (place.page) {
    case Page::Element: return phrase("element {}", place.item);
    case Page::Map: return phrase("assurance map");
    case Page::Actions: return phrase("actions");
    case Page::Changes: return phrase("changes");
    default: return phrase("overview");
    }
}

/// "20 seconds", "2 minutes".
Phrase lengthOf(int seconds) {
    if (seconds % 60 == 0) return counted(seconds / 60, "minute", "minutes");
    return counted(seconds, "second", "seconds");
}

Phrase placeWords(const Rotation& rotation) {
    return phrase("{}{} of {}", rotation.paused ? "Paused at " : "", rotation.place, rotation.count);
}

/// What comes next and when: as much of it as there is room for.
Phrase nextWords(const Canvas& c, const Rotation& rotation, float width) {
    const Phrase length = lengthOf(rotation.paused ? rotation.resumesAfter : rotation.seconds);
    const Phrase next = nameOf(rotation.next);
    const std::array<Phrase, 3> forms =
        rotation.paused
            ? std::array{phrase("goes on {} after the last touch", length.view()),
                         phrase("goes on after {}", length.view()), phrase("for {}", length.view())}
            : std::array{phrase("next: {} · each page for {}", next.view(), length.view()),
                         phrase("next: {}, every {}", next.view(), length.view()), phrase("next: {}", next.view())};
    const auto* fitting =
        std::ranges::find_if(forms, [&](const Phrase& form) { return c.width(Style::Body, form) <= width; });
    return fitting != forms.end() ? *fitting : forms.back();
}

/// A step for each page, those up to this one filled.
void drawSteps(Canvas& c, const Rotation& rotation, const Rect& box) {
    const auto count = static_cast<float>(rotation.count);
    const float between = c.s(8);
    const float width = (box.w + between) / count - between;
    for (int i = 0; i < rotation.count; ++i)
        c.fill({box.x + static_cast<float>(i) * (width + between), box.y, width, box.h},
               i < rotation.place ? c.look.link : c.look.off, box.h / 2);
}

} // namespace

float rotationBarHeight(const Canvas& c, const View& view) {
    if (!c.state.rotation || view.snapshot == nullptr) return 0;
    return std::ceil(c.lineHeight(Style::Row) + c.s(38));
}

void drawRotationBar(Canvas& c, const View& view) {
    const float height = rotationBarHeight(c, view);
    if (height <= 0) return;
    const Rotation& rotation = *c.state.rotation;
    const float y = barBottom(c, view) - height;
    const float left = margin(c);
    const float right = static_cast<float>(c.room.width) - margin(c);
    drawSteps(c, rotation, {left, y, right - left, c.s(8)});
    const float middle = y + c.s(16) + (height - c.s(16)) / 2;
    float x = left;
    if (rotation.paused) {
        drawIcon(c, Icon::Pause, {x + c.s(16), middle}, c.s(32), c.look.ink);
        x += c.s(44);
    }
    const Phrase place = placeWords(rotation);
    c.textMid(Style::Row, x, middle, c.look.ink, place);
    x += c.width(Style::Row, place) + c.s(24);
    c.textFit(Style::Body, x, middle - c.lineHeight(Style::Body) / 2, right - x, c.look.secondary,
              nextWords(c, rotation, right - x));
}

} // namespace sightline
