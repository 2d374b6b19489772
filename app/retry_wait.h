#pragma once

#include <algorithm>
#include <optional>

#include "render/gesture.h"

namespace sightline {

/// When to try again what was refused for a reason that may pass without the file being changed: a full disk, a clock
/// that was not set, a key that was missing. After a minute, and then less and less often: a large file is copied each
/// time.
class RetryWait {
public:
    static constexpr Seconds kFirst = 60;
    static constexpr Seconds kMost = 900;

    explicit RetryWait(Seconds first = kFirst) : first_(first), wait_(first) {}

    /// It was refused, for the first time or again.
    void hold(Seconds now) {
        wait_ = at_ ? std::min(wait_ * 2, kMost) : first_;
        at_ = now + wait_;
    }
    /// It was taken, or is another one now.
    void letGo() { at_.reset(); }
    [[nodiscard]] bool isDue(Seconds now) const { return at_ && now >= *at_; }

private:
    Seconds first_;
    Seconds wait_;
    std::optional<Seconds> at_; ///< nothing: there is nothing to try again
};

} // namespace sightline
