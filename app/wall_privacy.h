#pragma once

#include <string>

#include "app/options.h"
#include "render/gesture.h"

namespace sightline {

/// Seconds without a touch until owners' names are hidden; 0: they never are. As long as it takes the wall to go home,
/// and where it never does, as long as that takes by default.
Seconds ownersHiddenAfter(const ShowOptions& options);

/// "14:05", local time.
std::string clockNow();

} // namespace sightline
