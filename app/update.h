#pragma once

#include "data/model.h"
#include "render/targets.h"
#include "render/ui_types.h"

namespace sightline {

/// The trail never grows longer: the oldest place is forgotten.
constexpr std::size_t kTrailLimit = 32;

/// Carries out what a tap or a key asked for. Pure. `checklist`: what is shown; nullptr: nothing is. `targets`: the
/// registry of the last frame (PageList needs to know how tall the list is).
///
/// Top pages (overview, evidence, actions, map, changes, about) start a new trail; the search, elements, items,
/// narrowed evidence lists and the health of the wall are added to it, and going from one element or item straight to
/// the next replaces it. What does not exist (any more) leads to the page that lists its kind.
UiState update(const UiState& state, const Command& command, const Checklist* checklist, const Targets& targets);

/// The state once `checklist` has replaced what was shown: places, filters and trail entries that no longer exist give
/// way to the page that lists their kind.
UiState settleOn(const UiState& state, const Checklist* checklist);

/// Where everybody starts: nothing opened, narrowed or scrolled. The keyboard focus is not part of it.
bool isHome(const UiState& state);

} // namespace sightline
