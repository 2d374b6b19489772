#include "data/export/html_shapes.h"
#include "data/export/pack_html_sections.h"
#include "data/export/pack_words.h"

namespace sightline::html {
namespace {

void figure(Node list, const std::string& name, int value, const std::string& note = "", bool alarm = false) {
    const Node group = add(list, "div");
    addText(group, "dt", name);
    addText(group, "dd", std::to_string(value), {{"class", alarm ? "value alarm" : "value"}});
    if (!note.empty()) addText(group, "dd", note, {{"class", "note"}});
}

void keyFigures(Node parent, const Pack& pack) {
    const Summary& sum = pack.summary;
    const Node list = add(parent, "dl", {{"class", "figures"}});
    figure(list, "Actions outstanding", sum.outstanding, std::to_string(sum.undated) + " without a date");
    figure(list, "Actions overdue", sum.overdue, "", sum.overdue > 0);
    figure(list, "Pieces of evidence", sum.evidenceItems, std::to_string(sum.undatedEvidence) + " without a date");
    figure(list, "Stale evidence", sum.stale);
    figure(list, "Gaps in the assurance map", sum.gaps);
}

/// An element's number and title as a link to its section.
void elementLink(Node cell, const Element& element) {
    addText(cell, "a", std::to_string(element.number) + " " + element.title,
            {{"href", "#" + elementId(element.number)}});
}

void opinionCell(Node cell, const Pack& pack, const Element& element) {
    opinion(cell, opinionOf(pack.checklist(), element));
    if (!isOpinionStale(pack.checklist(), element, pack.asOf)) return;
    text(cell, " ");
    stale(cell, "stale");
}

void actionCounts(Table& table, int outstanding, int overdue, int undated) {
    table.number(outstanding);
    table.number(overdue, true);
    table.number(undated);
}

} // namespace

std::string elementId(int number) { return "element-" + std::to_string(number); }

void overviewSection(Node main, const Pack& pack) {
    const Checklist& checklist = pack.checklist();
    const Summary& sum = pack.summary;
    const Node here = section(main, "overview", "Overview");
    keyFigures(here, pack);
    Table table(here, "The elements: what was concluded, what stands behind it and what is still to do",
                {"Element", "Opinion", "Evidence", "Independent", "Stale", "Actions", "Overdue", "No date"});
    for (size_t i = 0; i < checklist.elements.size(); ++i) {
        const ElementSummary& one = sum.elements[i];
        elementLink(table.row(), checklist.elements[i]);
        opinionCell(table.cell(), pack, checklist.elements[i]);
        for (const int count : {one.evidence, one.line(Line::Independent).count, one.stale}) table.number(count);
        actionCounts(table, one.outstanding, one.overdue, one.undated);
    }
    text(table.footRow(), "In all");
    table.cell("no overall opinion");
    const int independent = sum.itemsOnLine[static_cast<size_t>(Line::Independent) - 1];
    for (const int count : {sum.evidenceItems, independent, sum.stale}) table.number(count);
    actionCounts(table, sum.outstanding, sum.overdue, sum.undated);
    addText(here, "p",
            "A piece of evidence that supports several elements counts for each of them and once in all. Actions are "
            "those outstanding.",
            {{"class", "note"}});
}

void mapSection(Node main, const Pack& pack) {
    const Checklist& checklist = pack.checklist();
    const Node here = section(main, "map", "Assurance map");
    addText(here, "p",
            countOf(pack.summary.gaps, "gap", "gaps") + ". " + countOf(pack.summary.staleCells, "cell", "cells") +
                " with nothing newer than stale evidence: " + staleRuleWords(checklist) + ".");
    Table table(here, "How much evidence each element has on each line of assurance, and how new it is",
                {"Element", "First line: " + lineWord(checklist, Line::Management),
                 "Second line: " + lineWord(checklist, Line::Oversight),
                 "Third line: " + lineWord(checklist, Line::Independent), "Opinion"});
    for (size_t i = 0; i < checklist.elements.size(); ++i) {
        elementLink(table.row(), checklist.elements[i]);
        for (const LineSummary& one : pack.summary.elements[i].lines) {
            const Node cell = table.cell();
            if (one.count == 0) set(cell, "class", "gap");
            text(cell, cellWords(one));
            if (one.guessed) text(cell, ", some guessed");
            if (one.stale) {
                text(cell, " ");
                stale(cell, "stale");
            }
        }
        opinionCell(table.cell(), pack, checklist.elements[i]);
    }
}

} // namespace sightline::html
