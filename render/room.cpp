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

float Room::glanceCapHeight() const { return capHeight(16); }

float Room::capHeight(double minutes) const { return px(capHeightMm(distanceM * 1000, minutes / 60)); }

double Room::readableFrom(float capPixels, double minutes) const {
    const double millimetres = static_cast<double>(capPixels) / static_cast<double>(px(1));
    return millimetres / 1000 / std::tan(minutes / 60 * std::numbers::pi / 180);
}

float Room::touchCapHeight() const { return px(capHeightMm(600, 0.7)); }

} // namespace sightline
