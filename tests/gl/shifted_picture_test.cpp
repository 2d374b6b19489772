#include <algorithm>
#include <cstdlib>
#include <gtest/gtest.h>

#include "data/sample.h"
#include "render/offscreen.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing_support::PageBuilder;
using testing_support::Scene;

/// The same picture elsewhere: beyond its rim, its outermost pixels go on.
Picture moved(const Picture& still, PictureShift shift) {
    Picture out{still.width, still.height, {}};
    out.rgb.reserve(still.rgb.size());
    for (int y = 0; y < still.height; ++y)
        for (int x = 0; x < still.width; ++x) {
            const int fromX = std::clamp(x - shift.x, 0, still.width - 1);
            const int fromY = std::clamp(y - shift.y, 0, still.height - 1);
            const auto at = (static_cast<std::ptrdiff_t>(fromY) * still.width + fromX) * 3;
            out.rgb.insert(out.rgb.end(), still.rgb.begin() + at, still.rgb.begin() + at + 3);
        }
    return out;
}

int differing(const Picture& a, const Picture& b) {
    constexpr int kTolerance = 2; // per channel, of 255
    int count = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i)
        count += std::abs(int{a.rgb[i]} - int{b.rgb[i]}) > kTolerance ? 1 : 0;
    return count;
}

TEST(ShiftedPicture, IsTheSameOneToTheEdgeWhereverItStands) {
    const Room room{640, 360, 65, 2};
    const auto snapshot = sampleSnapshot("northmoor");
    ASSERT_TRUE(snapshot);
    const auto context = OffscreenContext::create(room.width, room.height);
    ASSERT_TRUE(context);
    PageBuilder pages(*snapshot, room);
    GlTarget& target = (*context)->target();
    target.setAtlas(pages.frame().takeAtlas());
    pages.build(Scene{"overview", {}});
    // The ground is black, so that a rim that is left out shows.
    const auto painted = [&](PictureShift shift) {
        target.paint(pages.frame().drawData(), room.width, room.height, 0, shift);
        return (*context)->read();
    };
    const Picture still = painted({});
    for (const int x : {-8, -2, -1, 0, 1, 2, 8})
        for (const int y : {-8, -2, -1, 0, 1, 2, 8})
            EXPECT_EQ(differing(painted({x, y}), moved(still, {x, y})), 0) << x << ", " << y;
}

} // namespace
} // namespace sightline
