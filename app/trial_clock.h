#pragma once

#include <optional>

#include "render/gesture.h"

namespace sightline {

/// How long a snapshot that is on trial has been on the panel. Knows no clock of its own.
class TrialClock {
public:
    /// `patience`: seconds until a snapshot has stood.
    explicit TrialClock(Seconds patience) : patience_(patience) {}

    /// Another snapshot is about to be drawn.
    void begin(bool onTrial) {
        onTrial_ = onTrial;
        end_.reset();
    }
    /// A frame has been drawn.
    void drawn(Seconds now) {
        if (onTrial_ && !end_) end_ = now + patience_;
    }
    /// When to come back; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline() const { return end_; }
    /// It has stood. True once.
    bool due(Seconds now) {
        if (!end_ || now < *end_) return false;
        begin(false);
        return true;
    }

private:
    Seconds patience_;
    bool onTrial_ = false;
    std::optional<Seconds> end_;
};

} // namespace sightline
