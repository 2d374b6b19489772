#include "app/meeting.h"
#include "app/wall.h"

namespace sightline {

// What the wall does beyond answering touches: a meeting that is held on it, and pages that it turns by itself.

namespace {

/// Somebody is there: a finger, a key or a wheel. A mouse that passes over is not meant for the wall.
bool isTouch(const WindowEvent& event) {
    if (const auto* pointer = std::get_if<PointerEvent>(&event)) return pointer->kind == PointerKind::Down;
    return std::holds_alternative<KeyPress>(event) || std::holds_alternative<Typed>(event) ||
           std::holds_alternative<Wheel>(event);
}

} // namespace

void Wall::passMeeting(Seconds now) {
    const std::optional<MeetingTime> time = meetingClock_.follow(state_, now);
    if (!state_.meeting || state_.meeting->time == time) return;
    UiState next = state_;
    next.meeting->time = time;
    become(std::move(next), Why::Timer);
}

/// Nothing turns behind a curtain or a keypad, nor while marked items are open, nor where nobody sees it.
bool Wall::mayTurn() const { return !screen_.dark() && !state_.curtain && !state_.pin.asked && !state_.opened; }

void Wall::passRotation(Seconds now) {
    if (!mayTurn()) return;
    UiState next = turner_.pass(state_, view_, idle_.untouchedFor(options_.idleSeconds), now);
    next.ownersHidden = state_.ownersHidden; // turning a page is nobody's coming
    become(std::move(next), Why::Timer);
}

/// The first touch stops the pages, and does what it always does. Only where the page has just been turned it does
/// nothing else, as it was meant for the page before.
bool Wall::stopsRotation(const WindowEvent& event) {
    if (!state_.rotation || state_.rotation->paused || !isTouch(event)) return false;
    const Seconds now = parts_.window.now();
    idle_.touched(now);
    somebodyIsThere(now);
    become(withPause(state_), Why::Input);
    return turner_.justTurned(now);
}

std::optional<Seconds> Wall::modesDeadline() const {
    const auto minute = meetingClock_.deadline();
    const auto turn = view_.snapshot == nullptr || !mayTurn()
                          ? std::nullopt
                          : turner_.deadline(state_, idle_.untouchedFor(options_.idleSeconds));
    return minute && turn ? std::min(minute, turn) : minute ? minute : turn;
}

/// Every change of state comes by here. However a meeting ends, by the chair or forgotten, this is where the wall knows
/// of it.
void Wall::noteModes(const UiState& before) {
    if (state_.meeting.has_value() != before.meeting.has_value()) {
        idle_.allow(untouchedLimit(state_, options_));
        parts_.trace.meeting(state_.meeting ? "started" : "ended");
    }
    const auto turning = [](const UiState& state) { return state.rotation && !state.rotation->paused; };
    if (turning(state_) && !turning(before)) parts_.trace.rotation("started");
    if (!turning(state_) && turning(before)) parts_.trace.rotation(state_.rotation ? "paused" : "ended");
}

} // namespace sightline
