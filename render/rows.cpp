#include "render/rows.h"

#include "data/rules.h"
#include "render/chrome.h"
#include "render/marking.h"
#include "render/shapes.h"

namespace sightline {
namespace {

void subPoint(Flow& flow, std::string_view text) {
    Canvas& c = flow.c;
    const float indent = c.s(26);
    const float height = c.paragraphHeight(Style::Body, text, flow.w - 2 * indent);
    if (flow.shows(height)) {
        const float middle = flow.y + c.lineHeight(Style::Body) / 2;
        c.line({flow.x + indent, middle}, {flow.x + indent + c.s(11), middle}, c.s(2.5F), c.look.secondary);
        c.paragraph(Style::Body, flow.x + 2 * indent, flow.y, flow.w - 2 * indent, c.look.ink, text);
    }
    flow.skip(height);
}

} // namespace

std::string_view lineWord(const Checklist& checklist, const Evidence& item) {
    return checklist.lines[static_cast<std::size_t>(item.line) - 1].word;
}

Phrase lineWords(const Checklist& checklist, const Evidence& item) {
    const std::string_view word = lineWord(checklist, item);
    return item.lineGuessed ? phrase("{}, guessed", word) : phrase("{}", word);
}

Rect cardWithHeading(Canvas& c, const Rect& card, std::string_view heading, std::string_view count) {
    c.card(card);
    const float pad = c.s(30);
    const float y = card.y + c.s(24);
    const float right = card.right() - pad;
    const float countWidth = c.width(Style::Section, count);
    const float width = right - card.x - pad;
    const float headingWidth = c.width(Style::Section, heading);
    const bool below = !count.empty() && headingWidth + c.s(16) + countWidth > width; // of each other
    const Style style = headingWidth <= width ? Style::Section : Style::Strong;       // rather than a word cut off
    c.textFit(style, card.x + pad, y, width, c.look.ink, heading);
    float top = y + c.lineHeight(Style::Section) + c.s(12);
    if (below) {
        c.textFit(Style::Label, card.x + pad, top - c.s(12), width, c.look.secondary, count);
        top += c.lineHeight(Style::Label);
    } else {
        c.text(Style::Section, right - countWidth, y, c.look.secondary, count);
    }
    if (!count.empty()) {
        c.hairline(card.x + pad, right, top);
        top += c.s(3);
    }
    // The list's position indicator stands in the card's padding.
    return {card.x + pad, top, card.w - 2 * pad + c.s(20), card.bottom() - c.s(16) - top};
}

float cardBesideList(const Canvas& c, bool countBelow) {
    const float count = countBelow ? c.lineHeight(Style::Label) : 0;
    return c.s(24) + c.lineHeight(Style::Section) + c.s(12) + count + c.s(3) + scroll_detail::footerHeight(c) + c.s(16);
}

void sectionHeading(Flow& flow, std::string_view text) {
    flow.skip(flow.c.s(16));
    flow.paragraph(Style::Section, flow.c.look.ink, text);
    flow.skip(flow.c.s(10));
}

void bullet(Flow& flow, std::string_view text) {
    Canvas& c = flow.c;
    const float indent = c.s(26);
    const std::size_t feed = text.find('\n');
    const std::string_view first = text.substr(0, feed);
    const float height = c.paragraphHeight(Style::Body, first, flow.w - indent);
    if (flow.shows(height)) {
        c.disc({flow.x + c.s(5), flow.y + c.lineHeight(Style::Body) / 2}, c.s(5), c.look.line(Line::Oversight));
        c.paragraph(Style::Body, flow.x + indent, flow.y, flow.w - indent, c.look.ink, first);
    }
    flow.skip(height);
    std::string_view rest = feed == std::string_view::npos ? std::string_view{} : text.substr(feed + 1);
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        subPoint(flow, rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    flow.skip(c.s(14));
}

namespace {

/// Below a name: line, date, whether stale, and how many elements it supports where there is room to say so.
void evidenceNote(Canvas& c, const View& view, int index, float x, float y, float width) {
    const Checklist& checklist = view.checklist();
    const Evidence& item = checklist.evidence[static_cast<std::size_t>(index)];
    Phrase note = lineWords(checklist, item);
    if (item.covers.known() && item.shown != Shown::Nothing) note.append(" · {}", spelledShort(item.covers).view());
    const bool stale = isStale(checklist, item, view.asOf);
    const float chip = stale ? staleChipWidth(c, "stale") + c.s(12) : 0;
    const std::string_view parts = fitParts(c.metrics(Style::Label), note, width - chip);
    float end = x + c.textFit(Style::Label, x, y, width - chip, c.look.secondary,
                              parts.empty() ? lineWord(checklist, item) : parts);
    if (stale) end += c.s(12) + staleChip(c, end + c.s(12), y + c.lineHeight(Style::Label) / 2, "stale");
    const auto supports = static_cast<int>(view.elementsOf()[static_cast<std::size_t>(index)].size());
    const Phrase rest = phrase("{}supports {} elements", stale ? "  " : " · ", supports);
    if (supports > 1 && end + c.width(Style::Label, rest) <= x + width)
        c.text(Style::Label, end, y, c.look.secondary, rest);
}

} // namespace

void evidenceRow(Flow& flow, const View& view, int index) {
    Canvas& c = flow.c;
    const Checklist& checklist = view.checklist();
    const Evidence& item = checklist.evidence[static_cast<std::size_t>(index)];
    const float pad = c.s(15);
    const float swatch = c.t(42);
    const float chevron = c.t(40);
    const float width = flow.w - swatch - chevron - markedLockWidth(c, view, index);
    const float height =
        pad * 2 + c.paragraphHeight(Style::Row, item.name, width) + c.lineHeight(Style::Label) + c.s(2);
    if (flow.shows(height)) {
        const Rect row{flow.x, flow.y, flow.w, height};
        const Phrase id = phrase("evidence:{}", item.id);
        pressedGround(c, row, id);
        drawLineSwatch(c, item.line, item.lineGuessed, {row.x + c.t(11), row.centre().y}, c.t(22));
        float y = row.y + pad;
        y += c.paragraph(Style::Row, row.x + swatch, y, width, c.look.ink, item.name) + c.s(2);
        evidenceNote(c, view, index, row.x + swatch, y, width);
        drawIcon(c, Icon::Next, {row.right() - c.t(16), row.centre().y}, c.t(22), c.look.secondary);
        if (isMarked(view, index)) drawMarkedLock(c, item, row.right() - chevron, row.centre().y);
        c.hairline(row.x, row.right(), row.bottom() - 1);
        c.target(TargetRole::Row, id, itemLabel(item), row, OpenPage{{Page::EvidenceItem, item.id}});
    }
    flow.skip(height);
}

Phrase dueWords(const Action& action, Day asOf) {
    switch (dueGroup(action, asOf)) {
    case DueGroup::Done:
        return action.completed.known() ? phrase("Done {}", spelledShort(action.completed).view()) : phrase("Done");
    case DueGroup::Overdue: return phrase("Overdue {}", counted(daysLate(action, asOf), "day", "days").view());
    case DueGroup::NoDate: return phrase("No date set");
    case DueGroup::Within30Days:
    case DueGroup::Later: break;
    }
    const int days = daysBetween(asOf, action.due.last());
    if (days == 0) return phrase("Due today");
    if (days < 14) return phrase("Due in {}", counted(days, "day", "days").view());
    if (days < 63) return phrase("Due in {} weeks", days / 7);
    return phrase("Due in {} months", monthsBetween(asOf, action.due.last()));
}

Colour dueColour(const Canvas& c, const Action& action, Day asOf) {
    switch (dueGroup(action, asOf)) {
    case DueGroup::Overdue: return c.look.alarm;
    case DueGroup::Done: return c.look.secondary;
    default: return c.look.soon;
    }
}

Phrase ownerAndDate(const Action& action) {
    Phrase words = phrase("{}", action.owner.empty() ? std::string_view("No owner") : std::string_view(action.owner));
    if (action.due.known()) words.append(" · {}", spelledShort(action.due).view());
    return words;
}

void actionRow(Flow& flow, const View& view, int index) {
    Canvas& c = flow.c;
    const Action& action = view.checklist().actions[static_cast<std::size_t>(index)];
    const Phrase second = ownerAndDate(action);
    const float pad = c.s(18);
    const std::size_t feed = action.text.find('\n');
    const std::string_view first = std::string_view(action.text).substr(0, feed);
    const Phrase due = dueWords(action, view.asOf);
    const float dueHeight = c.paragraphHeight(Style::Strong, due, flow.w);
    const float height = pad * 2 + dueHeight + c.paragraphHeight(Style::Row, first, flow.w) + c.s(4) +
                         c.paragraphHeight(Style::Label, second, flow.w);
    if (flow.shows(height)) {
        float y = flow.y + pad;
        y += c.paragraph(Style::Strong, flow.x, y, flow.w, dueColour(c, action, view.asOf), due);
        y += c.paragraph(Style::Row, flow.x, y, flow.w, c.look.ink, first) + c.s(4);
        c.paragraph(Style::Label, flow.x, y, flow.w, c.look.secondary, second);
        if (feed == std::string::npos) c.hairline(flow.x, flow.x + flow.w, flow.y + height - 1);
    }
    flow.skip(height);
    if (feed == std::string::npos) return;
    std::string_view rest = std::string_view(action.text).substr(feed + 1);
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        subPoint(flow, rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    flow.skip(pad);
    if (flow.drawing) c.hairline(flow.x, flow.x + flow.w, flow.y - 1);
}

void emptyLine(Flow& flow, std::string_view text) {
    flow.skip(flow.c.s(18));
    flow.paragraph(Style::Body, flow.c.look.secondary, text);
    flow.skip(flow.c.s(18));
}

} // namespace sightline
