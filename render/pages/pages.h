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
/// Shown while there is nothing to show: what is expected, where, and how an officer makes it.
void drawNoSnapshot(Canvas& c, const View& view);

} // namespace sightline
