#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>

#include "render/ui_types.h"

namespace sightline {

/// Seconds on a steady clock; only differences mean anything.
using Seconds = double;

enum class PointerKind : std::uint8_t { Down, Move, Up, Leave };

/// One thing a finger or a mouse did, with its own place and time. A touch panel sends fingers as button 1.
struct PointerEvent {
    PointerKind kind = PointerKind::Move;
    int button = 1; ///< 1: the finger or the main mouse button; others cancel
    Point at;
    Seconds time = 0;
};

// What a finger meant.
struct Press { ///< it came down: show it on the target under it
    Point at;
};
struct Tap {
    Point at;          ///< where it came down: what the person aimed at
    bool held = false; ///< it stayed longer than a long press takes; nothing on the wall has a second meaning for that
};
struct DragBegin {
    Point from; ///< where the finger came down
    Point at;   ///< where it was when it turned out to be a drag
};
struct DragMove {
    Point at;
};
struct DragEnd {
    Point velocity; ///< pixels per second over the last moments
};
struct LongPress {
    Point at;
};
struct Cancel {};

using Gesture = std::variant<Press, Tap, DragBegin, DragMove, DragEnd, LongPress, Cancel>;

struct GestureSettings {
    float slop = 12;         ///< pixels a finger may travel and still tap; about 4 mm
    Seconds longPress = 0.6; ///< how long a finger stays for a long press
};

/// At most two gestures come from one event.
class Gestures {
public:
    void add(const Gesture& gesture) { items_[count_++] = gesture; }
    [[nodiscard]] const Gesture* begin() const { return items_.data(); }
    [[nodiscard]] const Gesture* end() const { return items_.data() + count_; }
    [[nodiscard]] std::size_t size() const { return count_; }

private:
    std::array<Gesture, 2> items_{};
    std::size_t count_ = 0;
};

/// Tells taps, drags and long presses apart. Once a drag has begun there is no tap; a second button or leaving the
/// panel cancels everything until all is released.
class GestureRecogniser {
public:
    explicit GestureRecogniser(GestureSettings settings = {}) : settings_(settings) {}

    void configure(GestureSettings settings) { settings_ = settings; }
    Gestures feed(const PointerEvent& event);
    /// Reports a long press whose time has come.
    std::optional<LongPress> tick(Seconds now);
    /// When `tick` may have something to say; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline() const;
    /// A finger is down, or a drag goes on.
    [[nodiscard]] bool active() const { return phase_ == Phase::Down || phase_ == Phase::Drag; }
    /// Forgets the finger that is down: what it was aimed at is gone.
    void abandon();

private:
    enum class Phase : std::uint8_t { Up, Down, Drag, Abandoned };
    struct Sample {
        Point at;
        Seconds time = 0;
    };

    Gestures down(const PointerEvent& event);
    Gestures move(const PointerEvent& event);
    Gestures up(const PointerEvent& event);
    Gestures cancel();
    void remember(const PointerEvent& event);
    [[nodiscard]] Point velocityAt(Seconds now) const;

    GestureSettings settings_;
    Phase phase_ = Phase::Up;
    unsigned buttons_ = 0; ///< those that are down, a bit each
    bool long_ = false;    ///< the long press of this finger was reported
    Sample start_;
    std::array<Sample, 8> recent_{}; ///< the latest places, for the velocity
    std::size_t remembered_ = 0;
};

} // namespace sightline
