#include "render/strips.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/chrome.h"
#include "render/shapes.h"

namespace sightline {
namespace {

/// So much of a sentence is shown on a panel whose width it is too long for.
constexpr int kMostLines = 3;
/// Two stand beside each other only where neither takes more.
constexpr int kMostBeside = 2;

/// On the warning ground: what is wrong, and at its right what that means.
struct Strip {
    std::string_view sentence;
    Phrase remark;
    bool alone = false;                ///< over the full width, whatever else there is
    std::string_view beforeWhenHalf{}; ///< stands in for the remark where the strip has half the width
};

/// Those that there are. Two go beside each other where the panel is wide: a second row would cost the overview its
/// lower tiles.
struct Strips {
    std::array<Strip, 4> all;
    std::size_t count = 0;

    void add(const Strip& strip) {
        if (!strip.sentence.empty()) all.at(count++) = strip;
    }
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

/// A message with what leads to its file left out: "/srv/…/snapshot.db: The file is damaged.".
Phrase withShortPath(std::string_view message) {
    const std::size_t end = message.starts_with('/') ? message.find(": ") : std::string_view::npos;
    const std::size_t name = message.substr(0, end).rfind('/');
    const std::size_t first = message.find('/', 1);
    if (end == std::string_view::npos || first >= name) return phrase("{}", message);
    return phrase("{}/…{}", message.substr(0, first), message.substr(name));
}

/// What a strip says in its width, and how.
struct Words {
    Phrase text;
    Phrase remark; ///< at the right of it; empty where it is part of the text
    int lines = 1;
};

float textLeft(const Canvas& c) { return margin(c) + c.s(48); }

Words wordsOf(const Canvas& c, const Strip& strip, float width) {
    const bool half = width < static_cast<float>(c.room.width);
    const float room = width - textLeft(c) - margin(c);
    const FontMetrics& font = c.metrics(Style::Row);
    // In half the width the line and the key have to be read before the sentence ends.
    if (half && !strip.beforeWhenHalf.empty()) {
        const Phrase text = phrase("{}{}", strip.beforeWhenHalf, strip.sentence);
        return {text, {}, countLines(font, text, room, kMostLines)};
    }
    const float beside = strip.remark.empty() ? 0 : c.width(Style::Label, strip.remark) + c.s(24);
    if (font.width(strip.sentence) + beside <= room) return {phrase("{}", strip.sentence), strip.remark};
    Words words{withShortPath(strip.sentence), {}};
    if (font.width(words.text) + beside <= room) {
        words.remark = strip.remark;
        return words;
    }
    if (!strip.remark.empty()) words.text.append(" ({})", strip.remark.view());
    words.lines = countLines(font, words.text, room, kMostLines);
    return words;
}

float heightOf(const Canvas& c, int lines) { return c.lineHeight(Style::Row) * static_cast<float>(lines) + c.s(24); }

/// Tells `place` where each strip stands, from above; returns how high all of them are.
template <class Place>
float layOut(const Canvas& c, const Strips& strips, Place&& place) {
    const auto width = static_cast<float>(c.room.width);
    const float half = std::round(width / 2);
    float y = 0;
    for (std::size_t i = 0; i < strips.count; ++i) {
        const Strip& strip = strips.all.at(i);
        if (!c.room.portrait() && !strip.alone && i + 1 < strips.count) {
            const Words left = wordsOf(c, strip, half);
            const Words right = wordsOf(c, strips.all.at(i + 1), width - half);
            const int lines = std::max(left.lines, right.lines);
            if (lines <= kMostBeside) {
                const float height = heightOf(c, lines);
                place(Rect{0, y, half, height}, left);
                place(Rect{half, y, width - half, height}, right);
                y += height;
                ++i;
                continue;
            }
        }
        const Words words = wordsOf(c, strip, width);
        const float height = heightOf(c, words.lines);
        place(Rect{0, y, width, height}, words);
        y += height;
    }
    return y;
}

void drawStrip(Canvas& c, const Rect& rect, const Words& words) {
    c.fill(rect, c.look.warnCell);
    c.border(rect, c.look.onWarnCell, 0);
    const float middle = rect.centre().y;
    drawIcon(c, Icon::Warning, {rect.x + margin(c) + c.s(16), middle}, c.s(32), c.look.onWarnCell);
    const float right = rect.right() - margin(c);
    const float x = rect.x + textLeft(c);
    const float room = right - x - (words.remark.empty() ? 0 : c.width(Style::Label, words.remark) + c.s(24));
    const float top = middle - c.lineHeight(Style::Row) * static_cast<float>(words.lines) / 2;
    c.paragraph(Style::Row, x, top, room, c.look.onWarnCell, words.text, words.lines);
    c.textRight(Style::Label, right, middle - c.lineHeight(Style::Label) / 2, c.look.onWarnCell, words.remark);
}

} // namespace

float stripsHeight(const Canvas& c, const View& view) {
    return layOut(c, stripsFor(view), [](const Rect&, const Words&) {});
}

void drawStrips(Canvas& c, const View& view, float bottom) {
    const float top = bottom - stripsHeight(c, view);
    layOut(c, stripsFor(view), [&](Rect rect, const Words& words) {
        rect.y += top;
        drawStrip(c, rect, words);
    });
}

} // namespace sightline
