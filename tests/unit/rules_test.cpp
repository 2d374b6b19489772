#include "data/rules.h"

#include <gtest/gtest.h>

#include "tests/support/example_checklist.h"

namespace sightline {
namespace {

Action dueOn(PartialDate due, ActionStatus status = ActionStatus::Open) {
    Action action;
    action.due = due;
    action.status = status;
    return action;
}

TEST(Rules, OverdueBeginsTheDayAfterTheWholeSpan) {
    struct Case {
        PartialDate due;
        Day asOf;
        int late;
    };
    const Case cases[] = {
        {{2026, 6, 14}, day(2026, 6, 14), 0}, // due today is not overdue
        {{2026, 6, 14}, day(2026, 6, 15), 1}, //
        {{2026, 6, 14}, day(2026, 6, 13), 0}, //
        {{2026, 6, 0}, day(2026, 6, 30), 0},  // a month is over when its last day is
        {{2026, 6, 0}, day(2026, 7, 1), 1},   //
        {{2024, 2, 0}, day(2024, 2, 29), 0},  // the leap day belongs to its month
        {{2024, 2, 0}, day(2024, 3, 1), 1},   //
        {{2024, 2, 29}, day(2024, 3, 1), 1},  //
        {{2025, 0, 0}, day(2025, 12, 31), 0}, //
        {{2025, 0, 0}, day(2026, 1, 10), 10}, //
        {{}, day(2199, 12, 31), 0},           // no date is not overdue
    };
    for (const Case& row : cases) {
        EXPECT_EQ(daysLate(dueOn(row.due), row.asOf), row.late) << isoDate(row.due) << " on " << isoDate(row.asOf);
        EXPECT_EQ(isOverdue(dueOn(row.due), row.asOf), row.late > 0) << isoDate(row.due) << " on " << isoDate(row.asOf);
    }
}

TEST(Rules, DoneIsNeitherOutstandingNorOverdue) {
    EXPECT_TRUE(isOutstanding(dueOn({}, ActionStatus::InProgress)));
    EXPECT_TRUE(isOverdue(dueOn({2020, 1, 1}, ActionStatus::InProgress), day(2026, 1, 1)));
    EXPECT_FALSE(isOutstanding(dueOn({2020, 1, 1}, ActionStatus::Done)));
    EXPECT_FALSE(isOverdue(dueOn({2020, 1, 1}, ActionStatus::Done), day(2026, 1, 1)));
    EXPECT_EQ(daysLate(dueOn({2020, 1, 1}, ActionStatus::Done), day(2026, 1, 1)), 0);
}

TEST(Rules, GroupsByWhenAnActionFallsDue) {
    const Day asOf = day(2026, 6, 1);
    EXPECT_EQ(dueGroup(dueOn({2026, 5, 31}), asOf), DueGroup::Overdue);
    EXPECT_EQ(dueGroup(dueOn({2026, 6, 1}), asOf), DueGroup::Within30Days);
    EXPECT_EQ(dueGroup(dueOn({2026, 7, 1}), asOf), DueGroup::Within30Days);
    EXPECT_EQ(dueGroup(dueOn({2026, 7, 2}), asOf), DueGroup::Later);
    EXPECT_EQ(dueGroup(dueOn({2026, 6, 0}), asOf), DueGroup::Within30Days);
    EXPECT_EQ(dueGroup(dueOn({2026, 7, 0}), asOf), DueGroup::Later);
    EXPECT_EQ(dueGroup(dueOn({}), asOf), DueGroup::NoDate);
    EXPECT_EQ(dueGroup(dueOn({2020, 1, 1}, ActionStatus::Done), asOf), DueGroup::Done);
}

TEST(Rules, EvidenceIsStaleOnceItsThresholdHasPassed) {
    Checklist list;
    list.lines = {{Line::Management, "M", 12}, {Line::Oversight, "O", 24}, {Line::Independent, "I", 36}};
    struct Case {
        Line line;
        PartialDate covers;
        Day asOf;
        bool stale;
    };
    const Case cases[] = {
        {Line::Management, {2025, 3, 10}, day(2026, 3, 10), false},
        {Line::Management, {2025, 3, 10}, day(2026, 3, 11), true},
        {Line::Oversight, {2024, 6, 0}, day(2026, 6, 30), false}, // from the last day of the month
        {Line::Oversight, {2024, 6, 0}, day(2026, 7, 1), true},
        {Line::Independent, {2020, 0, 0}, day(2023, 12, 31), false},
        {Line::Independent, {2020, 0, 0}, day(2024, 1, 1), true},
        {Line::Management, {2024, 2, 29}, day(2025, 2, 28), false}, // no leap day in 2025: its last day of February
        {Line::Management, {2024, 2, 29}, day(2025, 3, 1), true},
        {Line::Management, {}, day(2199, 1, 1), false}, // its age is not known
    };
    for (const Case& row : cases) {
        Evidence evidence;
        evidence.line = row.line;
        evidence.covers = row.covers;
        EXPECT_EQ(isStale(list, evidence, row.asOf), row.stale) << isoDate(row.covers) << " on " << isoDate(row.asOf);
    }
    EXPECT_EQ(staleAfterMonths(list, Line::Independent), 36);
}

TEST(Rules, OpinionFallsBackToTheRowThatSaysNotAssessed) {
    const Checklist list = exampleChecklist();
    EXPECT_EQ(opinionOf(list, list.elements[0]).word, "Reasonable");
    EXPECT_EQ(opinionOf(list, list.elements[1]).word, "Not assessed");
}

TEST(Rules, OpinionIsStaleByTheLongestThreshold) {
    Checklist list = exampleChecklist();
    list.lines = {{Line::Management, "M", 12}, {Line::Oversight, "O", 36}, {Line::Independent, "I", 24}};
    Element element = list.elements[0];
    element.opinionDate = {2023, 5, 20};
    EXPECT_FALSE(isOpinionStale(list, element, day(2026, 5, 20)));
    EXPECT_TRUE(isOpinionStale(list, element, day(2026, 5, 21)));
    element.opinion = 0;
    EXPECT_FALSE(isOpinionStale(list, element, day(2030, 1, 1)));
    element.opinion = 2;
    element.opinionDate = {};
    EXPECT_FALSE(isOpinionStale(list, element, day(2030, 1, 1)));
}

TEST(Rules, PositionDayIsTheLastOfThePositionDate) {
    Checklist list = exampleChecklist();
    EXPECT_EQ(positionDay(list), day(2026, 6, 30));
    list.positionDate = {};
    EXPECT_EQ(positionDay(list), std::nullopt);
}

} // namespace
} // namespace sightline
