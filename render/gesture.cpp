#include "render/gesture.h"

#include <algorithm>
#include <cmath>

namespace sightline {

namespace {

/// A finger's speed at the end of a drag is taken over this long: shorter is jumpy, longer feels late.
constexpr Seconds kVelocitySpan = 0.1;

unsigned bit(int button) { return 1U << (static_cast<unsigned>(button) & 31U); }

} // namespace

Gestures GestureRecogniser::feed(const PointerEvent& event) {
    switch (event.kind) {
    case PointerKind::Down: return down(event);
    case PointerKind::Move: return move(event);
    case PointerKind::Up: return up(event);
    case PointerKind::Leave: return cancel();
    }
    return {};
}

Gestures GestureRecogniser::down(const PointerEvent& event) {
    Gestures out;
    // A button that comes down twice was released out of our sight: what was remembered of it is void.
    if ((buttons_ & bit(event.button)) != 0) {
        if (active()) out.add(Cancel{});
        buttons_ = 0;
        phase_ = Phase::Up;
    }
    buttons_ |= bit(event.button);
    if (phase_ != Phase::Up || event.button != 1) {
        if (active()) out.add(Cancel{});
        phase_ = Phase::Abandoned;
        return out;
    }
    phase_ = Phase::Down;
    long_ = false;
    start_ = {event.at, event.time};
    remembered_ = 0;
    remember(event);
    out.add(Press{event.at});
    return out;
}

Gestures GestureRecogniser::move(const PointerEvent& event) {
    Gestures out;
    if (!active()) return out;
    remember(event);
    if (phase_ == Phase::Drag) {
        out.add(DragMove{event.at});
    } else if (std::hypot(event.at.x - start_.at.x, event.at.y - start_.at.y) > settings_.slop) {
        phase_ = Phase::Drag;
        out.add(DragBegin{start_.at, event.at});
    }
    return out;
}

Gestures GestureRecogniser::up(const PointerEvent& event) {
    // What went down out of our sight has nothing to end.
    if ((buttons_ & bit(event.button)) == 0) return {};
    // A release may carry a place of its own that no motion announced.
    Gestures out = move(event);
    buttons_ &= ~bit(event.button);
    if (phase_ == Phase::Down) out.add(Tap{start_.at, long_});
    if (phase_ == Phase::Drag) out.add(DragEnd{velocityAt(event.time)});
    phase_ = buttons_ == 0 ? Phase::Up : Phase::Abandoned;
    return out;
}

Gestures GestureRecogniser::cancel() {
    Gestures out;
    if (active()) out.add(Cancel{});
    phase_ = buttons_ == 0 ? Phase::Up : Phase::Abandoned;
    return out;
}

void GestureRecogniser::abandon() {
    if (active()) phase_ = Phase::Abandoned;
}

std::optional<LongPress> GestureRecogniser::tick(Seconds now) {
    const auto due = deadline();
    if (!due || now < *due) return std::nullopt;
    long_ = true;
    return LongPress{start_.at};
}

std::optional<Seconds> GestureRecogniser::deadline() const {
    if (phase_ != Phase::Down || long_) return std::nullopt;
    return start_.time + settings_.longPress;
}

void GestureRecogniser::remember(const PointerEvent& event) {
    recent_[remembered_++ % recent_.size()] = {event.at, event.time};
}

Point GestureRecogniser::velocityAt(Seconds now) const {
    const std::size_t held = std::min(remembered_, recent_.size());
    if (held < 2) return {};
    const Sample& newest = recent_[(remembered_ - 1) % recent_.size()];
    const Sample* oldest = nullptr;
    for (std::size_t back = 2; back <= held; ++back) {
        const Sample& sample = recent_[(remembered_ - back) % recent_.size()];
        if (now - sample.time > kVelocitySpan) break;
        oldest = &sample;
    }
    // Nothing that recent: the finger rested before it was lifted.
    if (oldest == nullptr) return {};
    const auto span = static_cast<float>(std::max(newest.time - oldest->time, 0.001));
    return {(newest.at.x - oldest->at.x) / span, (newest.at.y - oldest->at.y) / span};
}

} // namespace sightline
