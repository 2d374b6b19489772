#include "app/watchdog.h"

namespace sightline {

namespace {

/// Looks in one patience. sd_watchdog_enabled(3) asks for a sign of life at every half of it; four also leave a loader
/// that is at work for half the patience its time to answer.
constexpr double kLooks = 4;

} // namespace

Watchdog::Watchdog(std::optional<Seconds> patience) {
    if (!patience) return;
    interval_ = *patience / kLooks;
    next_ = 0;
}

bool Watchdog::due(Seconds now) {
    if (!next_ || now < *next_) return false;
    next_ = now + interval_;
    return true;
}

} // namespace sightline
