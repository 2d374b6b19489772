#pragma once

#include <ctime>

namespace sightline {

/// How long the calling thread has been at work since it began, milliseconds: what other programs and other threads
/// take meanwhile does not count.
inline double threadMilliseconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace sightline
