#include "app/screen_hours.h"

#include <cstdlib>
#include <ctime>
#include <gtest/gtest.h>

#include "app/wall_status.h"

namespace sightline {
namespace {

constexpr int kMonday = 0;
constexpr int kFriday = 4;
constexpr int kSaturday = 5;
constexpr int kSunday = 6;
int at(int day, int hour, int minute = 0) { return day * kDayMinutes + hour * 60 + minute; }

DayHours hours(const char* text) { return parseDayHours(text).value(); }

HoursSetting office() { return {.weekdays = hours("08:00-18:00"), .weekend = hours("closed"), .days = {}}; }

TEST(ScreenHours, WithoutAnySettingItIsAlwaysOn) {
    const ScreenHours always;
    EXPECT_TRUE(always.always());
    EXPECT_TRUE(ScreenHours(HoursSetting{}).always());
    EXPECT_FALSE(always.change(0));
}

TEST(ScreenHours, FromTheFirstMinuteToTheLast) {
    const ScreenHours week(office());
    EXPECT_FALSE(week.on(at(kMonday, 7, 59)));
    EXPECT_TRUE(week.on(at(kMonday, 8)));
    EXPECT_TRUE(week.on(at(kMonday, 17, 59)));
    EXPECT_FALSE(week.on(at(kMonday, 18)));
    EXPECT_EQ(week.change(at(kMonday, 8)), at(kMonday, 18));
    EXPECT_EQ(week.change(at(kFriday, 20)), at(kMonday, 8)) << "over the weekend and into the next week";
}

TEST(ScreenHours, ADayOfItsOwnGoesBeforeWeekdaysAndWeekend) {
    HoursSetting setting = office();
    setting.days[kMonday] = hours("closed");
    setting.days[kSaturday] = hours("09:00-12:00, 13:00-15:00");
    const ScreenHours week(setting);
    EXPECT_FALSE(week.on(at(kMonday, 10)));
    EXPECT_TRUE(week.on(at(kSaturday, 11, 59)));
    EXPECT_FALSE(week.on(at(kSaturday, 12, 30)));
    EXPECT_TRUE(week.on(at(kSaturday, 14)));
    EXPECT_FALSE(week.on(at(kSunday, 10)));
}

TEST(ScreenHours, OverMidnightBelongsToTheDayItBeganOn) {
    HoursSetting setting{.weekdays = hours("closed"), .weekend = hours("closed"), .days = {}};
    setting.days[kFriday] = hours("22:00-02:00");
    setting.days[kSunday] = hours("23:00-01:00");
    const ScreenHours week(setting);
    EXPECT_TRUE(week.on(at(kFriday, 23, 59)));
    EXPECT_TRUE(week.on(at(kSaturday, 1, 59)));
    EXPECT_FALSE(week.on(at(kSaturday, 2)));
    EXPECT_FALSE(week.on(at(kFriday, 1)));
    EXPECT_TRUE(week.on(at(kMonday, 0, 30))) << "from the end of the week to its beginning";
    EXPECT_EQ(week.change(at(kSunday, 23)), at(kMonday, 1));
}

TEST(ScreenHours, NeverOnChangesNever) {
    HoursSetting setting{.weekdays = hours("closed"), .weekend = hours("closed"), .days = {}};
    EXPECT_FALSE(ScreenHours(setting).change(0));
    EXPECT_FALSE(ScreenHours(setting).on(0));
}

TEST(ScreenHours, AreWrittenAsTheyAreRead) {
    for (const char* text : {"08:00-18:00", "08:00-12:00, 13:00-17:30", "22:00-02:00", "closed", "all day"})
        EXPECT_EQ(dayHoursText(hours(text)), text);
    EXPECT_EQ(hours("00:00-24:00"), hours("all day"));
}

TEST(ScreenHours, AMomentIsSaidAsShortlyAsItIsClear) {
    EXPECT_EQ(weekMinuteText(at(kMonday, 18), at(kMonday, 9)), "18:00");
    EXPECT_EQ(weekMinuteText(at(kSaturday, 2), at(kFriday, 23)), "02:00") << "this night";
    EXPECT_EQ(weekMinuteText(at(kMonday, 8), at(kFriday, 20)), "Monday 08:00");
    EXPECT_EQ(weekMinuteText(at(kMonday, 8), at(kSunday, 18)), "08:00") << "the next morning";
}

/// London: the clock goes from 01:00 to 02:00 on 29 March 2026, and from 02:00 back to 01:00 on 25 October.
class ClockChange : public testing::Test {
protected:
    ClockChange() {
        setenv("TZ", "Europe/London", 1);
        tzset();
    }
    ~ClockChange() override {
        unsetenv("TZ");
        tzset();
    }
    static bool on(const ScreenHours& week, const char* utc) { return week.on(weekTime(parseUtc(utc).value()).minute); }
};

TEST_F(ClockChange, WhatTheClockOnTheWallSaysCounts) {
    const ScreenHours week(office());
    EXPECT_FALSE(on(week, "2026-03-27T07:59:59Z"));
    EXPECT_TRUE(on(week, "2026-03-27T08:00:00Z"));
    EXPECT_FALSE(on(week, "2026-03-30T06:59:59Z"));
    EXPECT_TRUE(on(week, "2026-03-30T07:00:00Z")) << "summer time";
    EXPECT_FALSE(on(week, "2026-10-26T07:59:59Z"));
    EXPECT_TRUE(on(week, "2026-10-26T08:00:00Z"));
}

TEST_F(ClockChange, AnHourThatIsSkippedOrShownTwice) {
    HoursSetting setting{.weekdays = hours("closed"), .weekend = hours("closed"), .days = {}};
    setting.days[kSunday] = hours("01:30-05:00");
    const ScreenHours week(setting);
    EXPECT_FALSE(on(week, "2026-03-29T00:59:59Z"));
    EXPECT_TRUE(on(week, "2026-03-29T01:00:00Z")) << "02:00, with no 01:30 before it";
    EXPECT_TRUE(on(week, "2026-10-25T00:45:00Z"));
    EXPECT_FALSE(on(week, "2026-10-25T01:15:00Z")) << "01:15 for the second time";
    EXPECT_TRUE(on(week, "2026-10-25T01:30:00Z"));
    EXPECT_EQ(weekTime(parseUtc("2026-03-29T01:00:30Z").value()).second, 30);
}

} // namespace
} // namespace sightline
