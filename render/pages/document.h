#pragma once

#include "render/canvas.h"
#include "render/view.h"

namespace sightline {

// The document that a piece of evidence is, page by page.

/// The open page of a document, with what turns pages and enlarges them below it.
void drawDocument(Canvas& c, const View& view, const Document& document, const Rect& panel);

/// The bottom row of a panel for a document.
Rect controlRow(const Canvas& c, const Rect& panel);

/// Which page of a document is open, from 1: the first unless the state names one that there is.
int openPageOf(const Document& document, const Location& here);

/// The number pad that asks which page to jump to, over everything else, while it asks.
void drawPageChooser(Canvas& c, const View& view);

} // namespace sightline
