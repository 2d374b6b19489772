#include "app/clock_text.h"

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

} // namespace
} // namespace sightline
