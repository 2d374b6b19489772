#pragma once

#include <cstddef>
#include <string>

#include "data/changes.h"

namespace sightline {

/// How wide the text may be, in characters. Below the least it would break into slivers; above the most, lines are hard
/// to follow.
inline constexpr std::size_t kLeastTextWidth = 60;
inline constexpr std::size_t kMostTextWidth = 110;

/// What `sightline diff` prints for people: the period, a crosswalk where the scale changed, then the four sections,
/// what happened on the left and to what beside it, wrapped at words to `width` characters (taken into the range
/// above).
std::string changesText(const Changes& changes, std::size_t width);

} // namespace sightline
