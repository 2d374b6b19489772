#include <algorithm>
#include <cmath>

#include "render/chrome.h"
#include "render/marked_line.h"
#include "render/pages/pages.h"
#include "render/pages/touch_keys.h"
#include "render/rows.h"

namespace sightline {
namespace {

/// The keyboard below the field, and what was found beside them; on a tall panel between the two.
struct Places {
    Rect field;
    Rect keys; ///< no height: none
    Rect results;
};

Places placesIn(const Canvas& c, const Rect& area) {
    const float field = std::ceil(std::max(c.s(110), c.lineHeight(Style::TileTitle) * 1.6F));
    const float left = c.room.portrait() ? area.w : std::round((area.w - gap(c)) / 2);
    const float leastResults = c.room.portrait() ? c.s(400) : 0;
    const float keys = std::round(touchKeysHeight(c, left, area.h - field - gap(c) - leastResults));
    Places places{{area.x, area.y, left, field}, {area.x, area.bottom() - keys, left, keys}, area};
    if (c.room.portrait()) {
        places.results.y += field + gap(c);
        places.results.h = places.keys.y - (keys > 0 ? gap(c) : 0) - places.results.y;
    } else {
        places.results.x += left + gap(c);
        places.results.w -= left + gap(c);
    }
    return places;
}

void drawField(Canvas& c, const Rect& field) {
    c.fill(field, c.look.card, c.s(14));
    c.outline(field, c.look.selected, c.s(14), std::max(2.0F, c.s(3)));
    const float pad = c.s(34);
    const float caret = std::max(2.0F, c.s(4));
    const float room = field.w - 2 * pad - caret - c.s(2);
    const float middle = field.centre().y;
    // Where it does not all fit, its end is what somebody is typing.
    const std::string_view query = c.state.query;
    const float width = c.width(Style::TileTitle, query);
    c.pushClip({field.x + pad, field.y, room + caret + c.s(2), field.h});
    c.textMid(Style::TileTitle, field.x + pad + std::min(0.0F, room - width), middle, c.look.ink, query);
    c.popClip();
    const float x = field.x + pad + std::min(width, room) + c.s(2);
    const float height = c.lineHeight(Style::TileTitle) * 1.05F;
    c.fill({x, std::round(middle - height / 2), caret, height}, c.look.link);
    if (query.empty())
        c.textFit(Style::Body, x + c.s(20), middle - c.lineHeight(Style::Body) / 2, room - c.s(24), c.look.secondary,
                  "A word, or how it begins");
}

Phrase idOf(const Hit& hit) {
    switch (hit.kind) {
    case FoundKind::Evidence: return phrase("hit:evidence:{}", hit.id);
    case FoundKind::Page: return phrase("hit:page:{}:{}", hit.id, hit.page);
    case FoundKind::Position: return phrase("hit:position:{}", hit.id);
    case FoundKind::Action: return phrase("hit:action:{}", hit.id);
    case FoundKind::Element: return phrase("hit:element:{}", hit.id);
    }
    return {};
}

Command leadingTo(const Hit& hit) {
    const Location element{.page = Page::Element, .item = hit.element};
    switch (hit.kind) {
    case FoundKind::Position: return OpenRow{element, ListId::ElementPosition, hit.id};
    case FoundKind::Action: return OpenRow{element, ListId::ElementActions, hit.id};
    case FoundKind::Element: return OpenPage{element};
    case FoundKind::Evidence:
    case FoundKind::Page: break;
    }
    return OpenPage{{.page = Page::EvidenceItem, .item = hit.id, .documentPage = hit.page}};
}

void drawHit(Flow& flow, const Hit& hit, bool last) {
    constexpr int kTitleLines = 3;
    Canvas& c = flow.c;
    const float pad = c.s(17);
    const bool numbered = hit.kind == FoundKind::Position || hit.kind == FoundKind::Element;
    const Phrase number = numbered ? phrase("{}", hit.element) : phrase("");
    const float indent = numbered ? c.width(Style::Row, number) + c.s(18) : 0;
    const float width = flow.w - c.s(50);
    const float title = c.paragraphHeight(Style::Row, hit.title.text, width - indent, kTitleLines);
    const int noteLines = countLines(c.metrics(Style::Label), hit.note.text, width, 2);
    const float note = c.lineHeight(Style::Label) * static_cast<float>(std::max(noteLines, 1));
    const float height = std::max(std::round(2 * pad + title + note), c.side(80));
    if (flow.shows(height)) {
        const Rect row{flow.x, flow.y, flow.w, height};
        const Phrase id = idOf(hit);
        pressedGround(c, row, id);
        const float y = row.centre().y - (title + note) / 2;
        c.text(Style::Row, flow.x, y, c.look.ink, number);
        markedParagraph(c, Style::Row, flow.x + indent, y, width - indent, c.look.ink, hit.title, kTitleLines);
        markedParagraph(c, Style::Label, flow.x, y + title, width, c.look.secondary, hit.note, noteLines);
        drawIcon(c, Icon::Next, {row.right() - c.s(16), row.centre().y}, c.s(22), c.look.secondary);
        if (!last) c.hairline(row.x, row.right(), row.bottom() - 1);
        c.target(TargetRole::Row, id, hit.title.text, row, leadingTo(hit));
    }
    flow.skip(height);
}

void drawGroup(Flow& flow, const HitGroup& group) {
    Canvas& c = flow.c;
    const float height = c.lineHeight(Style::Strong) + c.s(8);
    flow.skip(c.s(14));
    if (flow.shows(height)) {
        c.text(Style::Strong, flow.x, flow.y, c.look.secondary, group.heading);
        c.textRight(Style::Strong, flow.x + flow.w, flow.y, c.look.secondary, phrase("{}", group.found));
        c.hairline(flow.x, flow.x + flow.w, flow.y + height - 1);
    }
    flow.skip(height);
    const int left = group.found - static_cast<int>(group.hits.size());
    for (const Hit& hit : group.hits) drawHit(flow, hit, &hit == &group.hits.back() && left == 0);
    if (left > 0) {
        flow.skip(c.s(14));
        flow.paragraph(Style::Label, c.look.secondary, phrase("{} more. Another word narrows it down.", left));
    }
    flow.skip(c.s(8));
}

/// Nothing typed yet: what there is to find.
void introduce(Flow& flow, const View& view) {
    const Checklist& checklist = view.checklist();
    flow.paragraph(Style::Section, flow.c.look.ink, "What are you looking for?");
    flow.skip(flow.c.s(10));
    flow.paragraph(Style::Body, flow.c.look.secondary,
                   "Type a word, or how it begins. Of several words all must be there, in any order. Capitals and "
                   "accents make no difference.");
    flow.skip(flow.c.s(24));
    const auto line = [&](std::size_t count, std::string_view one, std::string_view many) {
        if (count == 0) return;
        flow.paragraph(Style::Row, flow.c.look.ink, counted(static_cast<int>(count), one, many));
        flow.skip(flow.c.s(10));
    };
    std::size_t pages = 0;
    for (const Document& document : checklist.documents) pages += document.pages.size();
    line(checklist.evidence.size(), "item of evidence", "items of evidence");
    line(pages, "page of a document", "pages of documents");
    line(checklist.positions.size(), "current position", "current positions");
    line(checklist.actions.size(), "action", "actions");
    line(checklist.elements.size(), "element", "elements");
}

/// Why there is nothing to list, and what helps.
void excuse(Flow& flow, const SearchResults& found) {
    const auto say = [&](std::string_view what, std::string_view help) {
        flow.paragraph(Style::Section, flow.c.look.ink, what);
        flow.skip(flow.c.s(10));
        flow.paragraph(Style::Body, flow.c.look.secondary, help);
    };
    if (found.tooMany) return say("Very much begins like this.", "Type another letter.");
    if (!found.unknown.empty())
        return say(phrase("Nothing begins with “{}”.", found.unknown),
                   "Is it spelled as in the document? Fewer letters find more: “safeg” finds safeguarding.");
    say("Nothing holds all of these words.", "Each is somewhere, but not together. Fewer words find more.");
}

/// What is closed is not searched, whatever is looked for: to say where it would be found would say what is in it.
void admitClosed(Flow& flow, const View& view) {
    int titles = 0;
    int hidden = 0;
    for (const Evidence& item : view.checklist().evidence) {
        titles += item.shown == Shown::Title ? 1 : 0;
        hidden += item.shown == Shown::Nothing ? 1 : 0;
    }
    if (titles + hidden == 0) return;
    Phrase text;
    if (titles > 0)
        text.append("{} by title only, as {} marked. ",
                    counted(titles, "item is searched", "items are searched").view(),
                    titles == 1 ? "it is" : "they are");
    if (hidden > 0) text.append("{} not searched. ", counted(hidden, "hidden item is", "hidden items are").view());
    flow.skip(flow.c.s(24));
    flow.paragraph(Style::Body, flow.c.look.secondary, text);
}

/// Where not all could be indexed, nobody must think that all was searched.
void admitGaps(Flow& flow, const View& view) {
    admitClosed(flow, view);
    if (!view.search || view.search->complete()) return;
    flow.skip(flow.c.s(24));
    flow.paragraph(Style::Body, flow.c.look.secondary,
                   "This snapshot holds more text than can be searched here. Some of it is left out.");
}

void listResults(Flow& flow, const View& view) {
    const SearchResults& found = view.found;
    if (flow.c.state.ownersHidden) return emptyLine(flow, "Touch the wall to see what was found.");
    if (found.found > 0) {
        for (const HitGroup& group : found.groups)
            if (group.found > 0) drawGroup(flow, group);
        return admitGaps(flow, view);
    }
    flow.skip(flow.c.s(18));
    if (found.asked) {
        excuse(flow, found);
        return admitGaps(flow, view);
    }
    introduce(flow, view);
    if (view.search) return admitGaps(flow, view);
    flow.skip(flow.c.s(24));
    flow.paragraph(Style::Body, flow.c.look.secondary,
                   "Their words are still being gathered. What you type is looked for as soon as that is done.");
}

} // namespace

void drawSearch(Canvas& c, const View& view) {
    const Places places = placesIn(c, contentArea(c, view));
    drawField(c, places.field);
    c.card(places.results);
    const Rect box{places.results.x + c.s(36), places.results.y + c.s(12), places.results.w - c.s(52),
                   places.results.h - c.s(28)};
    // Before the keys, so that the keyboard's Tab and arrows meet what was found first.
    scrollList(c, ListId::SearchResults, box, "Results", [&](Flow& flow) { listResults(flow, view); });
    if (places.keys.h > 0) drawTouchKeys(c, places.keys);
    // Last of all, as what can be held there is seldom what the keyboard is after.
    const float left = drawAge(c, view, static_cast<float>(c.room.width) - margin(c));
    const bool counted = view.found.asked && !view.found.tooMany;
    const Phrase subtitle = counted ? phrase("{} found", view.found.found)
                            : view.checklist().documents.empty()
                                ? phrase("Evidence, positions, actions and elements")
                                : phrase("Evidence, positions, actions, elements and the pages of documents");
    drawHeader(c, {"Search", subtitle, 0, counted ? subtitle : phrase("Everything in the checklist")}, false,
               left - c.s(32));
}

} // namespace sightline
