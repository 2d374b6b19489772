#include <array>

#include "data/export/html_shapes.h"
#include "data/export/pack_html_sections.h"
#include "data/export/pack_words.h"

namespace sightline::html {

void legendSection(Node main, const Pack& pack) {
    const Checklist& checklist = pack.checklist();
    const Node here = section(main, "legend", "How to read this");
    addText(here, "h3", "Opinions");
    Table opinions(here, "The opinions an assessor may give, the best first", {"Opinion", "Meaning"});
    for (const Opinion& one : checklist.scale) {
        opinion(opinions.row(), one);
        opinions.cell(one.definition);
    }
    addText(here, "h3", "Lines of assurance");
    Table lines(here, "The lines of assurance, and when their evidence is stale", {"Line", "Which", "Stale after"});
    static constexpr std::array kOrdinals = {"first", "second", "third"};
    for (const AssuranceLine& one : checklist.lines) {
        line(lines.row(), one.id, one.word, false);
        lines.cell(kOrdinals[static_cast<size_t>(one.id) - 1]);
        lines.cell(countOf(one.staleAfterMonths, "month", "months"));
    }
    addText(here, "h3", "Words");
    const Node words = add(here, "dl", {{"class", "words"}});
    for (const Term& term : termsOf(checklist)) {
        addText(words, "dt", term.word);
        addText(words, "dd", term.meaning);
    }
    addText(here, "p",
            "Nothing here is an overall score. An element without an opinion is not assessed, whatever its evidence.");
}

} // namespace sightline::html
