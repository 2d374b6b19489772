#include "data/summary.h"

#include <gtest/gtest.h>

#include "data/export/summary_json.h"
#include "tests/support/example_checklist.h"

namespace sightline {
namespace {

TEST(Summary, CountsEveryElement) {
    const Summary summary = summarise(exampleChecklist(), day(2026, 7, 1));
    ASSERT_EQ(summary.elements.size(), 6U);
    const ElementSummary& first = summary.elements[0];
    EXPECT_EQ(first.number, 1);
    EXPECT_EQ(first.positions, 2);
    EXPECT_EQ(first.evidence, 2);
    EXPECT_EQ(first.stale, 1); // the letter of February 2024
    EXPECT_EQ(first.outstanding, 2);
    EXPECT_EQ(first.overdue, 2);
    EXPECT_EQ(first.undated, 0);
    EXPECT_EQ(first.strength, Strength::Independent);
    EXPECT_EQ(summary.elements[4].outstanding, 1);
    EXPECT_EQ(summary.elements[4].undated, 1);
    EXPECT_EQ(summary.elements[2].strength, Strength::None);
}

TEST(Summary, CountsTheWholeOnceForEachItem) {
    const Summary summary = summarise(exampleChecklist(), day(2026, 7, 1));
    EXPECT_EQ(summary.evidenceItems, 4);
    EXPECT_EQ(summary.evidenceLinks, 5);
    EXPECT_EQ(summary.itemsOnLine, (std::array{1, 1, 2}));
    EXPECT_EQ(summary.stale, 1);
    EXPECT_EQ(summary.guessed, 2);
    EXPECT_EQ(summary.undatedEvidence, 1);
    EXPECT_EQ(summary.positions, 3);
    EXPECT_EQ(summary.outstanding, 4);
    EXPECT_EQ(summary.overdue, 2);
    EXPECT_EQ(summary.undated, 1);
    EXPECT_EQ(summary.done, 1);
    EXPECT_EQ(summary.gaps, 18 - 5);
    EXPECT_EQ(summary.staleCells, 2);
}

TEST(Summary, CellTakesItsAgeFromTheNewestDatedItem) {
    Checklist list = exampleChecklist();
    list.links.push_back({5, 1, 3, {}}); // the audit of 2026 joins the letter of 2024
    const LineSummary cell = summarise(list, day(2026, 7, 1)).elements[0].lines[2];
    EXPECT_EQ(cell.count, 2);
    EXPECT_EQ(cell.newest, (PartialDate{2026, 0, 0}));
    EXPECT_FALSE(cell.stale);
    EXPECT_TRUE(cell.guessed);
}

TEST(Summary, UndatedEvidenceIsNotStaleAndHasNoNewest) {
    const LineSummary cell = summarise(exampleChecklist(), day(2199, 1, 1)).elements[4].lines[0];
    EXPECT_EQ(cell.count, 1);
    EXPECT_FALSE(cell.newest.known());
    EXPECT_FALSE(cell.stale);
}

TEST(Summary, StrengthIsTheFurthestLineWithEvidence) {
    Checklist list = exampleChecklist();
    list.links = {{3, 1, 1, {}}, {3, 2, 1, {}}, {2, 2, 2, {}}};
    const Summary summary = summarise(list, day(2026, 7, 1));
    EXPECT_EQ(summary.elements[0].strength, Strength::ManagementOnly);
    EXPECT_EQ(summary.elements[1].strength, Strength::Oversight);
    EXPECT_EQ(summary.elements[2].strength, Strength::None);
}

TEST(SummaryJson, HoldsTheDocumentedKeysInTheirOrder) {
    Snapshot snapshot;
    snapshot.checklist = exampleChecklist();
    snapshot.checklist.elements.resize(1);
    EXPECT_EQ(summaryJson(snapshot, day(2026, 7, 1)), R"({
  "authority": "Exampleshire Council",
  "position_date": "2026-06",
  "elements": [
    {
      "number": 1,
      "title": "Senior management arrangements",
      "opinion": "Reasonable",
      "positions": 2,
      "evidence": 2,
      "management": 0,
      "oversight": 1,
      "independent": 1,
      "stale": 1,
      "outstanding": 2,
      "overdue": 2
    }
  ],
  "evidence_items": 4,
  "outstanding": 4,
  "overdue": 2
})");
    snapshot.checklist.positionDate = {};
    EXPECT_NE(summaryJson(snapshot, day(2026, 7, 1)).find("\"position_date\": null"), std::string::npos);
}

} // namespace
} // namespace sightline
