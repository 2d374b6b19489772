#include "data/date.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

Day day(int y, unsigned m, unsigned d) { return Day{std::chrono::year{y}, std::chrono::month{m}, std::chrono::day{d}}; }

TEST(Date, ReadsWhatItWritesAndNothingElse) {
    for (const char* text : {"2024", "2024-06", "2024-02-29"}) {
        const auto date = parseIsoDate(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(isoDate(*date), text);
    }
    for (const char* text :
         {"", "24", "2024-13", "2023-02-29", "2024-6", "2024-06-00", "2024/06", "0999", " 2024", "20 4"})
        EXPECT_FALSE(parseIsoDate(text)) << text;
}

TEST(Date, SpansAsMuchAsItIsPrecise) {
    EXPECT_EQ(isoDate(PartialDate{2024, 2, 0}.last()), "2024-02-29");
    EXPECT_EQ(isoDate(PartialDate{2023, 0, 0}.first()), "2023-01-01");
    EXPECT_EQ(isoDate(PartialDate{2023, 0, 0}.last()), "2023-12-31");
}

TEST(Date, IsSpelledForPeople) {
    EXPECT_EQ(longDate({2026, 6, 14}), "14 June 2026");
    EXPECT_EQ(shortDate({2023, 11, 0}), "Nov 2023");
    EXPECT_EQ(longDate({}), "");
}

TEST(Date, CountsDaysAndMonths) {
    EXPECT_EQ(daysBetween(day(2024, 2, 28), day(2024, 3, 1)), 2);
    EXPECT_EQ(monthsBetween(day(2023, 11, 30), day(2026, 6, 14)), 30);
    EXPECT_EQ(isoDate(addMonths(day(2024, 1, 31), 1)), "2024-02-29");
    EXPECT_EQ(monthsBetween(day(2024, 1, 31), day(2024, 2, 29)), 1);
    EXPECT_EQ(monthsBetween(day(2024, 5, 1), day(2024, 4, 1)), 0);
}

} // namespace
} // namespace sightline
