#pragma once

#include <optional>

#include "app/options.h"

namespace sightline {

/// A panel's diagonal in inches from what its monitor says of itself (EDID gives whole centimetres, projectors and
/// some televisions give nonsense). Nothing unless it lies between the least that may be set and 120 inches and has the
/// shape of the picture within a tenth.
std::optional<double> believableDiagonal(Size pixels, int widthMm, int heightMm);

} // namespace sightline
