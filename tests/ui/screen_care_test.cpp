#include "app/screen_care.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

/// On from 08:00 to 18:00 every day, awake for two minutes after a touch; a clock that is moved by hand.
class ScreenCareTest : public testing::Test {
protected:
    static ScreenHours daily() {
        return ScreenHours(HoursSetting{parseDayHours("08:00-18:00"), parseDayHours("08:00-18:00"), {}});
    }
    /// Monday, at this time. True: it turned on or off.
    bool pass(int hour, int minute, int second = 0, bool wanted = false) {
        now = hour * 3600 + minute * 60 + second;
        return care.pass(now, {hour * 60 + minute, second}, wanted);
    }

    Seconds now = 0;
    ScreenCare care{daily(), 120, 0};
};

TEST_F(ScreenCareTest, OffAndOnWithItsHours) {
    EXPECT_FALSE(pass(17, 59, 59));
    EXPECT_FALSE(care.dark());
    EXPECT_EQ(care.words(), "on until 18:00");
    EXPECT_EQ(care.deadline(), now + 1) << "it looks at the very minute";
    EXPECT_TRUE(pass(18, 0));
    EXPECT_TRUE(care.dark());
    EXPECT_EQ(care.words(), "off until 08:00");
    EXPECT_EQ(care.deadline(), now + 60);
    EXPECT_FALSE(pass(18, 1));
    EXPECT_TRUE(care.pass(now + 50000, {kDayMinutes + 480, 0}, false));
    EXPECT_FALSE(care.dark());
}

TEST_F(ScreenCareTest, ATouchWakesItForAsLongAsSomebodyIsThere) {
    pass(20, 0);
    ASSERT_TRUE(care.dark());
    EXPECT_TRUE(care.touched(now)) << "it only wakes";
    EXPECT_FALSE(care.dark());
    EXPECT_TRUE(care.touched(now + 0.5)) << "nobody can have seen anything yet";
    EXPECT_FALSE(care.touched(now + 1.2));
    EXPECT_FALSE(pass(20, 1));
    EXPECT_EQ(care.words(), "on although it is out of hours: it was touched");
    EXPECT_EQ(care.deadline(), 20 * 3600 + 120) << "a full minute";
    EXPECT_FALSE(pass(20, 2, 1));
    EXPECT_TRUE(pass(20, 2, 2));
    EXPECT_TRUE(care.dark());
}

TEST_F(ScreenCareTest, SomebodyWhoIsThereWhenTheHoursEndKeepsItOn) {
    pass(17, 59);
    EXPECT_FALSE(care.touched(now));
    EXPECT_FALSE(pass(18, 0, 30));
    EXPECT_TRUE(pass(18, 1));
}

TEST_F(ScreenCareTest, AMeetingKeepsItOn) {
    EXPECT_FALSE(pass(19, 0, 0, true));
    EXPECT_EQ(care.words(), "on although it is out of hours: it is in use");
    EXPECT_FALSE(pass(23, 0, 0, true));
    EXPECT_TRUE(pass(23, 1));
    EXPECT_TRUE(pass(23, 2, 0, true)) << "and turns it on";
}

TEST_F(ScreenCareTest, AClockThatIsSetIsNoticedWithinAMinute) {
    pass(12, 0, 20);
    ASSERT_EQ(care.deadline(), now + 40);
    EXPECT_TRUE(care.pass(*care.deadline(), {22 * 60, 17}, false)) << "set to the evening";
    EXPECT_EQ(*care.deadline(), now + 40 + 43);
    EXPECT_TRUE(care.pass(*care.deadline(), {9 * 60, 0}, false)) << "and back";
    EXPECT_FALSE(care.dark());
}

TEST_F(ScreenCareTest, StartingItShowsIt) {
    ScreenCare fresh(daily(), 120, 1000);
    EXPECT_FALSE(fresh.pass(1001, {60, 0}, false));
    EXPECT_FALSE(fresh.dark()) << "somebody has just turned the machine on";
    EXPECT_TRUE(fresh.pass(1120, {62, 0}, false));
}

TEST(ScreenCare, WithoutHoursThereIsNothingToComeBackFor) {
    ScreenCare care(ScreenHours(), 120, 0);
    EXPECT_FALSE(care.pass(1e6, {0, 0}, false));
    EXPECT_FALSE(care.deadline());
    EXPECT_EQ(care.words(), "on");
}

TEST(ScreenCare, ClosedForGood) {
    ScreenCare care(ScreenHours(HoursSetting{DayHours{}, DayHours{}, {}}), 5, 0);
    care.pass(10, {0, 0}, false);
    EXPECT_EQ(care.words(), "off until it is touched");
}

} // namespace
} // namespace sightline
