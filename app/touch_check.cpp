#include "app/touch_check.h"

#include <algorithm>
#include <cmath>

#include "render/phrase.h"

namespace sightline {

void meetSpot(TouchCheck& check, const TouchSpot& touched, const Targets& targets) {
    if (!check.on || !touched.at) return;
    if (touched.spot < 0) {
        ++check.misses;
        return;
    }
    const Target* spot = targets.find(Targets::keyOf(phrase("spot:{}", touched.spot)));
    auto& off = check.off.at(static_cast<std::size_t>(touched.spot));
    if (spot == nullptr || off) return; // the first touch is the honest one
    const Point middle = spot->whole.centre();
    off = std::hypot(touched.at->x - middle.x, touched.at->y - middle.y);
}

std::optional<Command> spotTouched(const TouchCheck& check, const Target* target, Point at) {
    if (!check.on || std::ranges::all_of(check.off, [](const auto& off) { return off.has_value(); }))
        return std::nullopt;
    if (target == nullptr) return TouchSpot{-1, at};
    const auto* spot = std::get_if<TouchSpot>(&target->command);
    if (spot == nullptr) return std::nullopt;
    return TouchSpot{spot->spot, at};
}

} // namespace sightline
