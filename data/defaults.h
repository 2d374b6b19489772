#pragma once

#include <vector>

#include "data/model.h"

namespace sightline {

/// The scale used where a council brings none: Substantial, Reasonable, Limited, No assurance, Not assessed, in the
/// wording of English local-government internal audit opinions.
std::vector<Opinion> defaultScale();

/// Management, oversight, independent; evidence is stale after 24 months unless the council says otherwise.
std::vector<AssuranceLine> defaultLines();

/// A short title for each of the six elements (number 1 to 6) that the 2013 statutory guidance names.
const char* defaultElementTitle(int number);

/// What each of the six elements (number 1 to 6) asks, retold in our own words from the 2013 statutory guidance on the
/// roles of the Director and the Lead Member, for a council that starts afresh.
const char* defaultElementStatement(int number);

} // namespace sightline
