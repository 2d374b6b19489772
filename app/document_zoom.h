#pragma once

#include "render/targets.h"
#include "render/ui_types.h"

namespace sightline {

/// Draws the open page of a document larger or smaller, about the place that the command names. `targets`: the
/// registry of the last frame, which knows where the page lies; without one on it nothing changes.
void zoomPage(UiState& state, const ZoomPage& command, const Targets& targets);

/// Moves an enlarged page, no further than its edges.
void panPage(UiState& state, const PanPage& command, const Targets& targets);

} // namespace sightline
