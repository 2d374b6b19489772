#include "app/believable_diagonal.h"

#include <cmath>

namespace sightline {

std::optional<double> believableDiagonal(Size pixels, int widthMm, int heightMm) {
    if (widthMm <= 0 || heightMm <= 0 || pixels.width <= 0 || pixels.height <= 0) return std::nullopt;
    constexpr double kMmPerInch = 25.4;
    const double diagonal = std::hypot(widthMm, heightMm) / kMmPerInch;
    const double shape =
        (static_cast<double>(pixels.width) / pixels.height) / (static_cast<double>(widthMm) / heightMm);
    if (diagonal < kDiagonalIn.low || diagonal > 120 || std::abs(shape - 1) > 0.1) return std::nullopt;
    return diagonal;
}

} // namespace sightline
