// What the wall does with touches and keys.
#include "app/keyboard.h"
#include "app/reveal.h"
#include "app/update.h"
#include "app/wall.h"

namespace sightline {

void Wall::handle(const WindowEvent& event) {
    if (screen_.touched(event)) {
        idle_.touched(parts_.window.now());
        somebodyIsThere(parts_.window.now());
    } else if (stopsRotation(event)) {
        return;
    } else if (const auto* pointer = std::get_if<PointerEvent>(&event)) {
        touched(*pointer);
    } else if (const auto* key = std::get_if<KeyPress>(&event)) {
        keyed(key->key);
    } else if (const auto* typed = std::get_if<Typed>(&event)) {
        this->typed(typed->character);
    } else if (const auto* wheel = std::get_if<Wheel>(&event)) {
        idle_.touched(parts_.window.now());
        somebodyIsThere(parts_.window.now());
        const Point at = screen_.shift().onPicture(wheel->at, room_.width, room_.height);
        become(touch_.wheel(at, wheel->notches, state_, targets_), Why::Scroll);
    } else if (std::holds_alternative<Resized>(event)) {
        resized();
    } else if (std::holds_alternative<PanelChanged>(event)) {
        panelChanged();
    } else if (visible_) {
        reasons_.add(Why::Damage);
    }
}

void Wall::touched(const PointerEvent& onPanel) {
    if (onPanel.kind == PointerKind::Move && !touch_.active()) return;
    PointerEvent event = onPanel;
    event.at = screen_.shift().onPicture(event.at, room_.width, room_.height);
    somebodyIsThere(event.time);
    Touched result = touch_.feed(event, state_, targets_);
    // While the notice is up, a finger that comes down must not take it away from under itself; one that goes up says
    // that somebody is there, wherever it was.
    const bool notice = state_.idleSecondsLeft > 0;
    if (notice && touch_.active()) {
        idle_.holdOn(event.time, 2);
    } else {
        idle_.touched(event.time);
        if (notice && result.tapped == nullptr) result.state = update(result.state, StayHere{}, nullptr, targets_);
    }
    become(std::move(result.state), result.moving ? Why::Scroll : Why::Input);
    if (result.tapped != nullptr)
        carryOut(result.command.value_or(result.tapped->command), result.tapped);
    else if (result.command && !notice)
        carryOut(*result.command, nullptr);
}

void Wall::keyed(Key key) {
    const bool notice = state_.idleSecondsLeft > 0;
    idle_.touched(parts_.window.now());
    somebodyIsThere(parts_.window.now());
    // Covering the screen never waits for a question.
    if (notice && key != Key::Cover) return carryOut(StayHere{}, nullptr);
    touch_.abandon();
    // Keys can come faster than frames, and each means the page as the one before it has left it.
    if (viewFor_ && *viewFor_ != state_) build();
    Keyed result = press(key, state_, targets_);
    become(revealFocus(result.state, targets_), Why::Input);
    if (result.activated != nullptr)
        carryOut(result.activated->command, result.activated);
    else if (result.command)
        carryOut(*result.command, nullptr);
}

void Wall::typed(char32_t character) {
    const bool notice = state_.idleSecondsLeft > 0;
    idle_.touched(parts_.window.now());
    somebodyIsThere(parts_.window.now());
    if (notice) return carryOut(StayHere{}, nullptr);
    Keyed result = type(character, state_);
    if (result.command) touch_.abandon();
    become(std::move(result.state), Why::Input);
    if (result.command) carryOut(*result.command, nullptr);
}

} // namespace sightline
