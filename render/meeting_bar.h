#pragma once

#include "render/canvas.h"
#include "render/view.h"

namespace sightline {

// What stands on every page while a meeting is held: where it is, the way on, and the way back.

/// Whether an element can still be read with a meeting below it, even without the bar's steps. On a panel too small for
/// that none is offered.
bool hasRoomForMeeting(const Canvas& c);

/// Pixels; 0: no meeting is held, or the panel has no room for it (hasRoomForMeeting).
float meetingBarHeight(const Canvas& c, const View& view);

void drawMeetingBar(Canvas& c, const View& view);

/// What starts a meeting on what the view shows.
StartMeeting meetingIn(MeetingOrder order, const View& view);

/// How to start a meeting, or how to end it, while that is being asked.
void drawMeetingQuestion(Canvas& c, const View& view);

} // namespace sightline
