#pragma once

#include "render/phrase.h"
#include "render/scroll_list.h"
#include "render/view.h"

namespace sightline {

// Rows and cards that several pages show.

/// "Management".
std::string_view lineWord(const Checklist& checklist, const Evidence& item);
/// "Management", or "Management, guessed" until an officer confirms it.
Phrase lineWords(const Checklist& checklist, const Evidence& item);

/// A card with a heading, a count at its right and, where there is a count, a hairline below. Returns where its list
/// goes.
Rect cardWithHeading(Canvas& c, const Rect& card, std::string_view heading, std::string_view count);
/// What such a card takes of its height beside the lines of its list, with the count at the right of the heading or
/// below it.
float cardBesideList(const Canvas& c, bool countBelow);

/// A heading inside a list.
void sectionHeading(Flow& flow, std::string_view text);

/// A bulleted statement; lines after a line feed are its sub-points.
void bullet(Flow& flow, std::string_view text);

/// A piece of evidence on the element page: name, line, date, how many elements it supports.
void evidenceRow(Flow& flow, const View& view, int index);

/// A next step on the element page: when it is due, text, owner.
void actionRow(Flow& flow, const View& view, int index);

/// A row as `draw(Flow&)` lays it out; where the page was opened at it, on a ground of its own.
template <class Draw>
void pointableRow(Flow& flow, ListId list, int row, Draw&& draw) {
    Canvas& c = flow.c;
    const auto& pointed = c.state.pointed;
    if (flow.drawing && pointed && pointed->list == list && pointed->row == row) {
        Flow measure{c, flow.x, flow.w, flow.y, false};
        draw(measure);
        const Rect ground{flow.x - c.s(14), flow.y - c.s(7), flow.w + c.s(22), measure.y - flow.y};
        c.fill(ground, c.look.warnCell, c.s(10));
        c.pointAt(ground);
    }
    draw(flow);
}

/// When an action is due, as a person says it: "Overdue 12 days", "Due in 3 weeks", "No date set", "Done May 2026".
Phrase dueWords(const Action& action, Day asOf);
Colour dueColour(const Canvas& c, const Action& action, Day asOf);

/// "Chief Executive · 2 Jun 2026"; "no owner" and "—" for what was not given.
Phrase ownerAndDate(const Action& action);

/// The line that an empty list shows instead of rows.
void emptyLine(Flow& flow, std::string_view text);

} // namespace sightline
