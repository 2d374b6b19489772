#include "app/pixel_shift.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <map>

namespace sightline {
namespace {

TEST(PixelShift, GoesEverywhereAPixelAStepAndHoldsEveryPlaceAlike) {
    for (const int most : {1, 2, 8}) {
        const int side = 2 * most + 1;
        const int round = 2 * (side * side - 1);
        std::map<std::pair<int, int>, int> held;
        PictureShift before;
        EXPECT_EQ(shiftAt(0, most), PictureShift{}) << "it starts at its own place";
        for (int step = 1; step <= round; ++step) {
            const PictureShift at = shiftAt(static_cast<std::uint64_t>(step), most);
            EXPECT_EQ(std::abs(at.x - before.x) + std::abs(at.y - before.y), 1) << step;
            EXPECT_LE(std::max(std::abs(at.x), std::abs(at.y)), most) << step;
            ++held[{at.x, at.y}];
            before = at;
        }
        EXPECT_EQ(before, PictureShift{});
        EXPECT_EQ(held.size(), static_cast<std::size_t>(side * side));
        for (const auto& [place, times] : held) EXPECT_LE(times, 2) << place.first << ", " << place.second;
    }
}

TEST(PixelShift, MovesWhenItIsTimeAndNotUnderAFinger) {
    PixelShift shift(2, 180, 1000);
    EXPECT_EQ(shift.deadline(), 1180);
    EXPECT_FALSE(shift.pass(1179.9, false));
    EXPECT_FALSE(shift.pass(1180, true)) << "a finger is on it";
    EXPECT_EQ(shift.at(), PictureShift{});
    EXPECT_EQ(shift.deadline(), 1181);
    EXPECT_TRUE(shift.pass(1181, false));
    EXPECT_NE(shift.at(), PictureShift{});
    EXPECT_FALSE(shift.pass(1181, false)) << "once";
    EXPECT_EQ(shift.deadline(), 1361);
}

TEST(PixelShift, ZeroIsNever) {
    PixelShift shift(0, 1, 0);
    EXPECT_FALSE(shift.deadline());
    EXPECT_FALSE(shift.pass(1e9, false));
    EXPECT_EQ(shiftAt(7, 0), PictureShift{});
}

TEST(PixelShift, AFingerMeetsWhatItSees) {
    PixelShift shift(2, 1, 0);
    EXPECT_EQ(shift.onPicture({100, 200}, 1920, 1080), (Point{100, 200}));
    ASSERT_TRUE(shift.pass(1, false));
    const PictureShift at = shift.at();
    EXPECT_EQ(shift.onPicture({100, 200}, 1920, 1080),
              (Point{100 - static_cast<float>(at.x), 200 - static_cast<float>(at.y)}));
    const Point corner = shift.onPicture({0, 0}, 1920, 1080);
    EXPECT_GE(corner.x, 0) << "the edge of the panel is the edge of the picture";
    EXPECT_GE(corner.y, 0);
    const Point other = shift.onPicture({1920, 1080}, 1920, 1080);
    EXPECT_LE(other.x, 1919);
    EXPECT_LE(other.y, 1079);
}

} // namespace
} // namespace sightline
