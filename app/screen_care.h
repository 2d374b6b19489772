#pragma once

#include <optional>
#include <string>

#include "app/screen_hours.h"
#include "render/gesture.h"

namespace sightline {

/// Whether the panel is to be on. Off outside its hours, unless somebody is there: a touch wakes it, and so do the key,
/// the mouse and the start of the program. Knows no clock of its own.
class ScreenCare {
public:
    /// `awake`: seconds for which it stays on after a touch outside its hours.
    ScreenCare(const ScreenHours& hours, Seconds awake, Seconds now) : hours_(hours), awake_(awake), touched_(now) {}

    /// Somebody is there. True: that only woke the panel, and is to do nothing else; this holds for what comes right
    /// after it too, as nobody can have seen yet what is below the finger.
    bool touched(Seconds now);
    /// The time is this; `wanted`: the panel must stay on whatever the time. True: it is to be turned on or off.
    bool pass(Seconds now, WeekTime clock, bool wanted);
    [[nodiscard]] bool dark() const { return dark_; }
    /// When to come back; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline() const;

    /// "on", "on until 18:00", "off until Monday 08:00", "off until it is touched", "on until nobody is there, …".
    [[nodiscard]] std::string words() const;

private:
    ScreenHours hours_;
    Seconds awake_;
    Seconds touched_;
    std::optional<Seconds> woken_; ///< since when what comes is to do nothing else; until `kBlind` later
    WeekTime clock_;
    Seconds looked_ = 0; ///< when it was that time
    bool wanted_ = false;
    bool dark_ = false;
};

} // namespace sightline
