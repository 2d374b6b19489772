#include "render/pages/touch_keys.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "render/phrase.h"
#include "render/shapes.h"
#include "render/utf8.h"

namespace sightline {
namespace {

constexpr int kRows = 4;
constexpr float kKeyHeight = 108;

/// The three rows above the space bar. All layers have as many keys, so that none moves under a finger.
using Rows = std::array<std::string_view, kRows - 1>;
constexpr Rows kLetters = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr Rows kNumbers = {"1234567890", "-/:()&@£%", ".,?!'+#"};

float between(const Canvas& c) { return std::max(c.s(14), c.room.targetGap()); }
float keyWidth(const Canvas& c, float width) { return (width - 9 * between(c)) / 10; }

void ground(Canvas& c, const Rect& key, std::string_view id) {
    c.fill(key, c.pressed(id) ? c.look.pressed : c.look.card, c.s(14));
    c.outline(key, c.look.hairline, c.s(14), c.edge());
}

void wordKey(Canvas& c, const Rect& key, std::string_view word, Colour ink, std::string_view id, std::string_view label,
             const Command& command, Style style = Style::Section) {
    ground(c, key, id);
    if (c.width(style, word) > key.w) style = Style::Label;
    c.textCentred(style, key.centre(), ink, word);
    c.target(TargetRole::Button, id, label, key, command);
}

/// A row of characters, from the left.
void characterRow(Canvas& c, std::string_view characters, Rect key) {
    // As large as what they type, unless seats are so far away that this is larger than a key.
    const Style style = c.width(Style::TileTitle, "m") < key.w * 0.7F ? Style::TileTitle : Style::Section;
    for (std::size_t at = 0; at < characters.size(); key.x += key.w + between(c)) {
        const std::size_t from = at;
        const char32_t code = decodeUtf8(characters, at);
        const std::string_view character = characters.substr(from, at - from);
        wordKey(c, key, character, c.look.ink, phrase("key:{}", character), character, TypeCharacter{code}, style);
    }
}

void deleteKey(Canvas& c, const Rect& key) {
    ground(c, key, "key:delete");
    drawIcon(c, Icon::Delete, key.centre(), std::min({c.s(34), key.h * 0.5F, key.w * 0.5F}), c.look.ink);
    c.target(TargetRole::Button, "key:delete", "Delete", key, DeleteCharacter{});
}

} // namespace

float touchKeysHeight(const Canvas& c, float width, float highest) {
    const float gaps = (kRows - 1) * between(c);
    const float least = kRows * std::ceil(c.room.targetSide()) + gaps;
    if (keyWidth(c, width) < c.room.targetSide() || highest < least) return 0;
    return std::min(highest, kRows * c.side(kKeyHeight) + gaps);
}

void drawTouchKeys(Canvas& c, const Rect& box) {
    const float gap = between(c);
    const float width = keyWidth(c, box.w);
    const float height = (box.h - (kRows - 1) * gap) / kRows;
    const bool letters = c.state.keys == KeyLayer::Letters;
    const Rows& rows = letters ? kLetters : kNumbers;
    const auto row = [&](int number) { return box.y + static_cast<float>(number) * (height + gap); };
    const float inset = (width + gap) / 2;
    characterRow(c, rows[0], {box.x, row(0), width, height});
    characterRow(c, rows[1], {box.x + inset, row(1), width, height});
    characterRow(c, rows[2], {box.x + inset, row(2), width, height});
    const float seven = 7 * (width + gap);
    deleteKey(c, {box.x + inset + seven, row(2), box.w - 2 * inset - seven, height});

    const float wide = 2 * width;
    wordKey(c, {box.x, row(3), wide, height}, letters ? "123" : "abc", c.look.ink, "key:layer",
            letters ? "Numbers" : "Letters", ShowKeys{letters ? KeyLayer::Numbers : KeyLayer::Letters});
    wordKey(c, {box.x + wide + gap, row(3), box.w - 2 * (wide + gap), height}, "space", c.look.secondary, "key:space",
            "Space", TypeCharacter{U' '});
    wordKey(c, {box.right() - wide, row(3), wide, height}, "clear", c.look.ink, "key:clear", "Clear", ClearQuery{});
}

} // namespace sightline
