#include "data/export/pack_html_sections.h"
#include "data/export/pack_words.h"
#include "data/lists.h"

namespace sightline::html {

void actionRow(Table& table, const Pack& pack, const Action& action, bool withElement) {
    points(table.row(), action.text);
    if (withElement)
        addText(table.cell(), "a", "Element " + std::to_string(action.element),
                {{"href", "#" + elementId(action.element)}, {"class", "short"}});
    table.cell(action.owner.empty() ? "no owner" : action.owner);
    date(table.cell(), action.due, "no date");
    const Node state = table.cell();
    text(state, stateWords(action, pack.asOf));
    set(state, "class", isOverdue(action, pack.asOf) ? "short alarm" : "short");
}

void actionsSection(Node main, const Pack& pack) {
    const Checklist& checklist = pack.checklist();
    const Summary& sum = pack.summary;
    const Node here = section(main, "actions", "Actions");
    addText(here, "p",
            countOf(sum.outstanding, "action", "actions") + " outstanding: " + std::to_string(sum.overdue) +
                " overdue, " + std::to_string(sum.undated) + " without a date. " + std::to_string(sum.done) + " done.");
    for (const ActionGroup& group : groupActions(checklist, ActionGrouping::ByDate, true, pack.asOf)) {
        addText(here, "h3", group.heading + " (" + std::to_string(group.actions.size()) + ")");
        if (group.actions.empty()) {
            addText(here, "p", std::string(nothingDueWords(group.due)));
            continue;
        }
        Table table(here, "Actions: " + group.heading, {"Action", "Element", "Owner", "Due", "State"});
        for (const int index : group.actions)
            actionRow(table, pack, checklist.actions[static_cast<size_t>(index)], true);
    }
}

} // namespace sightline::html
