#pragma once

#include <string>

#include "data/changes.h"

namespace sightline {

/// What `sightline diff --json` prints. Keys and their order are an interface to other systems: from, to
/// (position_date, as_of), counts, scale (changed, crosswalk [role, before, after]), opinions [element, title, change,
/// before, after, date, by], actions [element, id, text, changes, owner, status, due, due_before, times_moved,
/// days_late, completed, text_before], evidence [id, name, change, line, covers, covers_before, name_before, elements],
/// positions [element, change, text, text_before]. Dates are as in the snapshot, null where not known; `..._before` is
/// null where nothing differed. Lists have the most important first.
std::string changesJson(const Changes& changes);

} // namespace sightline
