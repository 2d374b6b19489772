#pragma once

#include <optional>

#include "render/gesture.h"

namespace sightline {

/// When the wall has to show the service manager that it lives, and whether it may. Knows no clock of its own: every
/// call brings the present moment.
class Watchdog {
public:
    /// `patience`: how long the service manager waits for a sign of life, seconds; nothing: it does not care.
    explicit Watchdog(std::optional<Seconds> patience);

    /// When to come back at the latest; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline() const { return next_; }
    /// It is time to look whether all is well. What is not well is looked at again one interval later.
    bool due(Seconds now);

private:
    Seconds interval_ = 0;
    std::optional<Seconds> next_;
};

} // namespace sightline
