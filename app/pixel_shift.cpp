#include "app/pixel_shift.h"

#include <algorithm>
#include <array>

namespace sightline {

namespace {

/// The n-th place of a square spiral around 0, 0.
PictureShift onSpiral(std::uint64_t n) {
    PictureShift at;
    int length = 1; // of the side that is being walked
    constexpr std::array kRight = {1, 0, -1, 0};
    constexpr std::array kDown = {0, 1, 0, -1};
    for (std::size_t side = 0; n > 0; ++side) {
        const int steps = static_cast<int>(std::min<std::uint64_t>(n, static_cast<std::uint64_t>(length)));
        at.x += kRight[side % 4] * steps;
        at.y += kDown[side % 4] * steps;
        n -= static_cast<std::uint64_t>(steps);
        if (side % 2 == 1) ++length;
    }
    return at;
}

} // namespace

PictureShift shiftAt(std::uint64_t step, int most) {
    if (most <= 0) return {};
    const auto side = 2 * static_cast<std::uint64_t>(most) + 1;
    const std::uint64_t last = side * side - 1;
    const std::uint64_t there = step % (2 * last);
    return onSpiral(there <= last ? there : 2 * last - there);
}

bool PixelShift::pass(Seconds now, bool held) {
    constexpr Seconds kAgain = 1;
    if (most_ <= 0 || now < next_) return false;
    next_ = now + (held ? kAgain : every_);
    if (held) return false;
    at_ = shiftAt(++step_, most_);
    return true;
}

Point PixelShift::onPicture(Point onPanel, int width, int height) const {
    return {std::clamp(onPanel.x - static_cast<float>(at_.x), 0.0F, static_cast<float>(width - 1)),
            std::clamp(onPanel.y - static_cast<float>(at_.y), 0.0F, static_cast<float>(height - 1))};
}

} // namespace sightline
