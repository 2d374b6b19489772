#include "render/marking.h"

#include <algorithm>
#include <cmath>

#include "render/scroll_list.h"
#include "render/shapes.h"
#include "render/widgets.h"

namespace sightline {

namespace {

constexpr float kLock = 24;

} // namespace

float drawMarkedLock(Canvas& c, const Evidence& item, float right, float middle) {
    const float side = c.s(kLock);
    drawIcon(c, item.shown == Shown::All ? Icon::Unlock : Icon::Lock, {right - side / 2, middle}, side,
             c.look.secondary);
    return right - side;
}

float markedLockWidth(const Canvas& c, const View& view, int index) {
    return isMarked(view, index) ? c.s(kLock + 16) : 0;
}

Phrase itemLabel(const Evidence& item) {
    switch (item.shown) {
    case Shown::All: return phrase("{}", item.name);
    case Shown::Title: return phrase("{}, closed: {}", item.name, item.marking);
    case Shown::Nothing: break;
    }
    return phrase("{}", item.name);
}

namespace {

constexpr std::string_view kEnterPin = "Enter the PIN";
constexpr std::string_view kNoPin =
    "No PIN is set on this wall. IT sets one on the machine with “sudo sightline config set-pin” and restarts the "
    "wall.";

std::string_view whyClosed(const Evidence& item) {
    if (item.shown == Shown::Title)
        return "In this room only its title, line and dates are shown. Its details, source and document stay closed "
               "until the PIN opens them for this meeting.";
    return "In this room it is counted, but not shown. The PIN opens it for this meeting.";
}

void closedWords(Flow& flow, const View& view, const Evidence& item) {
    Canvas& c = flow.c;
    flow.paragraph(Style::Section, c.look.ink, phrase("Closed: {}", item.marking), 3);
    flow.skip(c.s(12));
    flow.paragraph(Style::Body, c.look.secondary, whyClosed(item));
    if (view.pinSet) return;
    flow.skip(c.s(44));
    flow.paragraph(Style::Body, c.look.ink, kNoPin);
}

void drawPinButton(Canvas& c, const Rect& button) {
    c.fill(button, c.look.selected, c.s(14));
    c.textCentred(Style::Row, button.centre(), c.look.onSelected, kEnterPin);
    c.target(TargetRole::Button, "ask-pin", "Enter the PIN to open marked items", button, AskPin{true});
}

} // namespace

void drawClosed(Canvas& c, const View& view, const Evidence& item, const Rect& card) {
    c.card(card);
    const float width = std::min(card.w - c.s(80), c.t(760));
    const float x = std::round(card.x + (card.w - width) / 2);
    const float icon = c.s(72);
    const float above = c.s(44);
    const float buttonHeight = std::max(c.side(96), c.lineHeight(Style::Row) + c.s(24));
    const float buttonWidth = std::min(width, c.width(Style::Row, kEnterPin) + c.s(100));
    const float button = view.pinSet ? above + buttonHeight : 0;
    Flow measure{c, x, width, 0, false};
    closedWords(measure, view, item);
    const float block = icon + c.s(28) + measure.y + button;
    if (block + 2 * c.s(24) <= card.h) {
        const float y = card.y + std::round((card.h - block) / 2);
        drawIcon(c, Icon::Lock, {x + icon / 2 - c.s(8), y + icon / 2}, icon, c.look.secondary);
        Flow flow{c, x, width, y + icon + c.s(28), true};
        closedWords(flow, view, item);
        if (view.pinSet) drawPinButton(c, {x, std::round(flow.y + above), buttonWidth, buttonHeight});
        return;
    }
    // The words scroll where there is little room; what opens the item never leaves the card.
    const float edge = c.s(20);
    const float foot = card.bottom() - edge;
    const float words = view.pinSet ? buttonHeight + std::max(edge, c.room.targetGap()) : 0;
    scrollList(c, ListId::ItemText, {x, card.y + edge, width, foot - words - card.y - edge}, "Closed",
               [&](Flow& flow) { closedWords(flow, view, item); });
    if (view.pinSet) drawPinButton(c, {x, foot - buttonHeight, buttonWidth, buttonHeight});
}

} // namespace sightline
