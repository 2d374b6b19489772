#include "app/screen_care.h"

#include <algorithm>

namespace sightline {

namespace {

/// Seconds in which a panel that is woken shows nothing yet.
constexpr Seconds kBlind = 1;

} // namespace

bool ScreenCare::touched(Seconds now) {
    touched_ = now;
    if (dark_) {
        dark_ = false;
        woken_ = now;
    }
    if (woken_ && now >= *woken_ + kBlind) woken_.reset();
    return woken_.has_value();
}

bool ScreenCare::pass(Seconds now, WeekTime clock, bool wanted) {
    clock_ = clock;
    looked_ = now;
    wanted_ = wanted;
    const bool off = !wanted && !hours_.on(clock.minute) && now >= touched_ + awake_;
    if (off == dark_) return false;
    dark_ = off;
    return true;
}

/// Hours begin and end with a minute; looking at each of them also notices a clock that was set.
std::optional<Seconds> ScreenCare::deadline() const {
    if (hours_.always()) return std::nullopt;
    const Seconds minute = looked_ + 60 - clock_.second;
    const Seconds alone = touched_ + awake_;
    return !dark_ && alone > looked_ ? std::min(minute, alone) : minute;
}

std::string ScreenCare::words() const {
    if (hours_.always()) return "on";
    const auto change = hours_.change(clock_.minute);
    const std::string when = change ? weekMinuteText(*change, clock_.minute) : std::string();
    if (hours_.on(clock_.minute)) return change ? "on until " + when : "on";
    if (dark_) return "off until " + (change ? when : "it is touched");
    return wanted_ ? "on although it is out of hours: it is in use" : "on although it is out of hours: it was touched";
}

} // namespace sightline
