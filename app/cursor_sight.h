#pragma once

#include <optional>

#include "render/gesture.h"

namespace sightline {

/// Whether the pointer is to be seen: for some seconds after a mouse was moved, and never because of a finger. An X
/// server tells of both in the same way, but a finger moves once, to where it comes down; only a mouse moves on its
/// way. Knows no clock of its own.
class CursorSight {
public:
    void feed(const PointerEvent& event);
    [[nodiscard]] bool visible(Seconds now) const { return until_ && now < *until_; }
    /// When that ends; nothing: it is not to be seen.
    [[nodiscard]] std::optional<Seconds> deadline() const { return until_; }
    /// The time is this.
    void pass(Seconds now);
    void hide() { until_.reset(); }

private:
    int moves_ = 0;     ///< in a row, with no button held
    bool held_ = false; ///< a button is down
    std::optional<Seconds> until_;
};

} // namespace sightline
