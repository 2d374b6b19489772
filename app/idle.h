#pragma once

#include <optional>

#include "render/gesture.h"

namespace sightline {

/// When nobody has touched the wall for a while, it announces that it will go home, and goes. Knows no clock of its
/// own: every call brings the present moment.
class IdleTimer {
public:
    /// `after`: seconds without touch until the notice; 0: never. `notice`: how long the notice stays, seconds.
    explicit IdleTimer(Seconds after, Seconds notice = 20) : after_(after), notice_(notice) {}

    /// From now on it takes that long without a touch until the notice.
    void allow(Seconds after) { after_ = after; }
    /// When the last touch is as long ago as that.
    [[nodiscard]] Seconds untouchedFor(Seconds time) const { return last_ + time; }
    /// Somebody is there.
    void touched(Seconds now) { last_ = now; }
    /// A finger came down while the notice is shown: gives it at least this long to become a tap.
    void holdOn(Seconds now, Seconds least);
    /// Whole seconds until home, from the notice's length down to 1; 0: no notice yet, or the time is up.
    [[nodiscard]] int secondsLeft(Seconds now) const;
    /// The time is up: go home.
    [[nodiscard]] bool due(Seconds now) const;
    /// When `secondsLeft` or `due` changes next; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline(Seconds now) const;

private:
    Seconds after_;
    Seconds notice_;
    Seconds last_ = 0;
};

} // namespace sightline
