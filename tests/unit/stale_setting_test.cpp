#include "data/stale_setting.h"

#include <gtest/gtest.h>

#include "data/defaults.h"
#include "data/rules.h"

namespace sightline {
namespace {

constexpr Day day(int year, unsigned month, unsigned dayOfMonth) {
    return Day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{dayOfMonth}};
}

TEST(StaleSetting, ReplacesWhatTheSnapshotSaysLineByLine) {
    Checklist checklist;
    checklist.lines = defaultLines();
    applyStaleSetting(checklist, {12, std::nullopt, 24});
    EXPECT_EQ(staleAfterMonths(checklist, Line::Management), 12);
    EXPECT_EQ(staleAfterMonths(checklist, Line::Oversight), 24);
    EXPECT_EQ(checklist.lines[0].staleInSnapshot, 24);
    EXPECT_EQ(checklist.lines[1].staleInSnapshot, 0);
    EXPECT_EQ(checklist.lines[2].staleInSnapshot, 0) << "the same is no difference";
}

TEST(StaleSetting, DecidesWhatIsStale) {
    Checklist checklist;
    checklist.lines = defaultLines();
    Evidence evidence;
    evidence.covers = {2025, 3, 0};
    EXPECT_FALSE(isStale(checklist, evidence, day(2026, 6, 14)));
    applyStaleSetting(checklist, {12, std::nullopt, std::nullopt});
    EXPECT_TRUE(isStale(checklist, evidence, day(2026, 6, 14)));
}

} // namespace
} // namespace sightline
