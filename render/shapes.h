#pragma once

#include "data/model.h"
#include "render/canvas.h"

namespace sightline {

/// The shape of an opinion inside a square of `side` around `centre`: `ink` draws it, `cut` is what it leaves out.
void drawShape(Canvas& c, Shape shape, Point centre, float side, Colour ink, Colour cut);

/// A clock: what is marked with it is stale.
void drawClock(Canvas& c, Point centre, float side, Colour ink);

/// A rounded square in the colour of a line of assurance; hollow while the line is only guessed.
void drawLineSwatch(Canvas& c, Line line, bool guessed, Point centre, float side);

/// A stretch of evidence on a line of assurance, as in the strength bar.
void fillLine(Canvas& c, Line line, const Rect& rect, float radius);

enum class Icon : std::uint8_t {
    Overview,
    Actions,
    Evidence,
    Map,
    Changes,
    Search,
    Delete,
    About,
    Back,
    Up,
    Down,
    Next,
    PageUp,
    PageDown,
    Plus,
    Minus,
    Erase,
    Meeting,
    Pause,
    Warning,
    Lock,
    Unlock,
    Cover
};

/// An icon in strokes inside a square of `side` around `centre`.
void drawIcon(Canvas& c, Icon icon, Point centre, float side, Colour ink);

} // namespace sightline
