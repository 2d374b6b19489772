#include "app/idle.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

TEST(Idle, NoticeThenHome) {
    IdleTimer idle(120, 20);
    idle.touched(1000);
    EXPECT_EQ(idle.secondsLeft(1119.9), 0);
    EXPECT_EQ(idle.secondsLeft(1120), 20);
    EXPECT_EQ(idle.secondsLeft(1120.5), 20);
    EXPECT_EQ(idle.secondsLeft(1121), 19);
    EXPECT_EQ(idle.secondsLeft(1139.5), 1);
    EXPECT_FALSE(idle.due(1139.9));
    EXPECT_TRUE(idle.due(1140));
    EXPECT_EQ(idle.secondsLeft(1140), 0);
}

TEST(Idle, TouchStartsAgain) {
    IdleTimer idle(120, 20);
    idle.touched(0);
    idle.touched(130);
    EXPECT_EQ(idle.secondsLeft(140), 0);
    EXPECT_FALSE(idle.due(150));
}

TEST(Idle, WakesExactlyWhenTheCountChanges) {
    IdleTimer idle(120, 3);
    idle.touched(0);
    Seconds now = 1;
    std::vector<int> counts;
    while (const auto deadline = idle.deadline(now)) {
        ASSERT_GT(*deadline, now);
        now = *deadline;
        counts.push_back(idle.secondsLeft(now));
    }
    EXPECT_EQ(counts, (std::vector<int>{3, 2, 1, 0}));
    EXPECT_TRUE(idle.due(now));
}

TEST(Idle, AFingerOnTheNoticeHasTimeToBecomeATap) {
    IdleTimer idle(120, 20);
    idle.touched(0);
    idle.holdOn(139.5, 2);
    EXPECT_EQ(idle.secondsLeft(139.5), 2);
    EXPECT_FALSE(idle.due(141));
    EXPECT_TRUE(idle.due(141.5));
    idle.touched(0);
    idle.holdOn(125, 2);
    EXPECT_EQ(idle.secondsLeft(125), 15) << "it only ever adds";
}

TEST(Idle, ZeroMeansNever) {
    IdleTimer idle(0, 20);
    idle.touched(0);
    EXPECT_FALSE(idle.deadline(1e9));
    EXPECT_FALSE(idle.due(1e9));
    EXPECT_EQ(idle.secondsLeft(1e9), 0);
}

} // namespace
} // namespace sightline
