#pragma once

#include <array>
#include <optional>

#include "render/gesture.h"
#include "render/ui_types.h"

namespace sightline {

/// How long each element of a meeting has been talked about: the time its step was the meeting's, whatever page was
/// looked at meanwhile. Knows no clock of its own: every call brings the present moment.
class MeetingClock {
public:
    /// `planned`: minutes set aside for each element; 0: nothing is timed.
    explicit MeetingClock(int planned) : planned_(planned) {}

    /// What the state's meeting is to show of its time just now. Without a meeting everything is forgotten.
    std::optional<MeetingTime> follow(const UiState& state, Seconds now);
    /// When that changes next; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline() const;

private:
    int planned_;
    int element_ = 0; ///< the one that is being talked about; 0: none
    Seconds since_ = 0;
    int shown_ = 0;                 ///< minutes, as `follow` last said
    std::array<Seconds, 7> used_{}; ///< by element, before `since_`
};

} // namespace sightline
