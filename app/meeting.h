#pragma once

#include "app/options.h"
#include "render/gesture.h"
#include "render/targets.h"

namespace sightline {

// What happens to the state in a meeting. Pure; `update` dispatches to these.

/// Asks how to start or end a meeting, where that can be asked.
void askMeeting(UiState& state, const AskMeeting& ask);

/// The state at the first element of a meeting; as it was where there is none.
UiState started(const UiState& state, const StartMeeting& start, const Checklist* checklist, const Targets& targets);

/// The state with the meeting at a step and its element shown. Going back to the step it is at shows its lists as they
/// were left.
UiState atStep(const UiState& state, const GoToStep& go, const Checklist* checklist, const Targets& targets);

/// The state once a meeting is over: nothing of it is left, not even what was opened.
UiState afterMeeting();

/// Notes how far the lists of the meeting's element are scrolled, where going from `before` to `next` leaves its page.
void keepPlace(const UiState& before, UiState& next);

/// Once another snapshot is shown: the meeting goes on in its order at its place. Elements that are no longer there are
/// left out, new ones come last. Without any, it is over.
void settleMeeting(UiState& state, const Checklist& checklist);

/// Seconds without a touch until the wall offers to go home. In a meeting the idle time counts for nothing, but one
/// that was forgotten has to end: what is old must not look current.
Seconds untouchedLimit(const UiState& state, const ShowOptions& options);

} // namespace sightline
