#include "render/room.h"

#include <cmath>
#include <numbers>

namespace sightline {
namespace {

constexpr double kMmPerInch = 25.4;

double capHeightMm(double distanceMm, double degrees) {
    return distanceMm * std::tan(degrees * std::numbers::pi / 180);
}

} // namespace

float Room::px(double millimetres) const {
    const double diagonalPx = std::hypot(width, height);
    return static_cast<float>(millimetres * diagonalPx / (diagonalIn * kMmPerInch));
}

float Room::scale() const {
    return static_cast<float>(std::sqrt(static_cast<double>(width) * height / (1920.0 * 1080.0)));
}

float Room::glanceCapHeight() const { return px(capHeightMm(distanceM * 1000, 16.0 / 60)); }

float Room::touchCapHeight() const { return px(capHeightMm(600, 0.7)); }

} // namespace sightline
