#include "app/touch.h"

#include <cmath>

namespace sightline {

namespace {

float& offsetOf(UiState& state, ListId list) { return state.scroll[static_cast<std::size_t>(list)]; }

/// Marking a meeting is not to happen by a brush of the hand.
bool takesLongPress(const Command& command) {
    const auto* ask = std::get_if<AskMark>(&command);
    return ask != nullptr && ask->asked;
}

} // namespace

Touched Touch::feed(const PointerEvent& event, const UiState& state, const Targets& targets) {
    Touched out{.state = state};
    for (const Gesture& gesture : recogniser_.feed(event)) {
        if (const auto* press = std::get_if<Press>(&gesture)) {
            // A finger stops a list that is moving, and then means only that.
            const bool stopped = glide_.moving();
            glide_.stop();
            out.state.focus = 0;
            const Target* target = stopped ? nullptr : targets.at(press->at);
            pressed_ = target == nullptr ? 0 : target->key;
            out.state.pressed = pressed_;
        } else if (const auto* tap = std::get_if<Tap>(&gesture)) {
            // Another snapshot may have put something else under the finger: only what it came down on counts.
            const Target* target = targets.at(tap->at);
            const bool meant = target != nullptr && (tap->held || !takesLongPress(target->command));
            if (pressed_ != 0 && meant && target->key == pressed_) out.tapped = target;
            out.state.pressed = 0;
        } else if (const auto* drag = std::get_if<DragBegin>(&gesture)) {
            out.state.pressed = 0;
            begin(*drag, targets, out.state);
            out.moving = dragged_.has_value();
        } else if (const auto* move = std::get_if<DragMove>(&gesture)) {
            follow(move->at, targets, out.state);
            out.moving = dragged_.has_value();
        } else if (const auto* drop = std::get_if<DragEnd>(&gesture)) {
            end(*drop, out.state, event.time);
        } else if (std::holds_alternative<Cancel>(gesture)) {
            out.state.pressed = 0;
            dragged_.reset();
        }
    }
    return out;
}

void Touch::begin(const DragBegin& drag, const Targets& targets, UiState& state) {
    sideways_ = std::abs(drag.at.x - drag.from.x) > std::abs(drag.at.y - drag.from.y);
    const ScrollArea* area = targets.scrollAt(drag.from, sideways_);
    dragged_.reset();
    if (area == nullptr) return;
    dragged_ = area->list;
    // From here on, so that the list does not jump by the distance that told the drag from a tap.
    grip_ = state.scrolled(area->list) + (sideways_ ? drag.at.x : drag.at.y);
}

void Touch::follow(Point at, const Targets& targets, UiState& state) {
    const ScrollArea* area = dragged_ ? targets.scrollArea(*dragged_) : nullptr;
    if (area == nullptr) return;
    offsetOf(state, area->list) = clampScroll(grip_ - (sideways_ ? at.x : at.y), area->maxScroll());
}

void Touch::end(const DragEnd& drag, const UiState& state, Seconds now) {
    if (!dragged_) return;
    glide_.start(*dragged_, state.scrolled(*dragged_), -(sideways_ ? drag.velocity.x : drag.velocity.y), now);
    dragged_.reset();
}

UiState Touch::advance(Seconds now, const UiState& state, const Targets& targets) {
    UiState next = state;
    if (!glide_.moving()) return next;
    const ScrollArea* area = targets.scrollArea(glide_.list());
    if (area == nullptr)
        glide_.stop();
    else
        offsetOf(next, area->list) = glide_.advance(now, area->maxScroll());
    return next;
}

UiState Touch::wheel(Point at, float notches, const UiState& state, const Targets& targets) {
    UiState next = state;
    glide_.stop();
    const ScrollArea* area = targets.scrollAt(at, false);
    if (area == nullptr) area = targets.scrollAt(at, true);
    if (area == nullptr) return next;
    constexpr float kNotch = 0.15F; // of what the list shows
    offsetOf(next, area->list) =
        clampScroll(state.scrolled(area->list) + notches * kNotch * area->extent(), area->maxScroll());
    return next;
}

void Touch::abandon() {
    recogniser_.abandon();
    glide_.stop();
    dragged_.reset();
    pressed_ = 0;
}

} // namespace sightline
