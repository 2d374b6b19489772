#pragma once

#include <optional>
#include <string_view>

#include "render/canvas.h"
#include "render/phrase.h"
#include "render/view.h"

namespace sightline {

// What stands round every page: the header above, the problem line and the navigation below, the idle notice on top.

struct HeaderText {
    std::string_view title;
    std::string_view subtitle;
    int number = 0;      ///< an element's number before the title; 0: none
    Phrase shorter = {}; ///< the subtitle where there is little room: as many of its parts, from the first, as fit
};

/// The space pages draw their content in, below the header and above what stands at the bottom.
Rect contentArea(const Canvas& c, const View& view);

/// The lower edge of a bar that belongs to what is going on rather than to a page: above the problem line and the
/// navigation.
float barBottom(const Canvas& c, const View& view);

/// The height of what a bar that high leaves to a page, whether or not it is open, pixels. Lines about problems are not
/// counted: they come and go.
float pageBeside(const Canvas& c, Page page, float bar);

/// Title and subtitle; with `back` a button before them. `right` is where the title must end.
void drawHeader(Canvas& c, const HeaderText& text, bool back, float right);

/// On pages without a headline of their own: what the snapshot speaks of and how old that is, at the right of the
/// header. Returns its left edge.
float drawAge(Canvas& c, const View& view, float right);

/// "Position at 14 June 2026 · 9 days old", or that no date is given; for a sample, that it is one.
Phrase ageLine(const View& view);

/// The same in few letters: "14 Jun 2026 · 9 days old".
Phrase shortAge(const View& view);

/// The navigation, with the page that is open marked.
void drawNavigation(Canvas& c);

/// Above the navigation a line that says what is wrong with the source, and one for the configuration file, beside it
/// on a wide panel; nothing where nothing is.
void drawProblem(Canvas& c, const View& view);

/// "Going home in 20 seconds", with "Stay here".
void drawIdleNotice(Canvas& c);

/// Makes date and age in the header something to hold, the date above and the age below, or beside each other where
/// `rect` is too low for two: a long press on the date asks whether to mark that the meeting was held (not for a
/// sample, which belongs to nobody's meeting), one on the age opens the health of the wall.
void holdInHeader(Canvas& c, const View& view, const Rect& rect);

/// "Did you meet today?", with "We met today" and "Not now".
void drawMarkNotice(Canvas& c);

/// Previous and next of a kind, as arrows at the right of the header. Returns their left edge.
float drawStep(Canvas& c, std::optional<Location> previous, std::optional<Location> next, std::string_view noun);

/// Page margins and gaps of the drawings.
inline float margin(const Canvas& c) { return c.s(40); }
inline float gap(const Canvas& c) { return c.s(24); }
float headerHeight(const Canvas& c);

/// So few letters go into the panel's width that headers say less, and what stood beside a title stands below it.
bool narrow(const Canvas& c);
/// Still fewer: what stands at the right of other headers is a line of its own at their foot.
bool stackedHeader(const Canvas& c);
/// Where that line is.
float headerFoot(const Canvas& c);

} // namespace sightline
