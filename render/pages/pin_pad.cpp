#include "render/pages/pin_pad.h"

#include <algorithm>
#include <cmath>

#include "render/chrome.h"
#include "render/pages/number_pad.h"
#include "render/phrase.h"
#include "render/widgets.h"

namespace sightline {
namespace {

/// Digits that are shown at first: a PIN has at least as many.
constexpr int kPlaces = 6;

bool mayType(const PinPad& pin) { return pin.note != PinNote::Checking && pin.waitSeconds == 0; }

/// "in 30 seconds", "in 14 minutes".
Phrase waitWords(int seconds) {
    constexpr int kMinute = 60;
    if (seconds > kMinute + kMinute / 2)
        return phrase("Too many wrong tries. Wait {}.", counted(seconds / kMinute, "minute", "minutes").view());
    return phrase("Too many wrong tries. Wait {}.", counted(seconds, "second", "seconds").view());
}

struct Words {
    Phrase text;
    bool alarm = false;
};

Words wordsOf(const PinPad& pin) {
    if (pin.waitSeconds > 0 && pin.note == PinNote::Wrong)
        return {phrase("That is not the PIN. {}", waitWords(pin.waitSeconds).view()), true};
    if (pin.waitSeconds > 0) return {waitWords(pin.waitSeconds), true};
    switch (pin.note) {
    case PinNote::TooShort: return {phrase("A PIN has at least six digits."), true};
    case PinNote::Checking: return {phrase("Being checked…")};
    case PinNote::Wrong:
        if (pin.freeTries == 0) return {phrase("That is not the PIN. After another wrong one there is a wait."), true};
        return {phrase("That is not the PIN. {} before there is a wait.",
                       counted(pin.freeTries + 1, "more try", "more tries").view()),
                true};
    case PinNote::NotCounted:
        return {phrase("Tries cannot be counted on this machine, so none is made. Ask IT."), true};
    case PinNote::NoMemory: return {phrase("There is too little memory to check it. Ask IT."), true};
    case PinNote::None: break;
    }
    return {phrase("It opens marked items for this meeting.")};
}

/// A dot for each digit, and an empty ring for each that has to come.
void drawDots(Canvas& c, Point middle, float width) {
    const int typed = c.state.pin.typed;
    const int places = std::max(typed, kPlaces);
    const float step = std::min(c.s(56), width / static_cast<float>(places));
    const float radius = step * 0.24F;
    float x = middle.x - step * static_cast<float>(places - 1) / 2;
    for (int i = 0; i < places; ++i, x += step) {
        if (i < typed)
            c.disc({x, middle.y}, radius, c.look.ink);
        else
            c.arc({x, middle.y}, radius, 0, 6.2832F, std::max(1.5F, c.s(2.5F)), c.look.secondary);
    }
}

void drawKeys(Canvas& c, const NumberPad& pad) {
    const PinPad& pin = c.state.pin;
    const bool possible = mayType(pin);
    const auto digitKey = [&](int digit, int column, int row) {
        const Phrase word = phrase("{}", digit);
        padKey(c, pad.key(column, row), word, phrase("pin:{}", digit), word, TypePin{digit}, possible);
    };
    for (int digit = 1; digit <= 9; ++digit) digitKey(digit, (digit - 1) % 3, (digit - 1) / 3);
    stepButton(c, pad.key(0, 3), Icon::Erase, "pin:erase", "Take the last digit back", TypePin{-1},
               possible && pin.typed > 0);
    digitKey(0, 1, 3);
    padMainKey(c, pad.key(2, 3), "Open", "pin:open", "Open marked items", TryPin{}, possible && pin.typed > 0);
}

/// Where there is no PIN, keys would be a riddle.
void drawWithoutPin(Canvas& c) {
    c.coverTargets();
    c.veil({0, 0, static_cast<float>(c.room.width), static_cast<float>(c.room.height)});
    const auto width = static_cast<float>(c.room.width);
    const auto height = static_cast<float>(c.room.height);
    const float pad = c.s(48);
    const float boxWidth = std::min(width - 2 * margin(c), c.s(1000));
    const float inner = boxWidth - 2 * pad;
    constexpr std::string_view kText =
        "No PIN is set on this wall, so marked items stay closed. IT sets one on the machine with “sudo sightline "
        "config set-pin” and restarts the wall.";
    const float button = c.side(110);
    const float text = c.paragraphHeight(Style::Body, kText, inner);
    const float boxHeight = 2 * pad + c.lineHeight(Style::PageTitle) + c.s(16) + text + c.s(40) + button;
    const Rect box{std::round((width - boxWidth) / 2), std::round((height - boxHeight) / 2), boxWidth, boxHeight};
    c.card(box);
    float y = box.y + pad;
    c.textFit(Style::PageTitle, box.x + pad, y, inner, c.look.ink, "There is no PIN yet");
    y += c.lineHeight(Style::PageTitle) + c.s(16);
    y += c.paragraph(Style::Body, box.x + pad, y, inner, c.look.secondary, kText) + c.s(40);
    wordButton(c, {box.x + pad, y, inner, button}, "Back", "pin:cancel", "Back", AskPin{false});
}

} // namespace

void drawPinPad(Canvas& c, const View& view) {
    if (!c.state.pin.asked) return;
    if (!view.pinSet) return drawWithoutPin(c);
    const Words words = wordsOf(c.state.pin);
    const float title = c.lineHeight(Style::PageTitle) + c.s(8);
    const float dots = c.s(72);
    // The pad keeps its place while it says this and that, as long as two lines will do.
    const auto text = [&](float width) {
        return std::max(c.lineHeight(Style::Body) * 2, c.paragraphHeight(Style::Body, words.text, width));
    };
    const PadBox at = drawPadBox(c, [&](float width) { return title + text(width) + dots; });
    const Rect& box = at.words;
    c.textFit(Style::PageTitle, box.x, box.y, box.w, c.look.ink, "Enter the PIN");
    c.paragraph(Style::Body, box.x, box.y + title, box.w, words.alarm ? c.look.alarm : c.look.secondary, words.text);
    drawDots(c, {box.centre().x, box.y + title + text(box.w) + dots / 2}, box.w);
    drawKeys(c, at.keys);
    wordButton(c, at.leave, "Cancel", "pin:cancel", "Cancel", AskPin{false});
}

} // namespace sightline
