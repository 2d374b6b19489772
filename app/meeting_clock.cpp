#include "app/meeting_clock.h"

#include <cmath>

namespace sightline {

namespace {

constexpr Seconds kMinute = 60;

} // namespace

std::optional<MeetingTime> MeetingClock::follow(const UiState& state, Seconds now) {
    if (!state.meeting || planned_ == 0) {
        *this = MeetingClock(planned_);
        return std::nullopt;
    }
    if (const int element = state.meeting->element(); element != element_) {
        if (element_ != 0) used_.at(static_cast<std::size_t>(element_)) += now - since_;
        element_ = element;
        since_ = now;
    }
    shown_ = static_cast<int>(std::floor((used_.at(static_cast<std::size_t>(element_)) + now - since_) / kMinute));
    return MeetingTime{.used = shown_, .planned = planned_};
}

std::optional<Seconds> MeetingClock::deadline() const {
    if (element_ == 0) return std::nullopt;
    return since_ + (shown_ + 1) * kMinute - used_.at(static_cast<std::size_t>(element_));
}

} // namespace sightline
