#include "render/view.h"

#include <gtest/gtest.h>

#include "data/rules.h"
#include "data/sample.h"

namespace sightline {
namespace {

class ViewTest : public testing::Test {
protected:
    ViewTest() : snapshot(*sampleSnapshot("northmoor")), asOf(*positionDay(snapshot.checklist)) {
        view = makeView(&snapshot, asOf, {});
    }
    UiState at(Page page, int item = 0) {
        UiState state;
        state.here = {page, item};
        return state;
    }

    Snapshot snapshot;
    Day asOf;
    View view;
};

TEST_F(ViewTest, CountsAreMadeOnceForSnapshotAndDay) {
    EXPECT_EQ(view.summary.evidenceItems, summarise(snapshot.checklist, asOf).evidenceItems);
    EXPECT_EQ(view.elementsOf().size(), snapshot.checklist.evidence.size());
}

TEST_F(ViewTest, EachPageGetsItsLists) {
    refreshView(view, at(Page::Element, 4), nullptr);
    EXPECT_EQ(view.evidence, evidenceOfElement(snapshot.checklist, 4));
    EXPECT_EQ(view.actions, actionsOfElement(snapshot.checklist, 4, asOf));
    UiState evidence = at(Page::Evidence);
    evidence.filter.line = 3;
    refreshView(view, evidence, nullptr);
    EXPECT_EQ(view.evidence, evidenceMatching(snapshot.checklist, evidence.filter, asOf));
    UiState actions = at(Page::Actions);
    actions.grouping = ActionGrouping::ByElement;
    refreshView(view, actions, nullptr);
    EXPECT_EQ(view.actionGroups.size(),
              groupActions(snapshot.checklist, ActionGrouping::ByElement, false, asOf).size());
}

TEST_F(ViewTest, NothingIsDoneWhereTheSameIsAskedFor) {
    const UiState before = at(Page::Evidence);
    refreshView(view, before, nullptr);
    view.evidence = {7}; // a mark that a second derivation would wipe out
    UiState scrolled = before;
    scrolled.scroll[0] = 50;
    refreshView(view, scrolled, &before);
    EXPECT_EQ(view.evidence, std::vector{7});
    UiState narrowed = before;
    narrowed.filter.staleOnly = true;
    refreshView(view, narrowed, &before);
    EXPECT_NE(view.evidence, std::vector{7});
    const UiState element = at(Page::Element, 1);
    refreshView(view, element, &narrowed);
    EXPECT_EQ(view.evidence, evidenceOfElement(snapshot.checklist, 1));
    refreshView(view, at(Page::Element, 2), &element);
    EXPECT_EQ(view.evidence, evidenceOfElement(snapshot.checklist, 2));
}

TEST_F(ViewTest, TheSearchIsAskedWhenTheQueryChangesOrTheIndexArrives) {
    UiState state = at(Page::Search);
    state.query = "board";
    refreshView(view, state, nullptr);
    EXPECT_FALSE(view.found.asked) << "there is no index yet";
    view.search = SearchIndex::build(std::make_shared<Snapshot>(snapshot));
    refreshView(view, state, nullptr);
    EXPECT_GT(view.found.found, 0);
    view.found.found = -7;
    UiState longer = state;
    longer.scroll[0] = 5;
    refreshView(view, longer, &state);
    EXPECT_EQ(view.found.found, -7);
    longer.query = "board minutes";
    refreshView(view, longer, &state);
    EXPECT_GT(view.found.found, 0);
}

TEST_F(ViewTest, WithoutASnapshotThereIsNothingToDerive) {
    View empty = makeView(nullptr, asOf, {.expected = "x", .problem = {}, .since = {}, .loaded = {}});
    refreshView(empty, at(Page::Evidence), nullptr);
    EXPECT_TRUE(empty.evidence.empty());
    EXPECT_EQ(empty.source.expected, "x");
}

TEST_F(ViewTest, FindsEvidenceByItsId) {
    const int id = snapshot.checklist.evidence[5].id;
    EXPECT_EQ(evidenceIndex(snapshot.checklist, id), 5);
    EXPECT_EQ(evidenceIndex(snapshot.checklist, 99999), -1);
}

} // namespace
} // namespace sightline
