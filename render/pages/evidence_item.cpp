#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "render/chrome.h"
#include "render/marking.h"
#include "render/pages/document.h"
#include "render/pages/link_code.h"
#include "render/pages/pages.h"
#include "render/rows.h"

namespace sightline {
namespace {

constexpr const char* kOrdinals[] = {"First line", "Second line", "Third line"};

/// A name and its value, in two columns.
void fact(Flow& flow, std::string_view name, std::string_view value, Colour ink) {
    Canvas& c = flow.c;
    const float column = std::max(std::min(c.s(190), flow.w * 0.36F), c.width(Style::Body, "Review due") + c.s(16));
    const float height = std::max(c.lineHeight(Style::Body), c.paragraphHeight(Style::Row, value, flow.w - column));
    if (flow.shows(height)) {
        c.text(Style::Body, flow.x, flow.y, c.look.secondary, name);
        c.paragraph(Style::Row, flow.x + column, flow.y, flow.w - column, ink, value);
    }
    flow.skip(height + c.s(11));
}

void optionalFact(Flow& flow, std::string_view name, std::string_view value) {
    if (!value.empty()) fact(flow, name, value, flow.c.look.ink);
}

std::string_view kindWord(const Checklist& checklist, int id) {
    for (const EvidenceKind& kind : checklist.kinds)
        if (kind.id == id) return kind.word;
    return "not given";
}

void facts(Flow& flow, const View& view, const Evidence& item) {
    Canvas& c = flow.c;
    const Checklist& checklist = view.checklist();
    const auto line = static_cast<std::size_t>(item.line) - 1;
    flow.skip(c.s(8));
    if (item.shown == Shown::Nothing) {
        fact(flow, "Line", phrase("{} · {}", kOrdinals[line], checklist.lines[line].word), c.look.ink);
        return fact(flow, "Marking", item.marking, c.look.ink);
    }
    fact(flow, "Kind", kindWord(checklist, item.kind), item.kind != 0 ? c.look.ink : c.look.secondary);
    Phrase lineText = phrase("{} · {}", kOrdinals[line], checklist.lines[line].word);
    if (item.lineGuessed) lineText.append(", guessed from its name; an officer has not confirmed it");
    fact(flow, "Line", lineText, c.look.ink);
    optionalFact(flow, "Source", item.organisation);
    if (item.covers.known())
        fact(flow, "Dated", phrase("{} · {}", spelled(item.covers).view(), ageOf(item.covers, view.asOf).view()),
             c.look.ink);
    else
        fact(flow, "Dated", "not given", c.look.secondary);
    if (item.reviewDue.known()) {
        const bool late = daysBetween(item.reviewDue.last(), view.asOf) > 0;
        fact(flow, "Review due",
             late ? phrase("{} · overdue", spelled(item.reviewDue).view()) : spelled(item.reviewDue),
             late ? c.look.alarm : c.look.ink);
    }
    optionalFact(flow, "Marking", item.marking);
}

/// An element that the item supports, as a chip that leads there.
void elementChip(Canvas& c, const View& view, const Element& element, const Rect& chip, bool withTitle) {
    const Phrase id = phrase("element:{}", element.number);
    const Opinion& opinion = opinionOf(view.checklist(), element);
    const OpinionColours& colours = c.look.opinion(opinion.colour);
    c.fill(chip, c.pressed(id) ? c.look.pressed : c.look.card, c.s(14));
    c.outline(chip, c.look.hairline, c.s(14), c.edge());
    drawShape(c, opinion.shape, {chip.x + c.t(36), chip.centre().y}, c.t(32), colours.onChip, c.look.card);
    const float x = chip.x + c.t(66);
    const Phrase number = phrase("{}", element.number);
    const float titleX = x + c.width(Style::Row, number) + c.s(16);
    const float titleWidth = chip.right() - c.s(16) - titleX;
    const float height = withTitle ? c.paragraphHeight(Style::Row, element.title, titleWidth) : 0;
    const float y = chip.centre().y - std::max(c.lineHeight(Style::Row), height) / 2;
    c.text(Style::Row, x, y, c.look.secondary, number);
    if (withTitle) c.paragraph(Style::Row, titleX, y, titleWidth, c.look.ink, element.title);
    c.target(TargetRole::Row, id, phrase("{} {}", element.number, element.title), chip,
             OpenPage{{Page::Element, element.number}});
}

/// Which elements an item supports, by title or, where there is less room, by number.
struct ElementChips {
    const View& view;
    const std::vector<int>& numbers;
    bool titles = true;

    [[nodiscard]] float width(const Canvas& c, const Element& element, float most) const {
        const Phrase number = phrase("{}", element.number);
        const float title = titles ? c.width(Style::Row, element.title) + c.s(16) : 0;
        return std::clamp(c.t(66 + 24) + c.width(Style::Row, number) + title, c.side(80), most);
    }

    /// A title that is too long for a chip as wide as all of `most` has more lines.
    [[nodiscard]] float height(const Canvas& c, const Element& element, float most) const {
        const float beside = c.t(66) + c.width(Style::Row, phrase("{}", element.number)) + c.s(32);
        const float title = titles ? c.paragraphHeight(Style::Row, element.title, most - beside) + c.s(20) : 0;
        return std::max(c.side(72), title);
    }

