#pragma once

#include "render/canvas.h"

namespace sightline {

// The rail at the foot of every page: the pages, what covers the screen, and what starts or ends a meeting.

/// Pixels. The same in and out of a meeting, so that nothing on the rail ever moves.
float railHeight(const Canvas& c);

/// Draws it, with the page that is open marked. `withMeeting`: a meeting can be started or ended.
void drawRail(Canvas& c, bool withMeeting);

} // namespace sightline
