#pragma once

#include <string_view>

#include "render/canvas.h"
#include "render/shapes.h"

namespace sightline {

/// A square or wide button with an icon in it.
void iconButton(Canvas& c, const Rect& rect, Icon icon, std::string_view id, std::string_view label,
                const Command& command);

/// The same where it may have nothing to do, as at the end of a list: then it stays in its place, faint and not to be
/// touched.
void stepButton(Canvas& c, const Rect& rect, Icon icon, std::string_view id, std::string_view label,
                const Command& command, bool possible);

/// A button with a word on it; `selected` is a filter or tab that is on.
void wordButton(Canvas& c, const Rect& rect, std::string_view word, std::string_view id, std::string_view label,
                const Command& command, bool selected = false);
/// How wide wordButton should be for its word.
float wordButtonWidth(const Canvas& c, std::string_view word);

/// An opinion as shape and word on its soft ground. `middle` is the vertical middle. Returns the width.
float opinionChip(Canvas& c, float x, float middle, const Opinion& opinion, bool stale);
float opinionChipWidth(const Canvas& c, const Opinion& opinion, bool stale);
/// What it takes as a line of its own, above what it speaks of.
float opinionLineHeight(const Canvas& c);

/// A word on the warning ground, with the clock: "stale". Returns the width.
float staleChip(Canvas& c, float x, float middle, std::string_view word);
float staleChipWidth(const Canvas& c, std::string_view word);

/// A number on a grey ground, such as an element a row supports. Returns the width.
float numberChip(Canvas& c, float x, float middle, int number);
float numberChipWidth(const Canvas& c);

/// The ground of a row that a finger is on.
void pressedGround(Canvas& c, const Rect& row, std::string_view id);

} // namespace sightline
