#include <algorithm>

#include "data/change_words.h"
#include "data/export/pack_html_sections.h"

namespace sightline::html {
namespace {

/// Opinions name their element, and evidence may support several.
bool hasElements(const ChangeSection& section) {
    return std::ranges::any_of(section.lines, [](const ChangeLine& line) { return line.element != 0; }) &&
           section.heading != "Opinions";
}

void changeRow(Table& table, const ChangeLine& change, bool withElement) {
    points(table.row(), change.title);
    const Node what = table.cell();
    text(what, change.tag);
    set(what, "class", change.alarm ? "short alarm" : "short");
    if (withElement)
        addText(table.cell(), "a", "Element " + std::to_string(change.element),
                {{"href", "#" + elementId(change.element)}, {"class", "short"}});
    const Node detail = table.cell();
    if (!change.note.empty()) text(detail, change.note);
    if (!change.before.empty()) points(add(detail, "div", {{"class", "note"}}), "Before: " + change.before);
}

void changeTable(Node here, const ChangeSection& section) {
    const bool withElement = hasElements(section);
    std::vector<std::string> columns = {"What", "Change", "Detail"};
    if (withElement) columns.insert(columns.begin() + 2, "Element");
    Table table(here, section.heading + " that changed", columns);
    for (const ChangeLine& change : section.lines) changeRow(table, change, withElement);
}

} // namespace

void changesSection(Node main, const Pack& pack) {
    const Changes& changes = *pack.changes;
    const Node here = section(main, "changes", "What changed");
    addText(here, "p", changePeriod(changes));
    if (const std::string crosswalk = crosswalkSentence(changes); !crosswalk.empty()) addText(here, "p", crosswalk);
    for (const ChangeSection& one : changeSections(changes)) {
        addText(here, "h3", one.heading);
        if (!one.counts.empty()) addText(here, "p", one.counts);
        if (one.lines.empty())
            addText(here, "p", one.nothing);
        else
            changeTable(here, one);
    }
}

} // namespace sightline::html
