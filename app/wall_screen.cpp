#include "app/wall_screen.h"

#include <algorithm>

namespace sightline {

namespace {

/// For how long a touch wakes the panel where the wall never goes home by itself, seconds.
constexpr Seconds kAwake = 120;

bool isSomebody(const WindowEvent& event) {
    return std::holds_alternative<PointerEvent>(event) || std::holds_alternative<KeyPress>(event) ||
           std::holds_alternative<Typed>(event) || std::holds_alternative<Wheel>(event);
}

} // namespace

WallScreen::WallScreen(const ShowOptions& options, Window& window, Log& log, Trace& trace)
    : window_(window), log_(log), trace_(trace),
      care_(ScreenHours(options.hours), options.idleSeconds > 0 ? options.idleSeconds : kAwake, window.now()),
      shift_(options.shiftPixels, options.shiftSeconds, window.now()) {}

bool WallScreen::touched(const WindowEvent& event) {
    if (!isSomebody(event)) return false;
    if (const auto* pointer = std::get_if<PointerEvent>(&event)) {
        cursor_.feed(*pointer);
        if (pointer->kind == PointerKind::Leave) return false;
    }
    const bool wasDark = dark();
    const bool onlyWoke = care_.touched(window_.now());
    if (wasDark) turn(true);
    return onlyWoke;
}

WallScreen::Passed WallScreen::pass(Seconds now, bool wanted, bool held) {
    Passed passed;
    const bool turned = care_.pass(now, weekTime(std::chrono::system_clock::now()), wanted);
    if (turned)
        turn(!dark());
    else if (dark())
        window_.turnPanel(false); // something else may have turned it on since
    passed.wentDark = turned && dark();
    passed.woke = std::exchange(woke_, false) && !dark();
    if (!dark()) passed.moved = shift_.pass(now, held);
    cursor_.pass(now);
    if (const bool shown = cursor_.visible(now) && !dark(); shown != pointer_) {
        pointer_ = shown;
        window_.showPointer(shown);
        trace_.pointer(shown);
    }
    return passed;
}

void WallScreen::panelChanged() {
    if (dark()) window_.turnPanel(false);
}

std::optional<Seconds> WallScreen::deadline() const {
    std::optional<Seconds> next = care_.deadline();
    const auto sooner = [&next](std::optional<Seconds> moment) {
        if (moment) next = std::min(next.value_or(*moment), *moment);
    };
    if (!dark()) sooner(shift_.deadline());
    sooner(cursor_.deadline());
    return next;
}

std::string WallScreen::words() const {
    std::string words = care_.words();
    if (!dark() || window_.canTurnOff()) return words;
    return "black" + words.substr(words.find(' ')) + ", as this display cannot be turned off";
}

void WallScreen::turn(bool on) {
    window_.turnPanel(on);
    trace_.screen(on);
    log_.say(LogTopic::Display, LogLevel::Notice, "The panel is " + words() + ".");
    woke_ = on;
}

} // namespace sightline
