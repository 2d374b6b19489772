#include "app/update_privacy.h"

#include "data/pin.h"

namespace sightline {

namespace {

/// Keys have a say: nothing is being checked, and there is nothing to wait for.
bool mayType(const PinPad& pin) { return pin.asked && pin.note != PinNote::Checking && pin.waitSeconds == 0; }

} // namespace

void updatePrivacy(UiState& state, const AskPin& ask) {
    if (ask.asked && (state.pin.asked || state.opened)) return; // what it says of a wait stays
    state.pin = {};
    state.pin.asked = ask.asked;
}

void updatePrivacy(UiState& state, const TypePin& typed) {
    PinPad& pin = state.pin;
    if (!mayType(pin)) return;
    const int digits = pin.typed + (typed.digit < 0 ? -1 : 1);
    if (digits < 0 || digits > static_cast<int>(kMostPinDigits)) return;
    pin.typed = digits;
    pin.note = PinNote::None;
}

void updatePrivacy(UiState& state, const TryPin&) {
    PinPad& pin = state.pin;
    if (!mayType(pin)) return;
    pin.note = pin.typed < static_cast<int>(kLeastPinDigits) ? PinNote::TooShort : PinNote::Checking;
}

void updatePrivacy(UiState& state, const LockMarked&) {
    state.opened = false;
    state.pin = {};
}

void updatePrivacy(UiState& state, const DrawCurtain& curtain) {
    state.curtain = curtain.drawn;
    if (!curtain.drawn) return;
    updatePrivacy(state, LockMarked{});
    state.askingMark = false;
    state.askingPage = false;
    state.typedPage = 0;
    state.pressed = 0;
    state.focus = 0;
}

UiState homeAlone(const UiState& state) {
    UiState home;
    home.curtain = state.curtain;
    home.ownersHidden = state.ownersHidden;
    return home;
}

} // namespace sightline
