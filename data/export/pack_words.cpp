#include "data/export/pack_words.h"

#include <algorithm>

namespace sightline {
namespace {

std::string longDay(Day day) {
    return longDate(PartialDate{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                                static_cast<int>(static_cast<unsigned>(day.day()))});
}

std::string months(int count) { return countOf(count, "month", "months"); }

} // namespace

std::string countOf(int count, std::string_view one, std::string_view many) {
    return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

std::string ageWords(const PartialDate& date, Day asOf) {
    const Age age = ageOn(date, asOf);
    switch (age.unit) {
    case AgeUnit::Current: break;
    case AgeUnit::Days: return countOf(age.count, "day", "days") + " old";
    case AgeUnit::Months: return countOf(age.count, "month", "months") + " old";
    case AgeUnit::Years: return countOf(age.count, "year", "years") + " old";
    }
    return "current";
}

std::string positionWords(const Pack& pack) {
    const PartialDate& date = pack.checklist().positionDate;
    if (!date.known()) return "Position date not given";
    const bool ownDay = pack.snapshot->sample && positionDay(pack.checklist()) == pack.asOf;
    return "Position at " + longDate(date) +
           (ownDay ? ", a sample seen as of that date" : ", " + ageWords(date, pack.asOf));
}

std::string asOfWords(const Pack& pack) { return "Seen as of " + longDay(pack.asOf); }

std::string opinionGivenWords(const Element& element) {
    std::string words;
    if (!element.opinionBy.empty()) words = " by the " + element.opinionBy;
    if (element.opinionDate.known()) words += (words.empty() ? " " : ", ") + longDate(element.opinionDate);
    return words.empty() ? "" : "Given" + words + ".";
}

std::string cellWords(const LineSummary& cell) {
    if (cell.count == 0) return "Gap: no evidence";
    PartialDate newest = cell.newest;
    newest.day = 0;
    return countOf(cell.count, "item", "items") + (newest.known() ? ", newest " + longDate(newest) : ", none dated");
}

std::string stateWords(const Action& action, Day asOf) {
    if (action.status == ActionStatus::Done)
        return action.completed.known() ? "done " + longDate(action.completed) : "done";
    if (const int late = daysLate(action, asOf); late > 0) return countOf(late, "day", "days") + " late";
    return action.status == ActionStatus::InProgress ? "in progress" : "open";
}

std::string_view nothingDueWords(DueGroup group) {
    switch (group) {
    case DueGroup::Overdue: return "Nothing is overdue.";
    case DueGroup::Within30Days: return "Nothing is due in the next 30 days.";
    case DueGroup::Later: return "Nothing is due later.";
    case DueGroup::NoDate: return "Every outstanding action has a date.";
    case DueGroup::Done: return "Nothing is marked as done.";
    }
    return "";
}

std::string staleRuleWords(const Checklist& checklist) {
    const int first = staleAfterMonths(checklist, Line::Management);
    const int second = staleAfterMonths(checklist, Line::Oversight);
    const int third = staleAfterMonths(checklist, Line::Independent);
    if (first == second && second == third) return "stale after " + months(first);
    return "stale after " + std::to_string(first) + ", " + std::to_string(second) + " and " + months(third) +
           " by line";
}

const std::string& lineWord(const Checklist& checklist, Line line) {
    return checklist.lines.at(static_cast<size_t>(line) - 1).word;
}

std::string_view kindWord(const Checklist& checklist, int kind) {
    const auto found = std::ranges::find(checklist.kinds, kind, &EvidenceKind::id);
    return found == checklist.kinds.end() ? std::string_view("not given") : std::string_view(found->word);
}

std::vector<Term> termsOf(const Checklist& checklist) {
    return {
        {"Line of assurance",
         "Who stands behind a piece of evidence: the first line is management itself, the second oversight by "
         "boards and committees, the third somebody independent."},
        {"Guessed", "The line was told from the name of the evidence, and an officer has not confirmed it yet."},
        {"Stale", "Evidence is " + staleRuleWords(checklist) +
                      ", counted from the last day it covers. An opinion is stale after the longest of these. Evidence "
                      "without a date is not called stale: its age is not known."},
        {"Gap", "An element has no evidence on a line."},
        {"Outstanding", "An action that is not done."},
        {"Overdue",
         "An outstanding action whose date is past. Due today is not overdue, and nor is an action without a "
         "date."}};
}

} // namespace sightline
