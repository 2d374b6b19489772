#include "app/log_limit.h"

#include <gtest/gtest.h>

#include "app/log.h"

namespace sightline {
namespace {

class LogLimitTest : public testing::Test {
protected:
    bool written(std::string_view sentence, Seconds now, LogTopic topic = LogTopic::Source) {
        const auto line = limit.ask(topic, LogLevel::Warning, sentence, now);
        EXPECT_TRUE(!line || line->sentence == sentence);
        return line.has_value();
    }

    LogLimit limit{3, 60};
};

TEST_F(LogLimitTest, OnlyAChangeIsWritten) {
    EXPECT_TRUE(written("gone", 0));
    EXPECT_FALSE(written("gone", 1));
    EXPECT_FALSE(written("gone", 100000));
    EXPECT_TRUE(written("back", 100001));
    EXPECT_TRUE(written("gone", 100002));
}

TEST_F(LogLimitTest, WhatComesAndGoesIsHeldBackAndCounted) {
    int lines = 0;
    for (int second = 0; second < 50; ++second) lines += written(second % 2 == 0 ? "gone" : "back", second) ? 1 : 0;
    EXPECT_EQ(lines, 3);
    EXPECT_TRUE(limit.holding());
    EXPECT_TRUE(limit.due(55).empty());
    const auto due = limit.due(62);
    ASSERT_EQ(due.size(), 1U);
    EXPECT_EQ(due.front(), (LogLine{LogLevel::Warning, "back", 46})) << "the newest, and how many there were before it";
    EXPECT_FALSE(limit.holding());
    EXPECT_FALSE(written("back", 63));
}

TEST_F(LogLimitTest, ADayOfFlappingIsAsManyLinesAsTheLimitAllows) {
    int lines = 0;
    for (int second = 0; second < 86400; ++second) {
        lines += written(second % 2 == 0 ? "gone" : "back", second) ? 1 : 0;
        lines += static_cast<int>(limit.due(second).size());
    }
    EXPECT_LE(lines, 3 + 86400 / 60);
    EXPECT_GE(lines, 86400 / 60);
}

TEST_F(LogLimitTest, ATopicDoesNotSilenceAnother) {
    for (int i = 0; i < 20; ++i) written(std::to_string(i), 0);
    EXPECT_FALSE(written("one more", 0));
    EXPECT_TRUE(written("the panel", 0, LogTopic::Display));
}

TEST_F(LogLimitTest, RoomComesBackUpToTheBurst) {
    for (int i = 0; i < 3; ++i) EXPECT_TRUE(written(std::to_string(i), 0));
    EXPECT_FALSE(written("a", 0));
    EXPECT_EQ(limit.due(10000).size(), 1U);
    EXPECT_TRUE(written("b", 10000));
    EXPECT_TRUE(written("c", 10000));
    EXPECT_FALSE(written("d", 10000));
}

TEST(LogText, IsOneLineWhateverItHolds) {
    EXPECT_EQ(logText({LogLevel::Info, "a\n<0>b\x1b[1m\x7f", 0}), "a?<0>b?[1m?");
    EXPECT_EQ(logText({LogLevel::Info, "Gone.", 1}), "Gone. (1 line before this was left out.)");
    EXPECT_EQ(logText({LogLevel::Info, "Gone.", 12}), "Gone. (12 lines before this were left out.)");
}

} // namespace
} // namespace sightline
