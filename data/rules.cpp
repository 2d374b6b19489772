#include "data/rules.h"

#include <algorithm>
#include <cassert>

namespace sightline {
namespace {

// How far ahead the first group of actions that are not yet overdue reaches.
constexpr int kSoonDays = 30;

bool before(Day left, Day right) { return std::chrono::sys_days{left} < std::chrono::sys_days{right}; }

// True where the last day a date names, plus `months`, lies before `asOf`.
bool olderThan(const PartialDate& date, int months, Day asOf) {
    return date.known() && before(addMonths(date.last(), months), asOf);
}

} // namespace

bool isOutstanding(const Action& action) { return action.status != ActionStatus::Done; }

bool isOverdue(const Action& action, Day asOf) {
    return isOutstanding(action) && action.due.known() && before(action.due.last(), asOf);
}

int daysLate(const Action& action, Day asOf) {
    return isOverdue(action, asOf) ? daysBetween(action.due.last(), asOf) : 0;
}

DueGroup dueGroup(const Action& action, Day asOf) {
    if (!isOutstanding(action)) return DueGroup::Done;
    if (!action.due.known()) return DueGroup::NoDate;
    if (isOverdue(action, asOf)) return DueGroup::Overdue;
    return daysBetween(asOf, action.due.last()) <= kSoonDays ? DueGroup::Within30Days : DueGroup::Later;
}

int staleAfterMonths(const Checklist& checklist, Line line) {
    const auto found = std::ranges::find(checklist.lines, line, &AssuranceLine::id);
    return found == checklist.lines.end() ? AssuranceLine{}.staleAfterMonths : found->staleAfterMonths;
}

bool isStale(const Checklist& checklist, const Evidence& evidence, Day asOf) {
    return olderThan(evidence.covers, staleAfterMonths(checklist, evidence.line), asOf);
}

const Opinion& opinionOf(const Checklist& checklist, const Element& element) {
    const auto given = std::ranges::find(checklist.scale, element.opinion, &Opinion::id);
    if (element.opinion != 0 && given != checklist.scale.end()) return *given;
    const auto none = std::ranges::find(checklist.scale, ColourRole::None, &Opinion::colour);
    assert(none != checklist.scale.end()); // a content rule: every scale has the row
    return *none;
}

bool isOpinionStale(const Checklist& checklist, const Element& element, Day asOf) {
    if (element.opinion == 0) return false;
    const int longest =
        std::max({staleAfterMonths(checklist, Line::Management), staleAfterMonths(checklist, Line::Oversight),
                  staleAfterMonths(checklist, Line::Independent)});
    return olderThan(element.opinionDate, longest, asOf);
}

std::optional<Day> positionDay(const Checklist& checklist) {
    if (!checklist.positionDate.known()) return std::nullopt;
    return checklist.positionDate.last();
}

} // namespace sightline
