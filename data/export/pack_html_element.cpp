#include <algorithm>
#include <array>

#include "data/export/html_shapes.h"
#include "data/export/pack_html_sections.h"
#include "data/export/pack_words.h"
#include "data/lists.h"
#include "data/text_rules.h"

namespace sightline::html {
namespace {

void opinionPart(Node here, const Pack& pack, const Element& element) {
    addText(here, "h3", "Opinion");
    opinion(add(here, "p"), opinionOf(pack.checklist(), element));
    if (element.opinion == 0) {
        addText(here, "p", "Nobody has given an opinion on this element. What is shown is evidence, not a verdict.");
        return;
    }
    if (!element.opinionReason.empty()) points(add(here, "div", {{"class", "prose"}}), element.opinionReason);
    if (const std::string given = opinionGivenWords(element); !given.empty()) addText(here, "p", given);
    if (isOpinionStale(pack.checklist(), element, pack.asOf))
        stale(add(here, "p"), "The opinion is stale: " + ageWords(element.opinionDate, pack.asOf));
}

void positionPart(Node here, const Pack& pack, const Element& element) {
    addText(here, "h3", "Current position");
    Node list;
    for (const Position& position : pack.checklist().positions) {
        if (position.element != element.number) continue;
        if (!list) list = add(here, "ul");
        points(add(list, "li"), position.text);
    }
    if (!list) addText(here, "p", "The checklist says nothing about what is in place.");
}

/// Name, link, marking, details, and which other elements it supports.
void evidenceName(Node cell, const Evidence& item, const std::vector<int>& elements, int here) {
    // Verified snapshots hold no other links; a page that officers send on looks again.
    if (!item.link.empty() && !linkProblem(item.link))
        addText(cell, "a", item.name, {{"href", item.link}, {"rel", "noopener noreferrer"}});
    else
        text(cell, item.name);
    if (!item.marking.empty()) addText(cell, "span", item.marking, {{"class", "marking"}});
    if (!item.detail.empty()) {
        const Node list = add(cell, "ul");
        std::string_view rest = item.detail;
        while (!rest.empty()) {
            const size_t end = rest.find('\n');
            addText(list, "li", std::string(rest.substr(0, end)));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        }
    }
    std::string others;
    for (const int element : elements)
        if (element != here) others += (others.empty() ? "" : ", ") + std::to_string(element);
    if (!others.empty()) addText(cell, "p", "Also supports " + others, {{"class", "note"}});
}

void evidenceDate(Node cell, const Pack& pack, const Evidence& item) {
    date(cell, item.covers, "no date");
    if (isStale(pack.checklist(), item, pack.asOf)) {
        text(cell, " ");
        stale(cell, "stale");
    }
    if (!item.reviewDue.known()) return;
    const bool late = daysBetween(item.reviewDue.last(), pack.asOf) > 0;
    const Node note = addText(cell, "p", late ? "review overdue since " : "review due ", {{"class", "note"}});
    date(note, item.reviewDue, "");
}

void evidencePart(Node here, const Pack& pack, const Element& element, const ElementSummary& counts) {
    const Checklist& checklist = pack.checklist();
    addText(here, "h3", "Evidence");
    if (counts.evidence == 0) {
        addText(here, "p", "No evidence is named for this element.");
        return;
    }
    std::string lines;
    for (const Line one : {Line::Management, Line::Oversight, Line::Independent})
        lines +=
            (lines.empty() ? ": " : ", ") + lineWord(checklist, one) + " " + std::to_string(counts.line(one).count);
    addText(here, "p",
            countOf(counts.evidence, "piece", "pieces") + " of evidence" + lines + ". " + std::to_string(counts.stale) +
                " stale.");
    const auto supports = elementsOfEvidence(checklist);
    Table table(here, "Evidence for element " + std::to_string(element.number),
                {"Evidence", "Line", "Kind", "Source", "Date it covers"});
    for (const int index : evidenceOfElement(checklist, element.number)) {
        const Evidence& item = checklist.evidence[static_cast<size_t>(index)];
        evidenceName(table.row(), item, supports[static_cast<size_t>(index)], element.number);
        line(table.cell(), item.line, lineWord(checklist, item.line), item.lineGuessed);
        table.cell(std::string(kindWord(checklist, item.kind)));
        table.cell(item.organisation.empty() ? "not given" : item.organisation);
        evidenceDate(table.cell(), pack, item);
    }
}

void actionPart(Node here, const Pack& pack, const Element& element, const ElementSummary& counts) {
    addText(here, "h3", "Next steps");
    const auto actions = actionsOfElement(pack.checklist(), element.number, pack.asOf);
    if (actions.empty()) {
        addText(here, "p", "No next steps are set for this element.");
        return;
    }
    addText(here, "p",
            std::to_string(counts.outstanding) + " outstanding, " + std::to_string(counts.overdue) + " overdue.");
    Table table(here, "Next steps for element " + std::to_string(element.number),
                {"Next step", "Owner", "Due", "State"});
    for (const int index : actions) actionRow(table, pack, pack.checklist().actions[static_cast<size_t>(index)], false);
}

} // namespace

void elementSection(Node main, const Pack& pack, size_t at) {
    const Element& element = pack.checklist().elements[at];
    const ElementSummary& counts = pack.summary.elements[at];
    const Node here = section(main, elementId(element.number), std::to_string(element.number) + " " + element.title);
    addText(here, "p", element.statement, {{"class", "statement"}});
    opinionPart(here, pack, element);
    positionPart(here, pack, element);
    evidencePart(here, pack, element, counts);
    actionPart(here, pack, element, counts);
}

} // namespace sightline::html
