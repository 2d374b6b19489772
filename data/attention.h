#pragma once

#include <vector>

#include "data/summary.h"

namespace sightline {

/// Whether an element asks for attention: its opinion is of the two lowest bands (by default No assurance and Limited),
/// nobody gave one, or one of its actions is overdue.
bool needsAttention(const Checklist& checklist, const Element& element, const ElementSummary& counts);

/// The numbers of all elements, those that ask most for attention first: No assurance, Limited, Not assessed, then
/// those with overdue actions, then the others. Among equals more overdue actions come first, then the lower number.
std::vector<int> elementsByAttention(const Checklist& checklist, const Summary& summary);

} // namespace sightline
