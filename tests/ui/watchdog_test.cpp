#include "app/watchdog.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

TEST(Watchdog, NobodyWaitsSoNothingWakesTheWall) {
    Watchdog none(std::nullopt);
    EXPECT_FALSE(none.deadline());
    EXPECT_FALSE(none.due(1e6));
}

TEST(Watchdog, IsDueFourTimesInAPatience) {
    Watchdog watchdog(20);
    EXPECT_TRUE(watchdog.due(100)) << "at once";
    EXPECT_FALSE(watchdog.due(104.9));
    EXPECT_EQ(watchdog.deadline(), 105);
    EXPECT_TRUE(watchdog.due(105));
    EXPECT_EQ(watchdog.deadline(), 110);
}

TEST(Watchdog, DoesNotCatchUpAfterALongSleep) {
    Watchdog watchdog(20);
    EXPECT_TRUE(watchdog.due(0));
    EXPECT_TRUE(watchdog.due(5000));
    EXPECT_FALSE(watchdog.due(5001));
}

} // namespace
} // namespace sightline
