#include "data/export/pack_html_sections.h"
#include "data/export/pack_words.h"

namespace sightline::html {
namespace {

void fact(Node list, const std::string& name, const std::string& value) {
    addText(list, "dt", name);
    addText(list, "dd", value);
}

std::string approval(const Checklist& checklist) {
    if (checklist.approvedBy.empty() && !checklist.approvedOn.known()) return "not given";
    std::string words = checklist.approvedBy;
    if (checklist.approvedOn.known()) words += (words.empty() ? "" : ", ") + longDate(checklist.approvedOn);
    return words;
}

void statements(Node here, const std::string& heading, const std::vector<Statement>& rows, const std::string& none) {
    addText(here, "h3", heading);
    if (rows.empty()) addText(here, "p", none);
    for (const Statement& row : rows) points(add(here, "div", {{"class", "prose"}}), row.text);
}

void sources(Node list, const Snapshot& snapshot) {
    if (snapshot.sample) return fact(list, "Read from", "a sample that travels with the program");
    if (snapshot.checklist.sources.empty()) return fact(list, "Read from", "no documents are recorded");
    addText(list, "dt", "Read from");
    for (const SourceDocument& source : snapshot.checklist.sources) addText(list, "dd", source.name);
}

} // namespace

void aboutSection(Node main, const Pack& pack) {
    const Checklist& checklist = pack.checklist();
    const Node here = section(main, "about", "About this checklist");
    addText(here, "h3", "Statutory roles");
    if (checklist.roleHolders.empty()) addText(here, "p", "The checklist names no role holders.");
    if (!checklist.roleHolders.empty()) {
        Table roles(here, "Who carries the statutory roles", {"Role", "Short", "Carried by"});
        for (const RoleHolder& one : checklist.roleHolders) {
            text(roles.row(), one.role);
            roles.cell(one.abbreviation.empty() ? "–" : one.abbreviation);
            roles.cell(one.holder);
        }
    }
    statements(here, "Culture of self-evaluation", checklist.culture, "The checklist says nothing about it.");
    statements(here, "Background", checklist.background, "The checklist gives no background.");
    addText(here, "h3", "Approval and snapshot");
    const Node facts = add(here, "dl", {{"class", "words"}});
    fact(facts, "Approved by", approval(checklist));
    fact(facts, "Next review due", checklist.reviewDue.known() ? longDate(checklist.reviewDue) : "not given");
    fact(facts, "Position date", positionWords(pack));
    fact(facts, "Day it is looked at from", asOfWords(pack));
    sources(facts, *pack.snapshot);
    fact(facts, "Holds",
         countOf(pack.summary.positions, "position", "positions") + ", " +
             countOf(pack.summary.evidenceItems, "piece", "pieces") + " of evidence in " +
             countOf(pack.summary.evidenceLinks, "mention", "mentions") + ", " +
             countOf(static_cast<int>(checklist.actions.size()), "action", "actions"));
    if (pack.summary.guessed > 0)
        fact(facts, "Guessed",
             "the line of assurance of " + countOf(pack.summary.guessed, "piece", "pieces") + " of evidence");
    fact(facts, "Snapshot", snapshotIdentity(*pack.snapshot));
}

} // namespace sightline::html
