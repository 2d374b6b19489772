#pragma once

#include "render/targets.h"
#include "render/ui_types.h"

namespace sightline {

/// The state with every list within the bounds that the last frame gave it.
UiState clampScrolls(const UiState& state, const Targets& targets);

/// The state with the focused target, and some room around it, scrolled into sight.
UiState revealFocus(const UiState& state, const Targets& targets);

/// The state with the row that the page was opened at scrolled into sight, the first time it is drawn.
UiState revealPointed(const UiState& state, const Targets& targets);

} // namespace sightline
