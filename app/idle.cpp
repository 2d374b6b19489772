#include "app/idle.h"

#include <algorithm>
#include <cmath>

namespace sightline {

int IdleTimer::secondsLeft(Seconds now) const {
    if (after_ <= 0 || now < last_ + after_ || due(now)) return 0;
    return static_cast<int>(std::ceil(last_ + after_ + notice_ - now));
}

bool IdleTimer::due(Seconds now) const { return after_ > 0 && now >= last_ + after_ + notice_; }

void IdleTimer::holdOn(Seconds now, Seconds least) { last_ = std::max(last_, now + least - notice_ - after_); }

std::optional<Seconds> IdleTimer::deadline(Seconds now) const {
    if (after_ <= 0 || due(now)) return std::nullopt;
    const Seconds noticeFrom = last_ + after_;
    if (now < noticeFrom) return noticeFrom;
    return noticeFrom + notice_ - static_cast<Seconds>(secondsLeft(now) - 1);
}

} // namespace sightline
