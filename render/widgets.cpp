#include "render/widgets.h"

#include <algorithm>
#include <cmath>

#include "render/phrase.h"

namespace sightline {
namespace {

constexpr float kChipHeight = 50;
constexpr float kChipPad = 14;

void buttonGround(Canvas& c, const Rect& rect, bool pressed, bool selected) {
    const Colour ground = selected ? c.look.selected : pressed ? c.look.pressed : c.look.card;
    c.fill(rect, ground, c.s(14));
    if (!selected) c.outline(rect, c.look.hairline, c.s(14), c.edge());
}

float chipHeight(const Canvas& c, Style style) { return std::max(c.s(kChipHeight), c.lineHeight(style) * 1.25F); }

} // namespace

void iconButton(Canvas& c, const Rect& rect, Icon icon, std::string_view id, std::string_view label,
                const Command& command) {
    buttonGround(c, rect, c.pressed(id), false);
    drawIcon(c, icon, rect.centre(), std::min({c.s(42), rect.h * 0.5F, rect.w * 0.5F}), c.look.ink);
    c.target(TargetRole::Button, id, label, rect, command);
}

void stepButton(Canvas& c, const Rect& rect, Icon icon, std::string_view id, std::string_view label,
                const Command& command, bool possible) {
    if (possible) return iconButton(c, rect, icon, id, label, command);
    c.fill(rect, c.look.card, c.s(14));
    c.outline(rect, c.look.off, c.s(14), c.edge());
    drawIcon(c, icon, rect.centre(), std::min({c.s(42), rect.h * 0.5F, rect.w * 0.5F}), c.look.off);
}

void wordButton(Canvas& c, const Rect& rect, std::string_view word, std::string_view id, std::string_view label,
                const Command& command, bool selected) {
    buttonGround(c, rect, c.pressed(id), selected);
    const float width = std::min(c.width(Style::Strong, word), rect.w - c.s(12));
    const float y = rect.centre().y - c.lineHeight(Style::Strong) / 2;
    c.textFit(Style::Strong, rect.centre().x - width / 2, y, rect.w - c.s(12),
              selected ? c.look.onSelected : c.look.ink, word);
    c.target(TargetRole::Toggle, id, label, rect, command, selected);
}

float wordButtonWidth(const Canvas& c, std::string_view word) {
    return std::max(c.side(80), c.width(Style::Strong, word) + c.s(46));
}

float opinionChipWidth(const Canvas& c, const Opinion& opinion, bool stale) {
    const float clock = stale ? c.t(38) : 0;
    return c.t(kChipPad + 46) + c.width(Style::Section, opinion.word) + clock + c.t(kChipPad + 4);
}

float opinionChip(Canvas& c, float x, float middle, const Opinion& opinion, bool stale) {
    const OpinionColours& colours = c.look.opinion(opinion.colour);
    const float height = chipHeight(c, Style::Section);
    const float width = opinionChipWidth(c, opinion, stale);
    const Rect chip{x, std::round(middle - height / 2), width, height};
    c.fill(chip, colours.chip, c.t(11));
    c.border(chip, colours.onChip, c.t(11));
    drawShape(c, opinion.shape, {x + c.t(kChipPad + 17), middle}, c.t(34), colours.onChip, colours.chip);
    c.textMid(Style::Section, x + c.t(kChipPad + 46), middle, colours.onChip, opinion.word);
    if (stale) drawClock(c, {x + width - c.t(kChipPad + 16), middle}, c.t(32), colours.onChip);
    return width;
}

float opinionLineHeight(const Canvas& c) { return c.lineHeight(Style::Section) * 1.5F + c.s(12); }

float staleChipWidth(const Canvas& c, std::string_view word) {
    return c.t(44) + c.width(Style::Strong, word) + c.t(12);
}

float staleChip(Canvas& c, float x, float middle, std::string_view word) {
    const float width = staleChipWidth(c, word);
    const float height = c.lineHeight(Style::Strong) * 1.02F;
    const Rect chip{x, std::round(middle - height / 2), width, height};
    c.fill(chip, c.look.warnCell, c.t(9));
    c.border(chip, c.look.onWarnCell, c.t(9));
    drawClock(c, {x + c.t(24), middle}, c.t(24), c.look.onWarnCell);
    c.textMid(Style::Strong, x + c.t(44), middle, c.look.onWarnCell, word);
    return width;
}

float numberChipWidth(const Canvas& c) { return std::max(c.t(48), c.lineHeight(Style::Strong) * 1.3F); }

float numberChip(Canvas& c, float x, float middle, int number) {
    const float width = numberChipWidth(c);
    const float height = c.lineHeight(Style::Strong) * 1.4F;
    const Rect box{x, std::round(middle - height / 2), width, height};
    c.fill(box, c.look.cell, c.t(10));
    c.border(box, c.look.hairline, c.t(10));
    c.textCentred(Style::Strong, {box.centre().x, middle}, c.look.onChip, phrase("{}", number));
    return width;
}

void pressedGround(Canvas& c, const Rect& row, std::string_view id) {
    if (c.pressed(id)) c.fill(row, c.look.pressed, c.s(10));
}

} // namespace sightline
