#pragma once

#include "app/window_glfw.h"
#include "render/targets.h"

namespace sightline {

/// What a key did.
struct Keyed {
    UiState state;                     ///< with the focus where it is now
    const Target* activated = nullptr; ///< its command is to be carried out
    std::optional<Command> command;    ///< or this one
};

/// Turns a key into a move of the focus, or a command, on the registry of the last frame. The focus is shown from the
/// first key on; a touch ends it.
Keyed press(Key key, const UiState& state, const Targets& targets);

/// Turns a typed character into a command: on the search page it is typed there, and a slash opens that page from
/// anywhere. Other characters do nothing elsewhere: whoever brushes a key must not lose the page a board is reading.
Keyed type(char32_t character, const UiState& state);

} // namespace sightline
