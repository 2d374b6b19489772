#pragma once

#include <optional>

#include "data/model.h"

namespace sightline {

/// Outstanding: not done.
bool isOutstanding(const Action& action);

/// Overdue: outstanding, and the whole span its due date names lies before `asOf`. Due today is not overdue; no date is
/// not overdue; "June 2026" is overdue from 1 July.
bool isOverdue(const Action& action, Day asOf);

/// Days by which an overdue action is late; 0 where it is not overdue.
int daysLate(const Action& action, Day asOf);

/// When an action falls due, in the groups the wall shows. Done actions have a group of their own.
enum class DueGroup { Overdue, Within30Days, Later, NoDate, Done };
DueGroup dueGroup(const Action& action, Day asOf);

/// The age after which evidence on a line is stale, in months.
int staleAfterMonths(const Checklist& checklist, Line line);

/// Stale: the last day of what the evidence covers, plus its line's threshold, lies before `asOf`. Evidence without a
/// date is not stale: its age is not known, and the pages say so.
bool isStale(const Checklist& checklist, const Evidence& evidence, Day asOf);

/// The scale's row for an element: its opinion, or the row that stands for "Not assessed".
const Opinion& opinionOf(const Checklist& checklist, const Element& element);

/// An opinion is stale when it is dated and older than the longest threshold of the three lines.
bool isOpinionStale(const Checklist& checklist, const Element& element, Day asOf);

/// The day a checklist is looked at from when it is one of the program's samples: the last day of its position date.
std::optional<Day> positionDay(const Checklist& checklist);

} // namespace sightline
