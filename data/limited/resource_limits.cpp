#include "data/limited/resource_limits.h"

#include <algorithm>

namespace sightline {

void lowerLimit(decltype(RLIMIT_CPU) what, rlim_t most, rlim_t spare) {
    rlimit now{};
    if (::getrlimit(what, &now) == 0 && now.rlim_max != RLIM_INFINITY) most = std::min(most, now.rlim_max - spare);
    const rlimit wanted{most, most + spare};
    ::setrlimit(what, &wanted);
}

void lowerLimits(const ResourceLimits& limits) {
    // One second more until it is killed outright: a first process of a name space may ignore the warning.
    lowerLimit(RLIMIT_CPU, static_cast<rlim_t>(limits.processorTime.count()), 1);
    lowerLimit(RLIMIT_NOFILE, static_cast<rlim_t>(limits.openFiles));
    lowerLimit(RLIMIT_CORE, 0);
    if (!kSanitized) lowerRoom(limits);
}

void lowerRoom(const ResourceLimits& limits) {
    lowerLimit(RLIMIT_FSIZE, limits.fileBytes);
    lowerLimit(RLIMIT_AS, limits.memory);
}

} // namespace sightline
