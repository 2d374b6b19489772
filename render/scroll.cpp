#include "render/scroll.h"

#include <algorithm>
#include <cmath>

namespace sightline {

namespace {

/// Time in which the speed falls to 1/e: a flick crosses a screen or two and settles in about a second and a half.
constexpr float kDecay = 0.325F;
/// Below this speed, in pixels per second, motion is no longer seen as motion.
constexpr float kSlowest = 20;
/// Fingers on a wall can flick at absurd speeds; nobody can read what passes then.
constexpr float kFastest = 20000;

} // namespace

void Glide::start(ListId list, float offset, float velocity, Seconds now) {
    moving_ = std::abs(velocity) > kSlowest;
    list_ = list;
    from_ = offset;
    velocity_ = std::clamp(velocity, -kFastest, kFastest);
    since_ = now;
}

float Glide::advance(Seconds now, float maxScroll) {
    const float time = std::max(0.0F, static_cast<float>(now - since_));
    const float left = std::exp(-time / kDecay);
    const float offset = from_ + velocity_ * kDecay * (1 - left);
    if (std::abs(velocity_) * left < kSlowest || offset < 0 || offset > maxScroll) moving_ = false;
    return clampScroll(offset, maxScroll);
}

float clampScroll(float offset, float maxScroll) {
    return std::clamp(std::round(offset), 0.0F, std::max(0.0F, std::floor(maxScroll)));
}

float scrollToShow(float offset, float begin, float end, float extent, float margin, float maxScroll) {
    // A stretch taller than the list shows its beginning.
    const float lowest = end + margin - extent;
    const float highest = std::max(0.0F, begin - margin);
    if (offset > highest || lowest > highest) return clampScroll(highest, maxScroll);
    if (offset < lowest) return clampScroll(lowest, maxScroll);
    return clampScroll(offset, maxScroll);
}

} // namespace sightline
