#include "data/lists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/example_checklist.h"

namespace sightline {
namespace {

using testing::ElementsAre;

TEST(Lists, EvidenceComesNewestFirstAndUndatedLast) {
    // Indices: 0 the letter (Feb 2024), 1 minutes (May 2026), 2 undated, 3 the audit (2026, so up to December).
    const Checklist list = exampleChecklist();
    EXPECT_THAT(evidenceMatching(list, {}, day(2026, 7, 1)), ElementsAre(3, 1, 0, 2));
    EXPECT_THAT(evidenceMatching(list, {.element = 1}, day(2026, 7, 1)), ElementsAre(1, 0));
    EXPECT_THAT(evidenceMatching(list, {.element = 6}, day(2026, 7, 1)), ElementsAre());
    EXPECT_THAT(evidenceMatching(list, {.line = 3}, day(2026, 7, 1)), ElementsAre(3, 0));
    EXPECT_THAT(evidenceMatching(list, {.kind = 4}, day(2026, 7, 1)), ElementsAre(1));
    EXPECT_THAT(evidenceMatching(list, {.kind = -1}, day(2026, 7, 1)), ElementsAre(3, 2));
    EXPECT_THAT(evidenceMatching(list, {.staleOnly = true}, day(2026, 7, 1)), ElementsAre(0));
    EXPECT_THAT(evidenceMatching(list, {.element = 5, .line = 3, .kind = 1, .staleOnly = true}, day(2026, 7, 1)),
                ElementsAre(0));
}

TEST(Lists, EvidenceOfTheSameDayKeepsItsReadingOrder) {
    Checklist list = exampleChecklist();
    for (Evidence& evidence : list.evidence) evidence.covers = {2026, 5, 1};
    EXPECT_THAT(evidenceMatching(list, {}, day(2026, 7, 1)), ElementsAre(0, 1, 2, 3));
}

TEST(Lists, EvidenceOfAnElementFollowsItsMentions) {
    const Checklist list = exampleChecklist();
    EXPECT_THAT(evidenceOfElement(list, 5), ElementsAre(2, 0));
    EXPECT_THAT(evidenceOfElement(list, 4), ElementsAre());
    EXPECT_THAT(elementsOfEvidence(list),
                ElementsAre(ElementsAre(1, 5), ElementsAre(1), ElementsAre(5), ElementsAre(2)));
}

TEST(Lists, ActionsGroupByDate) {
    const auto groups = groupActions(exampleChecklist(), ActionGrouping::ByDate, true, day(2026, 6, 15));
    ASSERT_EQ(groups.size(), 5U);
    EXPECT_EQ(groups[0].heading, "Overdue");
    EXPECT_EQ(groups[0].overdue, 1);
    EXPECT_THAT(groups[0].actions, ElementsAre(0));
    EXPECT_THAT(groups[1].actions, ElementsAre(1));
    EXPECT_THAT(groups[2].actions, ElementsAre(4));
    EXPECT_THAT(groups[3].actions, ElementsAre(2));
    EXPECT_EQ(groups[4].due, DueGroup::Done);
    EXPECT_THAT(groups[4].actions, ElementsAre(3));
    EXPECT_EQ(groupActions({}, ActionGrouping::ByDate, false, day(2026, 6, 15)).size(), 4U);
}

TEST(Lists, ActionsGroupByOwnerWithTheLateOnesFirst) {
    const auto groups = groupActions(exampleChecklist(), ActionGrouping::ByOwner, false, day(2026, 7, 1));
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].heading, "Head of Quality");
    EXPECT_EQ(groups[0].overdue, 1);
    EXPECT_THAT(groups[0].actions, ElementsAre(0, 2)); // dated before undated
    EXPECT_EQ(groups[1].heading, "Board Chair");
    EXPECT_THAT(groups[1].actions, ElementsAre(4)); // the done one is left out
    EXPECT_EQ(groups[2].heading, "No owner");       // last, although it is overdue
    EXPECT_EQ(groups[2].overdue, 1);
}

TEST(Lists, ActionsGroupByElement) {
    const auto groups = groupActions(exampleChecklist(), ActionGrouping::ByElement, true, day(2026, 7, 1));
    ASSERT_EQ(groups.size(), 6U);
    EXPECT_EQ(groups[0].heading, "1 Senior management arrangements");
    EXPECT_EQ(groups[4].element, 5);
    EXPECT_THAT(groups[4].actions, ElementsAre(2, 3)); // done ones close the group
    EXPECT_THAT(groups[5].actions, ElementsAre());
}

TEST(Lists, ActionsOfAnElementRunFromOverdueToDone) {
    Checklist list = exampleChecklist();
    for (Action& action : list.actions) action.element = 1;
    EXPECT_THAT(actionsOfElement(list, 1, day(2026, 6, 15)), ElementsAre(0, 1, 4, 2, 3));
    EXPECT_THAT(actionsOfElement(list, 2, day(2026, 6, 15)), ElementsAre());
}

} // namespace
} // namespace sightline
