#pragma once

#include "render/ui_types.h"

namespace sightline {

// The part of `update` that is about what the room may see. Nothing here opens marked items: only the wall does, once
// the PIN was checked.

void updatePrivacy(UiState& state, const AskPin& ask);
void updatePrivacy(UiState& state, const TypePin& typed);
void updatePrivacy(UiState& state, const TryPin& tried);
void updatePrivacy(UiState& state, const LockMarked& lock);
void updatePrivacy(UiState& state, const DrawCurtain& curtain);

/// Home, as it is when nobody is there: marked items closed, and a curtain still drawn.
UiState homeAlone(const UiState& state);

} // namespace sightline
