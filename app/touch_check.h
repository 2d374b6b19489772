#pragma once

#include "render/targets.h"
#include "render/ui_types.h"

namespace sightline {

/// Notes where a finger met a spot of the touch check, or that it met none. What was no finger counts for nothing.
void meetSpot(TouchCheck& check, const TouchSpot& touched, const Targets& targets);

/// What a tap means while the check is on: where it was counts, not only on what. Nothing: it means what it always
/// does.
std::optional<Command> spotTouched(const TouchCheck& check, const Target* target, Point at);

} // namespace sightline
