#pragma once

#include "data/export/pack.h"
#include "data/rules.h"

namespace sightline::pdf {

/// Words of the paged pack alone; what its accessible twin says too is in data/export/pack_words.h. Where the wall says
/// the same, these are its words.

/// For the head of every page: "Position at 14 June 2026, 9 days old · Seen as of 23 June 2026".
std::string headWords(const Pack& pack);

/// "2 overdue", "none overdue", and "none dated" where no outstanding action has a date, so that none can be overdue.
std::string overdueWords(int outstanding, int overdue, int undated);

/// How far the evidence goes: "independent", "oversight", "management only", "no evidence".
std::string_view strengthWords(Strength strength);

/// When an action falls due: "Overdue 12 days", "Due in 3 weeks", "No date set", "Done 10 Apr 2026".
std::string dueWords(const Action& action, Day asOf);

/// An item's line by its word: "Oversight"; "Oversight, guessed" until an officer has confirmed it.
std::string lineWords(const Checklist& checklist, const Evidence& item);

/// "First line", "Second line", "Third line".
std::string_view lineOrdinal(Line line);

/// The evidence of an element: "5 Management, 3 Oversight, 2 Independent, 1 stale".
std::string evidenceCountWords(const Checklist& checklist, const ElementSummary& counts);

/// "2 outstanding · 1 overdue".
std::string actionCountWords(const ElementSummary& counts);

} // namespace sightline::pdf
