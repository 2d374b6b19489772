#pragma once

#include "data/model.h"

namespace sightline {

/// Puts the rows of a checklist into the order they are read in, whatever the order of the sheets or files they came
/// from: by id; the scale by rank, elements by number, mentions of evidence by element and seat.
void putInReadingOrder(Checklist& checklist);

} // namespace sightline
