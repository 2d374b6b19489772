#include "app/believable_diagonal.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

constexpr Size kWide{1920, 1080};

TEST(BelievableDiagonal, TakesWhatAMonitorSaysOfItself) {
    const auto diagonal = believableDiagonal(kWide, 1430, 800);
    ASSERT_TRUE(diagonal);
    EXPECT_NEAR(*diagonal, 64.5, 0.1);
}

TEST(BelievableDiagonal, RefusesNonsense) {
    EXPECT_FALSE(believableDiagonal(kWide, 0, 0)) << "a projector";
    EXPECT_FALSE(believableDiagonal(kWide, 160, 90)) << "7 inches: centimetres taken for millimetres";
    EXPECT_FALSE(believableDiagonal(kWide, 4000, 2250)) << "180 inches";
    EXPECT_FALSE(believableDiagonal(kWide, 1000, 750)) << "another shape than its picture";
    EXPECT_FALSE(believableDiagonal({1080, 1920}, 1430, 800)) << "turned";
    EXPECT_FALSE(believableDiagonal({0, 0}, 1430, 800));
}

} // namespace
} // namespace sightline
