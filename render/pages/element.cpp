#include <algorithm>
#include <optional>

#include "data/rules.h"
#include "render/chrome.h"
#include "render/list_cards.h"
#include "render/pages/pages.h"
#include "render/rows.h"

namespace sightline {
namespace {

void reasons(Flow& flow, const View& view, const Element& element) {
    const Opinion& opinion = opinionOf(view.checklist(), element);
    if (element.opinion == 0) {
        sectionHeading(flow, opinion.word);
        flow.paragraph(Style::Body, flow.c.look.secondary,
                       "Nobody has given an opinion on this element. What is shown is evidence, not a verdict.");
        return flow.skip(flow.c.s(14));
    }
    sectionHeading(flow, phrase("Why “{}”", opinion.word));
    if (!element.opinionReason.empty()) bullet(flow, element.opinionReason);
    Phrase given;
    if (!element.opinionBy.empty()) given.append("Opinion given by the {}", element.opinionBy);
    if (element.opinionDate.known())
        given.append("{}{}", given.empty() ? "Opinion given " : ", ", spelled(element.opinionDate).view());
    if (!given.empty()) bullet(flow, phrase("{}.", given.view()));
    if (isOpinionStale(view.checklist(), element, view.asOf))
        bullet(flow, phrase("The opinion is {}.", ageOf(element.opinionDate, view.asOf).view()));
}

void drawPositions(Canvas& c, const View& view, const Element& element, const Rect& card) {
    const Rect box = cardWithHeading(c, card, "Current position", "");
    scrollList(c, ListId::ElementPosition, box, "Current position", [&](Flow& flow) {
        bool any = false;
        for (const Position& position : view.checklist().positions) {
            if (position.element != element.number) continue;
            pointableRow(flow, ListId::ElementPosition, position.id, [&](Flow& at) { bullet(at, position.text); });
            any = true;
        }
        if (!any) emptyLine(flow, "The checklist says nothing about what is in place.");
        reasons(flow, view, element);
        sectionHeading(flow, "The element in full");
        flow.paragraph(Style::Body, c.look.secondary, element.statement);
        flow.skip(c.s(14));
    });
}

void drawEvidenceColumn(Canvas& c, const View& view, const ElementSummary& counts, const Rect& card) {
    const Phrase count = phrase("{} · {} independent", counts.evidence, counts.line(Line::Independent).count);
    const Rect box = cardWithHeading(c, card, "Evidence", count);
    scrollList(c, ListId::ElementEvidence, box, "Evidence", [&](Flow& flow) {
        for (const int index : view.evidence) evidenceRow(flow, view, index);
        if (view.evidence.empty()) emptyLine(flow, "No evidence is named for this element.");
    });
}

void drawNextSteps(Canvas& c, const View& view, const ElementSummary& counts, const Rect& card) {
    const Rect box = cardWithHeading(c, card, "Next steps", phrase("{} outstanding", counts.outstanding));
    scrollList(c, ListId::ElementActions, box, "Next steps", [&](Flow& flow) {
        for (const int index : view.actions)
            pointableRow(flow, ListId::ElementActions, view.checklist().actions[static_cast<std::size_t>(index)].id,
                         [&](Flow& at) { actionRow(at, view, index); });
        if (view.actions.empty()) emptyLine(flow, "No next steps are set for this element.");
    });
}

std::optional<Location> beside(const Checklist& checklist, int at) {
    if (at < 0 || at >= static_cast<int>(checklist.elements.size())) return std::nullopt;
    return Location{Page::Element, checklist.elements[static_cast<std::size_t>(at)].number};
}

} // namespace

void drawElement(Canvas& c, const View& view) {
    const Checklist& checklist = view.checklist();
    const auto found = std::find_if(checklist.elements.begin(), checklist.elements.end(),
                                    [&](const Element& element) { return element.number == c.state.here.item; });
    if (found == checklist.elements.end()) return;
    const Element& element = *found;
    const auto at = static_cast<int>(found - checklist.elements.begin());
    const Opinion& opinion = opinionOf(checklist, element);
    const bool stale = isOpinionStale(checklist, element, view.asOf);

    // In a meeting its bar has the way on, in the meeting's own order.
    float right = static_cast<float>(c.room.width) - margin(c);
    if (!c.state.meeting) right = drawStep(c, beside(checklist, at - 1), beside(checklist, at + 1), "element");
    if (!narrow(c)) {
        right -= opinionChipWidth(c, opinion, stale);
        opinionChip(c, right, headerHeight(c) / 2, opinion, stale);
        right -= c.s(24);
    }
    drawHeader(c, {element.title, ageLine(view), element.number, shortAge(view)}, true, right);

    Rect area = contentArea(c, view);
    if (narrow(c)) { // the title needs the header's whole width there, so the opinion stands below it
        const float height = opinionLineHeight(c);
        opinionChip(c, area.x, area.y + c.lineHeight(Style::Section) * 0.7F, opinion, stale);
        area.y += height;
        area.h -= height;
    }
    const ElementSummary& counts = view.summary.elements[static_cast<std::size_t>(at)];
    const auto [positions, evidence, actions] = listCards(c, area);
    drawPositions(c, view, element, positions);
    drawEvidenceColumn(c, view, counts, evidence);
    drawNextSteps(c, view, counts, actions);
}

} // namespace sightline
