#include "render/strips.h"

#include <array>
#include <cmath>

#include "render/chrome.h"
#include "render/shapes.h"

namespace sightline {
namespace {

/// One line on the warning ground: what is wrong, and at its right what that means.
struct Strip {
    std::string_view sentence;
    Phrase remark;
    bool alone = false;                ///< over the full width, whatever else there is
    std::string_view beforeWhenHalf{}; ///< stands in for the remark where the strip has half the width
};

/// Those that there are, and how they are laid out. Two beside each other where the panel is wide: a second row would
/// cost the overview its lower tiles.
struct Strips {
    std::array<Strip, 4> all;
    int count = 0;
    int alone = 0; ///< the first ones

    void add(Strip strip) {
        if (strip.sentence.empty()) return;
        if (strip.alone) ++alone;
        all.at(static_cast<std::size_t>(count++)) = strip;
    }
    [[nodiscard]] int rows(bool portrait) const { return portrait ? count : alone + (count - alone + 1) / 2; }
};

Strips stripsFor(const View& view) {
    const SourceState& source = view.source;
    Strips strips;
    strips.add({source.expired, phrase("still shown"), true});
    strips.add({source.problem, phrase("since {}", source.since)});
    strips.add({source.clock, phrase("")});
    strips.add({source.notTaken, phrase("defaults are in force"), false, "Defaults are in force. "});
    return strips;
}

float rowHeight(const Canvas& c) { return c.lineHeight(Style::Row) + c.s(24); }

void drawStrip(Canvas& c, const Rect& rect, std::string_view sentence, std::string_view remark) {
    c.fill(rect, c.look.warnCell);
    c.border(rect, c.look.onWarnCell, 0);
    const float middle = rect.centre().y;
    drawIcon(c, Icon::Warning, {rect.x + margin(c) + c.s(16), middle}, c.s(32), c.look.onWarnCell);
    const float right = rect.right() - margin(c);
    c.textRight(Style::Label, right, middle - c.lineHeight(Style::Label) / 2, c.look.onWarnCell, remark);
    const float x = rect.x + margin(c) + c.s(48);
    const float room = right - c.width(Style::Label, remark) - (remark.empty() ? 0 : c.s(24)) - x;
    c.textFit(Style::Row, x, middle - c.lineHeight(Style::Row) / 2, room, c.look.onWarnCell, sentence);
}

} // namespace

float stripsHeight(const Canvas& c, const View& view) {
    return rowHeight(c) * static_cast<float>(stripsFor(view).rows(c.room.portrait()));
}

void drawStrips(Canvas& c, const View& view, float bottom) {
    const Strips strips = stripsFor(view);
    const bool portrait = c.room.portrait();
    const float height = rowHeight(c);
    const auto width = static_cast<float>(c.room.width);
    float y = bottom - stripsHeight(c, view);
    float x = 0;
    for (int i = 0; i < strips.count; ++i) {
        const Strip& strip = strips.all.at(static_cast<std::size_t>(i));
        const bool secondHalf = x > 0;
        const bool halves = !portrait && !strip.alone && (secondHalf || i + 1 < strips.count);
        const Rect rect{x, y, secondHalf ? width - x : halves ? std::round(width / 2) : width, height};
        // In half the width the line and the key have to be read before the sentence ends.
        if (halves && !strip.beforeWhenHalf.empty())
            drawStrip(c, rect, phrase("{}{}", strip.beforeWhenHalf, strip.sentence), "");
        else
            drawStrip(c, rect, strip.sentence, strip.remark);
        x = halves && !secondHalf ? rect.right() : 0;
        if (x == 0) y += height;
    }
}

} // namespace sightline
