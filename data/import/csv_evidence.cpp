#include "data/import/csv_evidence.h"

#include <algorithm>
#include <array>
#include <set>

#include "data/import/line_rule.h"
#include "data/import/text.h"

namespace sightline {
namespace {

constexpr size_t kMostKinds = 200;
constexpr std::array<std::string_view, 3> kLines = {"management", "oversight", "independent"};

// Without kind.csv the kinds are the words that are used; with it, only its words may be.
int kindId(CsvRow& row, Imported& out) {
    const std::string word = row.text("kind");
    if (word.empty()) return 0;
    auto& kinds = out.checklist.kinds;
    for (const EvidenceKind& kind : kinds)
        if (lowerCase(kind.word) == lowerCase(word)) return kind.id;
    const bool listed =
        std::ranges::any_of(out.report.sources, [](const SourceReport& s) { return s.name == "kind.csv"; });
    if (listed) {
        row.refuse("kind", inQuotes(word) + " is not in kind.csv; add it there, or use one of its words.");
        return 0;
    }
    if (kinds.size() == kMostKinds) row.refuse("kind", "There are more than 200 kinds of evidence; use fewer words.");
    kinds.push_back({static_cast<int>(kinds.size()) + 1, word});
    return kinds.back().id;
}

void readLineOf(CsvRow& row, Evidence& item, Imported& out) {
    const size_t none = kLines.size();
    const size_t choice = row.choice("line", kLines, none);
    item.lineGuessed = row.yesNo("line_guessed");
    if (choice != none) {
        item.line = static_cast<Line>(choice + 1);
        return;
    }
    const LineGuess guess = guessLine(item.name);
    item.line = guess.line;
    item.lineGuessed = true;
    out.report.guessed.push_back(
        {"evidence.csv, line " + std::to_string(row.line()), item.name, lineGuessInWords(guess), 0});
}

// Seats grow along the file; they are counted from 1 within each element at the end.
int nextSeat(const Checklist& checklist) { return static_cast<int>(checklist.links.size()) + 1; }

void readMentions(CsvRow& row, const Evidence& item, Checklist& checklist, const Place& place) {
    std::string cell = row.text("elements");
    std::ranges::replace(cell, ',', ';');
    std::set<int> mentioned;
    size_t at = 0;
    while (at < cell.size()) {
        const size_t end = std::min(cell.find(';', at), cell.size());
        const std::string part = oneLine(std::string_view(cell).substr(at, end - at));
        at = end + 1;
        if (part.empty()) continue;
        const int number = part.size() == 1 ? part[0] - '0' : 0;
        if (std::ranges::count(checklist.elements, number, &Element::number) == 0)
            return row.refuse("elements",
                              inQuotes(part) + " is not an element of element.csv; write numbers such as 1;4;6.");
        const EvidenceLink link{item.id, number, nextSeat(checklist), place};
        if (!mentioned.insert(number).second) return row.refuse("elements", "Element " + part + " is there twice.");
        checklist.links.push_back(link);
    }
}

bool isFirstOfTheFile(const Checklist& checklist, int source) {
    return std::ranges::none_of(checklist.links, [&](const EvidenceLink& link) { return link.place.source == source; });
}

} // namespace

int csvElement(CsvRow& row, std::string_view column, const Checklist& checklist) {
    const int number = row.number(column, 1, 6);
    if (std::ranges::count(checklist.elements, number, &Element::number) == 0)
        row.refuse(column, "There is no element " + std::to_string(number) + " in element.csv.");
    return number;
}

void readEvidence(CsvRow& row, Imported& out, const Place& place) {
    Evidence item;
    item.id = csvId(row, out.checklist.evidence);
    item.name = row.required("name");
    item.detail = row.lines("detail");
    item.kind = kindId(row, out);
    item.organisation = row.text("organisation");
    item.covers = row.date("covers");
    item.reviewDue = row.date("review_due");
    item.link = row.link("link");
    item.marking = row.text("marking");
    item.file = row.text("file");
    item.place = place;
    readLineOf(row, item, out);
    readMentions(row, item, out.checklist, place);
    out.checklist.evidence.push_back(std::move(item));
}

void readEvidenceLink(CsvRow& row, Imported& out, const Place& place) {
    Checklist& c = out.checklist;
    const int evidence = row.number("evidence", 1, kLargestId);
    const int element = csvElement(row, "element", c);
    if (std::ranges::count(c.evidence, evidence, &Evidence::id) == 0)
        return row.refuse("evidence", "There is no evidence " + std::to_string(evidence) + " in evidence.csv.");
    if (isFirstOfTheFile(c, place.source) && !c.links.empty()) {
        c.links.clear();
        out.report.skipped.push_back(
            {"evidence.csv", "", "its column \u201Celements\u201D was not used, as evidence_element.csv is there", 0});
    }
    for (const EvidenceLink& link : c.links)
        if (link.evidence == evidence && link.element == element)
            return row.refuse("evidence", "This evidence supports this element twice.");
    c.links.push_back({evidence, element, row.number("seat", 1, kLargestId, nextSeat(c)), place});
}

void reportLooseEvidence(Imported& out) {
    std::set<int> mentioned;
    for (const EvidenceLink& link : out.checklist.links) mentioned.insert(link.evidence);
    for (const Evidence& item : out.checklist.evidence)
        if (!mentioned.contains(item.id))
            out.report.unclear.push_back({"evidence.csv, " + item.place.where, item.name, "supports no element", 0});
}

} // namespace sightline
