#include "app/room_lock.h"

#include <algorithm>
#include <cmath>

namespace sightline {

namespace {

constexpr int kMinute = 60;
constexpr int kToldInSeconds = 90;

} // namespace

int toldWait(Seconds left) {
    const int seconds = static_cast<int>(std::ceil(left));
    return seconds <= kToldInSeconds ? seconds : (seconds + kMinute - 1) / kMinute * kMinute;
}

RoomLock::RoomLock(std::string hash, const std::filesystem::path& folder, std::function<void()> wake,
                   PinLockout::Clock clock)
    : hash_(std::move(hash)), lockout_(folder, std::move(clock)), check_(hash_, std::move(wake)) {
    // What is typed never moves in memory, and so leaves no copies.
    digits_.reserve(kMostPinDigits + 1);
}

void RoomLock::forget() {
    wipe(digits_);
    check_.forget();
}

void RoomLock::follow(const UiState& before, UiState& next, const Command& command) {
    if (!next.pin.asked) return;
    if (!before.pin.asked) {
        forget();
        next.pin.freeTries = lockout_.freeTries();
        passTime(next);
    }
    if (const auto* typed = std::get_if<TypePin>(&command)) {
        if (next.pin.typed > before.pin.typed)
            digits_ += static_cast<char>('0' + typed->digit % 10);
        else if (next.pin.typed < before.pin.typed)
            digits_.pop_back();
    }
    if (next.pin.note != PinNote::Checking || before.pin.note == PinNote::Checking) return;
    next.pin.typed = 0;
    const bool waits = lockout_.wait() > 0;
    if (!hasPin() || waits || !lockout_.begin()) {
        wipe(digits_);
        next.pin.note = waits ? PinNote::None : PinNote::NotCounted;
        return passTime(next);
    }
    check_.begin(digits_);
    wipe(digits_);
}

void RoomLock::answer(UiState& state) {
    const auto match = check_.take();
    if (!match || state.pin.note != PinNote::Checking) return;
    if (*match == PinMatch::Right) {
        // Where the count cannot be put back, tries stay counted: that harms nobody but the next one to mistype.
        [[maybe_unused]] const auto kept = lockout_.right();
        state.pin = {};
        state.opened = true;
        return;
    }
    state.pin.note = *match == PinMatch::Wrong ? PinNote::Wrong : PinNote::NoMemory;
    state.pin.freeTries = lockout_.freeTries();
    passTime(state);
}

void RoomLock::passTime(UiState& state) const {
    if (!state.pin.asked || state.pin.note == PinNote::Checking) return;
    state.pin.waitSeconds = toldWait(lockout_.wait());
}

std::optional<Seconds> RoomLock::untilChange(const UiState& state) const {
    if (!state.pin.asked || state.pin.waitSeconds == 0 || state.pin.note == PinNote::Checking) return std::nullopt;
    const Seconds left = lockout_.wait();
    const int told = toldWait(left);
    const int next = told <= kToldInSeconds ? told - 1 : std::max(told - kMinute, kToldInSeconds);
    return std::max(0.01, left - static_cast<Seconds>(next));
}

} // namespace sightline
