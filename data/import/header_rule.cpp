#include "data/import/header_rule.h"

#include <string>

#include "data/import/text.h"

namespace sightline {
namespace {

struct Phrase {
    std::string_view words; // as text.h's words() spells them
    ColumnRole role;
    int weight;
};

using enum ColumnRole;

constexpr size_t kMostWords = 12;

constexpr Phrase kPhrases[] = {
    {"action owner", Owner, 9},
    {"action lead", Owner, 9},
    {"lead officer", Owner, 9},
    {"responsible officer", Owner, 9},
    {"by whom", Owner, 9},
    {"who is responsible", Owner, 9},
    {"person responsible", Owner, 9},
    {"lead", Owner, 5},
    {"owner", Owner, 6},
    {"owners", Owner, 6},
    {"leads", Owner, 5},
    {"responsible", Owner, 5},
    {"responsibility", Owner, 5},
    {"who", Owner, 4},
    {"by when", Due, 9},
    {"due date", Due, 10},
    {"target date", Due, 10},
    {"completion date", Due, 10},
    {"date due", Due, 10},
    {"due", Due, 6},
    {"deadline", Due, 6},
    {"timescale", Due, 6},
    {"timescales", Due, 6},
    {"timeframe", Due, 6},
    {"when", Due, 4},
    {"date", Due, 2},
    {"rag", Opinion, 6},
    {"opinion", Opinion, 6},
    {"level of assurance", Opinion, 9},
    {"assurance level", Opinion, 9},
    {"assurance rating", Opinion, 9},
    {"rating", Opinion, 6},
    {"judgement", Opinion, 6},
    {"assessment", Opinion, 4},
    {"next step", Action, 10},
    {"next steps", Action, 10},
    {"action", Action, 6},
    {"actions", Action, 6},
    {"what next", Action, 8},
    {"further work", Action, 8},
    {"recommendations", Action, 6},
    {"improvements", Action, 5},
    {"areas for development", Action, 8},
    {"what we will do", Action, 9},
    {"what needs to", Action, 8},
    {"planned", Action, 4},
    {"evidence", Evidence, 8},
    {"sources of assurance", Evidence, 9},
    {"source of assurance", Evidence, 9},
    {"how do we know", Evidence, 9},
    {"how we know", Evidence, 9},
    {"assurance", Evidence, 2},
    {"source", Evidence, 4},
    {"sources", Evidence, 4},
    {"documents", Evidence, 4},
    {"current position", Position, 9},
    {"position", Position, 6},
    {"in place", Position, 7},
    {"where are we", Position, 8},
    {"where we are", Position, 8},
    {"current arrangements", Position, 9},
    {"arrangements", Position, 4},
    {"our arrangements", Position, 6},
    {"current", Position, 4},
    {"what we do", Position, 7},
    {"how we do", Position, 7},
    {"elements", Element, 6},
    {"element", Element, 6},
    {"requirement", Element, 6},
    {"requirements", Element, 6},
    {"criterion", Element, 6},
    {"criteria", Element, 6},
    {"theme", Element, 4},
    {"area", Element, 3},
    {"key areas", Element, 6},
    {"standard", Element, 4},
    {"statement", Element, 3},
    {"test", Element, 1},
    {"element no", Number, 9},
    {"element number", Number, 9},
    {"no", Number, 5},
    {"number", Number, 5},
    {"ref", Number, 5},
    {"reference", Number, 4},
};

} // namespace

ColumnRole columnRole(std::string_view header) {
    if (words(header).size() > kMostWords) return None;
    const std::string line = wordLine(header);
    const Phrase* best = nullptr;
    size_t bestAt = 0;
    for (const Phrase& phrase : kPhrases) {
        const size_t at = findWords(line, phrase.words);
        if (at == std::string::npos) continue;
        const bool heavier = best == nullptr || phrase.weight > best->weight;
        if (heavier || (phrase.weight == best->weight && at < bestAt)) {
            best = &phrase;
            bestAt = at;
        }
    }
    return best == nullptr ? None : best->role;
}

const char* roleInWords(ColumnRole role) {
    switch (role) {
    case Number: return "the element's number";
    case Element: return "the element";
    case Position: return "current position";
    case Evidence: return "evidence";
    case Action: return "next steps";
    case Opinion: return "opinion";
    case Owner: return "owner";
    case Due: return "due date";
    case None: break;
    }
    return "not recognised";
}

} // namespace sightline
