#include <algorithm>
#include <optional>

#include "render/chrome.h"
#include "render/pages/pages.h"
#include "render/rows.h"

namespace sightline {
namespace {

constexpr const char* kOrdinals[] = {"First line", "Second line", "Third line"};

/// A name and its value, in two columns.
void fact(Flow& flow, std::string_view name, std::string_view value, Colour ink) {
    Canvas& c = flow.c;
    const float column = std::min(c.s(190), flow.w * 0.36F);
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

void supports(Flow& flow, const View& view, int index) {
    Canvas& c = flow.c;
    const auto& numbers = view.elementsOf[static_cast<std::size_t>(index)];
    sectionHeading(flow,
                   phrase("Supports {}", counted(static_cast<int>(numbers.size()), "element", "elements").view()));
    const float height = c.side(80);
    const float between = std::max(c.s(12), c.room.targetGap());
    for (const Element& element : view.checklist().elements) {
        if (std::find(numbers.begin(), numbers.end(), element.number) == numbers.end()) continue;
        if (flow.shows(height)) {
            const Rect row{flow.x, flow.y, flow.w, height};
            const Phrase id = phrase("element:{}", element.number);
            const Opinion& opinion = opinionOf(view.checklist(), element);
            c.fill(row, c.pressed(id) ? c.look.pressed : c.look.card, c.s(14));
            c.outline(row, c.look.hairline, c.s(14), std::max(1.0F, c.s(1.2F)));
            const OpinionColours& colours = c.look.opinion(opinion.colour);
            drawShape(c, opinion.shape, {row.x + c.s(36), row.centre().y}, c.s(32), colours.onChip, c.look.card);
            const float x = row.x + c.s(68);
            const float y = row.centre().y - c.lineHeight(Style::Row) / 2;
            c.text(Style::Row, x, y, c.look.secondary, phrase("{}", element.number));
            c.textFit(Style::Row, x + c.s(34), y, row.right() - c.s(48) - x - c.s(34), c.look.ink, element.title);
            drawIcon(c, Icon::Next, {row.right() - c.s(28), row.centre().y}, c.s(22), c.look.secondary);
            c.target(TargetRole::Row, id, phrase("{} {}", element.number, element.title), row,
                     OpenPage{{Page::Element, element.number}});
        }
        flow.skip(height + between);
    }
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

} // namespace

void drawEvidenceItem(Canvas& c, const View& view) {
    const Checklist& checklist = view.checklist();
    const int index = evidenceIndex(checklist, c.state.here.item);
    if (index < 0) return;
    const Evidence& item = checklist.evidence[static_cast<std::size_t>(index)];
    float right = drawStep(c, beside(view, index, -1), beside(view, index, 1), "item of evidence");
    if (isStale(checklist, item, view.asOf) && !c.room.portrait()) {
        const Phrase word = phrase("Stale: older than {} months", staleAfterMonths(checklist, item.line));
        right -= staleChipWidth(c, word);
        staleChip(c, right, headerHeight(c) / 2, word);
        right -= c.s(24);
    }
    drawHeader(c, {item.name, ageLine(view), 0}, true, right);

    const Rect area = contentArea(c, view);
    const bool tall = c.room.portrait();
    const float share = std::round(tall ? area.h * 0.52F : area.w * 0.42F);
    const Rect factCard = tall ? Rect{area.x, area.y, area.w, share} : Rect{area.x, area.y, share, area.h};
    const float rest = (tall ? area.h : area.w) - share - gap(c);
    const Rect textCard = tall ? Rect{area.x, area.y + share + gap(c), area.w, rest}
                               : Rect{area.x + share + gap(c), area.y, rest, area.h};
    const auto inside = [&](const Rect& card) {
        return Rect{card.x + c.s(30), card.y + c.s(20), card.w - c.s(40), card.h - c.s(36)};
    };
    c.card(factCard);
    scrollList(c, ListId::ItemFacts, inside(factCard), "Facts", [&](Flow& flow) {
        facts(flow, view, item);
        supports(flow, view, index);
    });
    c.card(textCard);
    scrollList(c, ListId::ItemText, inside(textCard), "Text", [&](Flow& flow) { text(flow, view, item); });
}

} // namespace sightline
