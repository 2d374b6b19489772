#pragma once

#include <string>

#include "data/model.h"

namespace sightline {

/// What `sightline summary --json` prints: the authority, the position date (null where it is not known) and, for each
/// element and for the whole, the counts of data/summary.h. Keys and their order are an interface to other systems:
/// authority, position_date, elements [number, title, opinion, positions, evidence, management, oversight, independent,
/// stale, outstanding, overdue], evidence_items, outstanding, overdue. `opinion` is the scale's word.
std::string summaryJson(const Snapshot& snapshot, Day asOf);

} // namespace sightline
