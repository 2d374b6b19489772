#include "app/clock_text.h"

#include <cstdlib>
#include <ctime>
#include <gtest/gtest.h>

namespace sightline {
namespace {

std::chrono::system_clock::time_point moment(int year, int month, int day, int hour, int minute) {
    std::tm local{};
    local.tm_year = year - 1900;
    local.tm_mon = month - 1;
    local.tm_mday = day;
    local.tm_hour = hour;
    local.tm_min = minute;
    local.tm_isdst = -1;
    return std::chrono::system_clock::from_time_t(std::mktime(&local));
}

TEST(ClockText, SaysNoMoreThanIsNeeded) {
    const Day today = PartialDate{2026, 11, 23}.first();
    EXPECT_EQ(clockText(moment(2026, 11, 23, 14, 5), today), "14:05");
    EXPECT_EQ(clockText(moment(2026, 11, 21, 14, 5), today), "21 November 14:05");
    EXPECT_EQ(clockText(moment(2025, 12, 31, 0, 0), today), "31 December 2025 00:00");
}

/// London's time for one test, whatever the machine's is.
class LondonTime : public testing::Test {
protected:
    LondonTime() { set("GMT0BST,M3.5.0/1,M10.5.0"); }
    ~LondonTime() override { set(before_.empty() ? nullptr : before_.c_str()); }
    LondonTime(const LondonTime&) = delete;
    LondonTime& operator=(const LondonTime&) = delete;

private:
    static void set(const char* zone) {
        zone == nullptr ? unsetenv("TZ") : setenv("TZ", zone, 1);
        tzset();
    }
    std::string before_ = std::getenv("TZ") == nullptr ? "" : std::getenv("TZ");
};

TEST_F(LondonTime, SecondsUntilAnotherDay) {
    using std::chrono::seconds;
    EXPECT_EQ(untilNextDay(moment(2026, 6, 14, 23, 59)), seconds(60));
    EXPECT_EQ(untilNextDay(moment(2026, 6, 14, 0, 0)), seconds(24 * 3600));
    EXPECT_EQ(untilNextDay(moment(2026, 12, 31, 12, 0)), seconds(12 * 3600));
    EXPECT_EQ(untilNextDay(moment(2026, 3, 29, 0, 0)), seconds(23 * 3600)) << "the clocks go forward";
    EXPECT_EQ(untilNextDay(moment(2026, 10, 25, 0, 0)), seconds(25 * 3600)) << "the clocks go back";
    EXPECT_EQ(untilNextDay(moment(2026, 6, 14, 23, 59) + std::chrono::milliseconds(59999)), seconds(1));
}

TEST_F(LondonTime, DayOfAMoment) {
    EXPECT_EQ(isoDate(localDay(moment(2026, 6, 14, 0, 0))), "2026-06-14");
    EXPECT_EQ(isoDate(localDay(moment(2026, 6, 14, 23, 59))), "2026-06-14");
}

} // namespace
} // namespace sightline
