#pragma once

#include "data/change_words.h"
#include "data/export/pdf/sheet.h"

namespace sightline::pdf {

/// The wall's shapes, drawn for paper: around `m`, `side` points wide.

/// An opinion's shape; `cut` is the ground that shows through it.
void drawShape(Sheet& sheet, Shape shape, Point m, double side, Colour ink, Colour cut);

/// The mark of what is stale.
void drawClock(Sheet& sheet, Point m, double side, Colour ink);

/// The square of a line of assurance; hollow where the line is guessed.
void drawLineSwatch(Sheet& sheet, Line line, bool guessed, Point m, double side);

/// The mark before a change, in its box.
void drawChangeMark(Sheet& sheet, ChangeMark mark, Point m, double side);

} // namespace sightline::pdf
