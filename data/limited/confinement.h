#pragma once

#include "data/limited/call_filter.h"
#include "data/limited/landlock.h"
#include "data/limited/resource_limits.h"

namespace sightline {

/// All that a process may still do that is about to read hostile bytes.
struct Confinement {
    ResourceLimits limits = {};
    FileAccess files = {};
    CallFilter calls = CallFilter::Reader;
};

/// What of it the kernel took on; the limits always hold.
struct Confined {
    bool files = false;
    bool calls = false;
};

/// Confines this process, for good: it cannot gain rights any more, has these limits, sees only these files and keeps
/// only these system calls. Before its first other thread. A kernel that cannot do a part of it does the rest: the
/// reader's own checks come first and last in any case. A build with a sanitizer keeps its files and calls, as the
/// sanitizer's run time needs them.
Confined confine(const Confinement& confinement);

} // namespace sightline
