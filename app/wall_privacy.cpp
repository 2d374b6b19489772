#include "app/wall_privacy.h"

#include "app/clock_text.h"
#include "app/update.h"
#include "app/wall.h"

namespace sightline {

namespace {

/// The notice before the wall goes home (IdleTimer).
constexpr Seconds kNotice = 20;
constexpr Seconds kUsualIdle = 120;

Seconds untilNextMinute() {
    const auto now = std::chrono::system_clock::now();
    const auto next = std::chrono::floor<std::chrono::minutes>(now) + std::chrono::minutes(1);
    return std::chrono::duration<double>(next - now).count();
}

} // namespace

Seconds ownersHiddenAfter(const ShowOptions& options) {
    if (!options.privacy.hideOwners) return 0;
    return (options.idleSeconds > 0 ? options.idleSeconds : kUsualIdle) + kNotice;
}

std::string clockNow() {
    const auto now = std::chrono::system_clock::now();
    return clockText(now, localDay(now));
}

/// What is on the wall, and nothing that must not be.
RoomCopy Wall::shown() const {
    if (state_.ownersHidden) return arrival_.alone;
    if (!state_.opened) return arrival_.closed;
    return {arrival_.snapshot, arrival_.comparison, arrival_.search, arrival_.counted};
}

const Checklist* Wall::checklist() const {
    const auto snapshot = shown().snapshot;
    return snapshot ? &snapshot->checklist : nullptr;
}

void Wall::somebodyIsThere(Seconds now) {
    owners_.touched(now);
    if (!state_.ownersHidden) return;
    UiState next = state_;
    next.ownersHidden = false;
    become(std::move(next), Why::Input);
}

void Wall::receivePin() {
    UiState next = state_;
    lock_.answer(next);
    become(std::move(next), Why::Input);
}

void Wall::passPrivacy(Seconds now) {
    UiState next = state_;
    lock_.passTime(next);
    // In a meeting people listen; that nobody touches the wall does not mean that nobody is there.
    if (state_.meeting) owners_.touched(now);
    if (owners_.due(now) && !next.ownersHidden) {
        next.ownersHidden = true;
        next.opened = false;
        next.pin = {};
    }
    become(std::move(next), Why::Timer);
    if (!state_.curtain) return;
    if (std::string clock = clockNow(); clock != view_.clock) {
        view_.clock = std::move(clock);
        reasons_.add(Why::Timer);
    }
}

std::optional<Seconds> Wall::privacyDeadline(Seconds now) const {
    std::optional<Seconds> deadline;
    const auto sooner = [&deadline](std::optional<Seconds> moment) {
        if (moment && (!deadline || *moment < *deadline)) deadline = moment;
    };
    if (const auto left = lock_.untilChange(state_)) sooner(now + *left);
    if (!state_.ownersHidden) sooner(owners_.deadline(now));
    if (state_.curtain) sooner(now + untilNextMinute());
    return deadline;
}

/// After every change of the state: where the room may see something else now, everything on the wall is made of that.
void Wall::tellPrivacy(const UiState& before) {
    const UiState& now = state_;
    if (before.pin.asked && !now.pin.asked) lock_.forget();
    if (before.pin.note != now.pin.note && now.pin.note == PinNote::Wrong) parts_.trace.privacy("pin-wrong");
    if (before.pin.waitSeconds == 0 && now.pin.waitSeconds > 0) parts_.trace.privacy("pin-wait");
    if (before.curtain != now.curtain) {
        view_.clock = clockNow();
        touch_.abandon();
        parts_.trace.privacy(now.curtain ? "covered" : "uncovered");
    }
    if (before.opened == now.opened && before.ownersHidden == now.ownersHidden) return;
    if (before.opened != now.opened) parts_.trace.privacy(now.opened ? "opened" : "closed");
    if (before.ownersHidden != now.ownersHidden)
        parts_.trace.privacy(now.ownersHidden ? "owners-hidden" : "owners-shown");
    pages_.drop();
    state_ = settleOn(state_, checklist());
    if (arrived_) remakeView();
}

/// A trace is a file that others may read: neither a digit of the PIN nor what only the PIN opens goes into it.
void Wall::traceTap(const Target& target) {
    if (std::holds_alternative<TypePin>(target.command)) return parts_.trace.tap("pin:digit", "");
    parts_.trace.tap(target.id, state_.opened ? std::string_view() : target.label);
}

} // namespace sightline
