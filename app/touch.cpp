#include "app/touch.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/touch_check.h"

namespace sightline {

namespace {

/// The second tap of a double tap comes within this time, and within this many times a tap's slop of the first.
constexpr Seconds kDoubleTap = 0.4;
constexpr float kDoubleTapReach = 4;
/// A swipe that turns a page is at least this share of the page's width long, and twice as long as it is high.
constexpr float kSwipe = 0.12F;

float& offsetOf(UiState& state, ListId list) { return state.scroll[static_cast<std::size_t>(list)]; }

} // namespace

Touched Touch::feed(const PointerEvent& event, const UiState& state, const Targets& targets) {
    Touched out{.state = state, .tapped = nullptr, .command = std::nullopt};
    for (const Gesture& gesture : recogniser_.feed(event)) {
        if (const auto* press = std::get_if<Press>(&gesture)) {
            // A finger on a list that is moving stops it, and means only that; elsewhere it means what it touches.
            const bool stopped = glidesUnder(press->at, targets);
            stopGliding();
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
            if (target == nullptr && !tap->held) out.command = tappedTwice(tap->at, event.time, targets);
            if (target == out.tapped)
                if (auto spot = spotTouched(state.touchCheck, target, tap->at)) out.command = spot;
        } else if (const auto* drag = std::get_if<DragBegin>(&gesture)) {
            out.state.pressed = 0;
            begin(*drag, targets, out.state);
            out.moving = holds();
        } else if (const auto* move = std::get_if<DragMove>(&gesture)) {
            follow(move->at, targets, out.state);
            out.moving = holds();
        } else if (const auto* drop = std::get_if<DragEnd>(&gesture)) {
            end(*drop, out.state, event.time);
            out.command = swiped(targets);
            turning_.reset();
        } else if (std::holds_alternative<Cancel>(gesture)) {
            out.state.pressed = 0;
            release();
        }
    }
    return out;
}

void Touch::begin(const DragBegin& drag, const Targets& targets, UiState& state) {
    release();
    lastTap_.reset();
    const DocumentArea* page = targets.document();
    if (page != nullptr && page->viewport.contains(drag.from)) {
        for (const bool sideways : {false, true}) hold(targets.scrollAt(drag.from, sideways), drag.at, state);
        if (!held_[1]) turning_ = drag;
        latest_ = drag.at;
        return;
    }
    const bool sideways = std::abs(drag.at.x - drag.from.x) > std::abs(drag.at.y - drag.from.y);
    hold(targets.scrollAt(drag.from, sideways), drag.at, state);
}

void Touch::hold(const ScrollArea* area, Point at, const UiState& state) {
    if (area == nullptr) return;
    // From here on, so that the list does not jump by the distance that told the drag from a tap.
    const float grip = state.scrolled(area->list) + (area->sideways ? at.x : at.y);
    held_.at(area->sideways ? 1 : 0) = {area->list, area->sideways, grip};
}

void Touch::follow(Point at, const Targets& targets, UiState& state) {
    latest_ = at;
    for (const auto& held : held_) {
        const ScrollArea* area = held ? targets.scrollArea(held->list) : nullptr;
        if (area == nullptr) continue;
        offsetOf(state, area->list) = clampScroll(held->grip - (held->sideways ? at.x : at.y), area->maxScroll());
    }
}

void Touch::end(const DragEnd& drag, const UiState& state, Seconds now) {
    for (std::size_t i = 0; i < held_.size(); ++i) {
        const auto& held = held_.at(i);
        if (!held) continue;
        const float velocity = held->sideways ? drag.velocity.x : drag.velocity.y;
        glides_.at(i).start(held->list, state.scrolled(held->list), -velocity, now);
    }
    held_ = {};
}

std::optional<Command> Touch::tappedTwice(Point at, Seconds now, const Targets& targets) {
    const auto first = std::exchange(lastTap_, std::nullopt);
    const DocumentArea* page = targets.document();
    if (page == nullptr || !page->viewport.contains(at)) return std::nullopt;
    if (first && now - first->time <= kDoubleTap &&
        std::hypot(at.x - first->at.x, at.y - first->at.y) <= slop_ * kDoubleTapReach)
        return ZoomPage{Zoom::Toggle, at};
    lastTap_ = {at, now};
    return std::nullopt;
}

std::optional<Command> Touch::swiped(const Targets& targets) const {
    const DocumentArea* page = targets.document();
    if (!turning_ || page == nullptr) return std::nullopt;
    const float across = latest_.x - turning_->from.x;
    const float down = latest_.y - turning_->from.y;
    if (std::abs(across) < kSwipe * page->viewport.w || std::abs(across) < 2 * std::abs(down)) return std::nullopt;
    const auto& to = across < 0 ? page->next : page->previous;
    if (!to) return std::nullopt;
    return OpenPage{*to};
}

UiState Touch::advance(Seconds now, const UiState& state, const Targets& targets) {
    UiState next = state;
    for (Glide& glide : glides_) {
        if (!glide.moving()) continue;
        const ScrollArea* area = targets.scrollArea(glide.list());
        if (area == nullptr)
            glide.stop();
        else
            offsetOf(next, area->list) = glide.advance(now, area->maxScroll());
    }
    return next;
}

UiState Touch::wheel(Point at, float notches, const UiState& state, const Targets& targets) {
    UiState next = state;
    stopGliding();
    const ScrollArea* area = targets.scrollAt(at, false);
    if (area == nullptr) area = targets.scrollAt(at, true);
    if (area == nullptr) return next;
    constexpr float kNotch = 0.15F; // of what the list shows
    offsetOf(next, area->list) =
        clampScroll(state.scrolled(area->list) + notches * kNotch * area->extent(), area->maxScroll());
    return next;
}

bool Touch::glidesUnder(Point at, const Targets& targets) const {
    return std::ranges::any_of(glides_, [&](const Glide& glide) {
        const ScrollArea* area = glide.moving() ? targets.scrollArea(glide.list()) : nullptr;
        return area != nullptr && area->viewport.contains(at);
    });
}

void Touch::release() {
    held_ = {};
    turning_.reset();
}

void Touch::stopGliding() {
    for (Glide& glide : glides_) glide.stop();
}

void Touch::abandon() {
    recogniser_.abandon();
    stopGliding();
    release();
    lastTap_.reset();
    pressed_ = 0;
}

} // namespace sightline
