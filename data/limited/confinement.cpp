#include "data/limited/confinement.h"

#include <sys/prctl.h>

namespace sightline {

Confined confine(const Confinement& confinement) {
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    Confined confined;
    // Opening the paths of the rules takes calls and descriptors, so the filter and the limits come last.
    if (!kSanitized) confined.files = restrictFiles(confinement.files);
    lowerLimits(confinement.limits);
    if (!kSanitized) confined.calls = filterCalls(confinement.calls);
    return confined;
}

} // namespace sightline
