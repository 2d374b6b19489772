#include <algorithm>

#include "render/chrome.h"
#include "render/pages/pages.h"
#include "render/phrase.h"
#include "render/widgets.h"

namespace sightline {
namespace {

/// Nine spots of 20 mm: at the four corners, the middles of the edges and the middle, in reading order.
Rect spotAt(const Canvas& c, std::size_t index) {
    const float side = std::ceil(c.room.targetSide());
    const auto width = static_cast<float>(c.room.width);
    const auto height = static_cast<float>(c.room.height);
    const std::size_t column = index % 3;
    const std::size_t row = index / 3;
    return {std::round((width - side) / 2 * static_cast<float>(column)),
            std::round((height - side) / 2 * static_cast<float>(row)), side, side};
}

double millimetres(const Canvas& c, float pixels) {
    return static_cast<double>(pixels) / static_cast<double>(c.room.px(1));
}

void drawSpot(Canvas& c, std::size_t index, const std::optional<float>& off) {
    const Rect spot = spotAt(c, index);
    const Point m = spot.centre();
    const float thick = std::max(1.5F, c.room.px(0.6));
    if (off) {
        c.fill(spot, c.look.selected);
        const Phrase words = phrase("{:.0f} mm", millimetres(c, *off));
        // Beside the spot, on the side that has room: a spot may be smaller than its words.
        const float middle =
            index / 3 == 2 ? spot.y - c.lineHeight(Style::Strong) : spot.bottom() + c.lineHeight(Style::Strong);
        const float width = c.width(Style::Strong, words);
        const float x = std::clamp(m.x - width / 2, c.s(16), static_cast<float>(c.room.width) - width - c.s(16));
        c.textMid(Style::Strong, x, middle, c.look.ink, words);
    } else {
        c.outline(spot, c.look.ink, 0, thick);
    }
    const Colour ink = off ? c.look.onSelected : c.look.ink;
    const float reach = spot.w * 0.3F;
    c.line({m.x - reach, m.y}, {m.x + reach, m.y}, thick, ink);
    c.line({m.x, m.y - reach}, {m.x, m.y + reach}, thick, ink);
    if (!off)
        c.target(TargetRole::Button, phrase("spot:{}", index), phrase("Spot {} of 9", index + 1), spot,
                 TouchSpot{static_cast<int>(index), std::nullopt});
}

/// What the check has found so far, above the middle.
Phrase findings(const Canvas& c, const TouchCheck& check, int reached) {
    Phrase words;
    if (reached == static_cast<int>(check.off.size())) {
        float largest = 0;
        for (const auto& off : check.off) largest = std::max(largest, off.value_or(0));
        words.append("All 9 reached, largest deviation {:.0f} mm", millimetres(c, largest));
    } else {
        words.append("{} of 9 reached", reached);
    }
    if (check.misses > 0) words.append(", {}", counted(check.misses, "miss", "misses").view());
    words.append(".");
    return words;
}

} // namespace

void drawTouchCheck(Canvas& c) {
    const TouchCheck& check = c.state.touchCheck;
    if (!check.on || c.state.here.page != Page::Pattern) return;
    c.coverTargets();
    const auto width = static_cast<float>(c.room.width);
    const auto height = static_cast<float>(c.room.height);
    c.fill({0, 0, width, height}, c.look.ground);
    for (std::size_t i = 0; i < check.off.size(); ++i) drawSpot(c, i, check.off.at(i));

    const auto reached = static_cast<int>(
        std::ranges::count_if(check.off, [](const std::optional<float>& off) { return off.has_value(); }));
    const bool all = reached == static_cast<int>(check.off.size());
    const Phrase found = findings(c, check, reached);
    const std::string_view task = all ? "20 mm is what a finger needs on this wall: half of that may be off."
                                      : "Touch the middle of each cross with one finger.";
    const float side = c.side(88);
    const float pad = c.room.targetSide() + c.s(24); // clear of the spots at the edges
    const float inner = width - 2 * pad;
    const float top = height * 0.27F - c.lineHeight(Style::Section);
    const float textHeight = c.paragraphHeight(Style::Section, found, inner);
    c.paragraph(Style::Section, std::max(pad, (width - c.width(Style::Section, found)) / 2), top, inner, c.look.ink,
                found);
    c.paragraph(Style::Body, std::max(pad, (width - c.width(Style::Body, task)) / 2), top + textHeight + c.s(8), inner,
                c.look.secondary, task);

    const float buttonTop = height * 0.72F - side / 2;
    const float again = wordButtonWidth(c, "Again");
    const float end = wordButtonWidth(c, all ? "Done" : "Stop");
    const float between = std::max(c.s(24), c.room.targetGap());
    float x = (width - again - between - end) / 2;
    wordButton(c, {x, buttonTop, again, side}, "Again", "touch:again", "Check again", CheckTouch{true});
    x += again + between;
    wordButton(c, {x, buttonTop, end, side}, all ? "Done" : "Stop", "touch:end", "End the check", CheckTouch{false});
}

} // namespace sightline