    /// Places each chip within `most` and says where; returns the height of all.
    template <class Draw>
    float flow(const Canvas& c, float most, Draw draw) const {
        const float between = std::max(c.s(12), c.room.targetGap());
        float x = 0;
        float y = 0;
        float row = 0; // the height of this one
        for (const Element& element : view.checklist().elements) {
            if (std::ranges::find(numbers, element.number) == numbers.end()) continue;
            const float wide = width(c, element, most);
            if (x > 0 && x + wide > most) {
                x = 0;
                y += row + between;
                row = 0;
            }
            const float high = height(c, element, most);
            draw(element, Rect{x, y, wide, high});
            row = std::max(row, high);
            x += wide + between;
        }
        return y + row;
    }
};

void supports(Flow& flow, const View& view, int index, bool titles) {
    Canvas& c = flow.c;
    const ElementChips chips{view, view.elementsOf()[static_cast<std::size_t>(index)], titles};
    flow.paragraph(
        Style::Section, c.look.ink,
        phrase("Supports {}", counted(static_cast<int>(chips.numbers.size()), "element", "elements").view()));
    flow.skip(c.s(8));
    const float top = std::round(flow.y);
    flow.skip(chips.flow(c, flow.w, [&](const Element& element, const Rect& at) {
        const Rect chip{flow.x + at.x, top + at.y, at.w, at.h};
        if (flow.drawing && c.visible(chip.y, chip.h)) elementChip(c, view, element, chip, titles);
    }));
}

std::string_view sourceName(const Checklist& checklist, const Place& place) {
    for (const SourceDocument& source : checklist.sources)
        if (source.id == place.source) return source.name;
    return {};
}

void whereItStands(Flow& flow, const View& view, const Evidence& item) {
    bool any = false;
    for (const EvidenceLink& link : view.checklist().links) {
        if (link.evidence != item.id || link.place.where.empty()) continue;
        if (!any) sectionHeading(flow, "Where it was read");
        any = true;
        const std::string_view source = sourceName(view.checklist(), link.place);
        bullet(flow, source.empty() ? phrase("Element {}: {}", link.element, link.place.where)
                                    : phrase("Element {}: {}, {}", link.element, source, link.place.where));
    }
}

void text(Flow& flow, const View& view, const Evidence& item) {
    const Look& look = flow.c.look;
    flow.paragraph(Style::Section, look.ink, item.name);
    flow.skip(flow.c.s(14));
    if (item.detail.empty() && item.link.empty())
        flow.paragraph(Style::Body, look.secondary, "The checklist names this evidence and says no more about it.");
    std::string_view rest = item.detail;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        bullet(flow, rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    if (!item.link.empty()) {
        sectionHeading(flow, "Published at");
        flow.paragraph(Style::Body, look.link, item.link);
        flow.skip(flow.c.s(14));
    }
    const Document* document = documentOf(view.checklist(), item);
    if (document != nullptr || !item.file.empty()) {
        sectionHeading(flow, "Document");
        const auto pages = document == nullptr ? 0 : static_cast<int>(document->pages.size());
        flow.paragraph(Style::Body, look.ink,
                       document == nullptr ? phrase("{}, which is not in this snapshot", item.file)
                                           : phrase("{}, {}", document->name, counted(pages, "page", "pages").view()));
        flow.skip(flow.c.s(14));
    }
    whereItStands(flow, view, item);
}

/// The neighbours in the evidence list as it is filtered, so that stepping follows what the list showed.
std::optional<Location> beside(const View& view, int index, int step) {
    const auto at = std::find(view.evidence.begin(), view.evidence.end(), index);
    if (at == view.evidence.end()) return std::nullopt;
    const auto target = (at - view.evidence.begin()) + step;
    if (target < 0 || target >= static_cast<std::ptrdiff_t>(view.evidence.size())) return std::nullopt;
    const int next = view.evidence[static_cast<std::size_t>(target)];
    return Location{Page::EvidenceItem, view.checklist().evidence[static_cast<std::size_t>(next)].id};
}

/// A card's content, inside its edges.
Rect inside(const Canvas& c, const Rect& card) {
    return {card.x + c.s(30), card.y + c.s(20), card.w - c.s(40), card.h - c.s(36)};
}

/// The area in two, beside each other or, on a tall panel, one above the other. `share`: of the first.
std::pair<Rect, Rect> divided(const Canvas& c, const Rect& area, float share) {
    const bool tall = c.room.portrait();
    const float first = std::round((tall ? area.h : area.w) * share);
    const float at = first + gap(c);
    if (tall) return {{area.x, area.y, area.w, first}, {area.x, area.y + at, area.w, area.h - at}};
    return {{area.x, area.y, first, area.h}, {area.x + at, area.y, area.w - at, area.h}};
}

/// Facts where they are asked for, what the item supports, and how to open it elsewhere. Titles of elements give way to
/// their numbers where otherwise the list would have to be scrolled: the code at its end is to be seen at once.
void drawAboutList(Canvas& c, const View& view, int index, const Rect& card, bool withFacts) {
    const Evidence& item = view.checklist().evidence[static_cast<std::size_t>(index)];
    const Rect box = inside(c, card);
    const auto content = [&](Flow& flow, bool titles) {
        if (withFacts) {
            facts(flow, view, item);
            flow.skip(c.s(16));
        }
        supports(flow, view, index, titles);
        linkCode(flow, view, item);
    };
    Flow measure{c, box.x, box.w - c.s(20), 0, false};
    content(measure, true);
    const bool titles = measure.y <= box.h;
    c.card(card);
    scrollList(c, ListId::ItemFacts, box, "About this item", [&](Flow& flow) { content(flow, titles); });
}

void drawWithoutDocument(Canvas& c, const View& view, int index, const Rect& area) {
    const Evidence& item = view.checklist().evidence[static_cast<std::size_t>(index)];
    const auto [factCard, textCard] = divided(c, area, c.room.portrait() ? 0.52F : 0.42F);
    drawAboutList(c, view, index, factCard, true);
    if (item.shown != Shown::All) return drawClosed(c, view, item, textCard);
    c.card(textCard);
    scrollList(c, ListId::ItemText, inside(c, textCard), "Text", [&](Flow& flow) { text(flow, view, item); });
}

/// The facts, and the rest about the item: on cards of their own where the facts fit, above each other or, on a tall
/// panel, side by side.
void drawAbout(Canvas& c, const View& view, int index, const Rect& area) {
    const Evidence& item = view.checklist().evidence[static_cast<std::size_t>(index)];
    const bool tall = c.room.portrait();
    Rect factCard{area.x, area.y, tall ? std::round(area.w * 0.44F) : area.w, area.h};
    const Rect inner = inside(c, factCard);
    Flow measure{c, inner.x, inner.w, 0, false};
    facts(measure, view, item);
    const float height = std::ceil(measure.y + c.s(24));
    if (height >= area.h * (tall ? 1 : 0.45F)) return drawAboutList(c, view, index, area, true);
    if (!tall) factCard.h = height;
    c.card(factCard);
    Flow flow{c, inner.x, inner.w, inner.y, true};
    facts(flow, view, item);
    const float at = (tall ? factCard.w : height) + gap(c);
    const Rect rest =
        tall ? Rect{area.x + at, area.y, area.w - at, area.h} : Rect{area.x, area.y + at, area.w, area.h - at};
    drawAboutList(c, view, index, rest, false);
}

/// What the checklist says, in the place of the document.
void drawDetails(Canvas& c, const View& view, const Evidence& item, const Rect& panel) {
    constexpr std::string_view kBack = "Pages";
    c.card(panel);
    const Rect row = controlRow(c, panel);
    const Rect box = inside(c, {panel.x, panel.y, panel.w, row.y - panel.y});
    scrollList(c, ListId::ItemText, box, "Text", [&](Flow& flow) { text(flow, view, item); });
    const float width = std::max(row.h, wordButtonWidth(c, kBack));
    wordButton(c, {row.right() - width, row.y, width, row.h}, kBack, "details", "Pages of the document",
               ShowDetails{false});
}

void drawWithDocument(Canvas& c, const View& view, int index, const Document& document, const Rect& area) {
    const auto [about, panel] = divided(c, area, c.room.portrait() ? 0.36F : 0.39F);
    drawAbout(c, view, index, about);
    if (c.state.details)
        drawDetails(c, view, view.checklist().evidence[static_cast<std::size_t>(index)], panel);
    else
        drawDocument(c, view, document, panel);
}

} // namespace

void drawEvidenceItem(Canvas& c, const View& view) {
    const Checklist& checklist = view.checklist();
    const int index = evidenceIndex(checklist, c.state.here.item);
    if (index < 0) return;
    const Evidence& item = checklist.evidence[static_cast<std::size_t>(index)];
    float right = drawStep(c, beside(view, index, -1), beside(view, index, 1), "item of evidence");
    if (isMarked(view, index) && item.shown == Shown::All) {
        const float side = c.side(88);
        right -= side;
        iconButton(c, {right, std::round((headerHeight(c) - side) / 2), side, side}, Icon::Unlock, "lock-marked",
                   "Close marked items again", LockMarked{});
        right -= std::max(c.s(20), c.room.targetGap());
    }
    if (isStale(checklist, item, view.asOf) && !narrow(c)) {
        const Phrase word = phrase("Stale: older than {} months", staleAfterMonths(checklist, item.line));
        right -= staleChipWidth(c, word);
        staleChip(c, right, headerHeight(c) / 2, word);
        right -= c.s(24);
    }
    drawHeader(c, {item.name, ageLine(view), 0, shortAge(view)}, true, right);

    const Rect area = contentArea(c, view);
    if (const Document* document = documentOf(checklist, item))
        drawWithDocument(c, view, index, *document, area);
    else
        drawWithoutDocument(c, view, index, area);
}

} // namespace sightline
