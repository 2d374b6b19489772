#pragma once

#include "render/phrase.h"
#include "render/scroll_list.h"
#include "render/view.h"

namespace sightline {

// How pages show that a piece of evidence is marked, and closed or open just now.

/// Whether it takes the PIN to see all of an item; also while it is open.
inline bool isMarked(const View& view, int index) {
    return view.shownClosed(static_cast<std::size_t>(index)) != Shown::All;
}

/// A padlock, open or not, with its right edge at `right`. Returns its left edge.
float drawMarkedLock(Canvas& c, const Evidence& item, float right, float middle);
/// What it takes at the right of a row; 0 where an item is not marked.
float markedLockWidth(const Canvas& c, const View& view, int index);

/// What a target that leads to an item is called: its name, and that it is closed.
Phrase itemLabel(const Evidence& item);

/// In the place of what an item's page would show: that it is closed, and how it is opened.
void drawClosed(Canvas& c, const View& view, const Evidence& item, const Rect& card);

} // namespace sightline
