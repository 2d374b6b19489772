#include "render/marking.h"

#include <algorithm>
#include <cmath>

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

void drawClosed(Canvas& c, const View& view, const Evidence& item, const Rect& card) {
    c.card(card);
    const std::string_view text =
        item.shown == Shown::Title
            ? "In this room only its title, line and dates are shown. Its details, source and document stay closed "
              "until the PIN opens them for this meeting."
            : "In this room it is counted, but not shown. The PIN opens it for this meeting.";
    constexpr std::string_view kNoPin =
        "No PIN is set on this wall. IT sets one on the machine with “sudo sightline config set-pin” and restarts the "
        "wall.";
    constexpr std::string_view kButton = "Enter the PIN";
    const float width = std::min(card.w - c.s(80), c.s(760));
    const float x = std::round(card.x + (card.w - width) / 2);
    const float icon = c.s(72);
    const Phrase heading = phrase("Closed: {}", item.marking);
    const float headingHeight = c.paragraphHeight(Style::Section, heading, width, 3);
    const float textHeight = c.paragraphHeight(Style::Body, text, width);
    const float buttonHeight = c.side(96);
    const float below = view.pinSet ? buttonHeight : c.paragraphHeight(Style::Body, kNoPin, width);
    float y =
        card.y + std::max(c.s(24), std::round((card.h - icon - headingHeight - textHeight - below - c.s(84)) / 2));
    drawIcon(c, Icon::Lock, {x + icon / 2 - c.s(8), y + icon / 2}, icon, c.look.secondary);
    y += icon + c.s(28);
    y += c.paragraph(Style::Section, x, y, width, c.look.ink, heading, 3) + c.s(12);
    y += c.paragraph(Style::Body, x, y, width, c.look.secondary, text) + c.s(44);
    if (!view.pinSet) {
        c.paragraph(Style::Body, x, y, width, c.look.ink, kNoPin);
        return;
    }
    const Rect button{x, std::round(y), std::min(width, wordButtonWidth(c, kButton) + c.s(80)), buttonHeight};
    c.fill(button, c.look.selected, c.s(14));
    c.textCentred(Style::Row, button.centre(), c.look.onSelected, kButton);
    c.target(TargetRole::Button, "ask-pin", "Enter the PIN to open marked items", button, AskPin{true});
}

} // namespace sightline
