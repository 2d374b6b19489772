#pragma once

#include "render/canvas.h"
#include "render/view.h"

namespace sightline {

// One page each: they read the view, draw with the canvas and register what can be touched. They change nothing.

void drawOverview(Canvas& c, const View& view);
void drawElement(Canvas& c, const View& view);
void drawEvidence(Canvas& c, const View& view);
void drawEvidenceItem(Canvas& c, const View& view);
void drawActions(Canvas& c, const View& view);
void drawMap(Canvas& c, const View& view);
void drawChanges(Canvas& c, const View& view);
void drawSearch(Canvas& c, const View& view);
void drawAbout(Canvas& c, const View& view);
void drawHealth(Canvas& c, const View& view);
/// What can be read from where on this panel, the opinions as others see them, and a line to measure the panel by.
void drawTestPattern(Canvas& c, const View& view);
/// The touch check over everything else, while it is on.
void drawTouchCheck(Canvas& c);
/// Shown while there is nothing to show: what is expected, where, and how an officer makes it.
void drawNoSnapshot(Canvas& c, const View& view);

} // namespace sightline
