#include "app/rotation.h"

#include <gtest/gtest.h>

#include "app/update.h"
#include "data/sample.h"

namespace sightline {
namespace {

constexpr Seconds kIdle = 120;
constexpr Seconds kTouched = 1000;
constexpr Seconds kAway = kTouched + kIdle;

class RotationTest : public testing::Test {
protected:
    void pass(Seconds now) { state = turner.pass(state, view, away, now); }
    void act(const Command& command) { state = update(state, command, &snapshot.checklist, Targets()); }
    [[nodiscard]] bool turning() const { return state.rotation && !state.rotation->paused; }

    Snapshot snapshot = *sampleSnapshot("northmoor");
    View view = makeView(&snapshot, positionDay(snapshot.checklist).value(), {});
    PageTurner turner{{.seconds = 20, .pages = RotationOptions{}.pages}, kIdle};
    Seconds away = kAway;
    UiState state;
};

TEST_F(RotationTest, ShowsEveryPageInTurnAndSaysWhere) {
    const std::vector<Location> expected = pagesInTurn(RotationOptions{}.pages, view);
    ASSERT_EQ(expected.size(), 8U) << "overview, map, actions, and the five elements that need attention";
    EXPECT_EQ(expected[3], (Location{Page::Element, 3})) << "the most urgent first";
    Seconds now = kAway;
    for (std::size_t i = 0; i <= expected.size(); ++i) {
        pass(now);
        const std::size_t at = i % expected.size();
        EXPECT_EQ(state.here, expected[at]);
        ASSERT_TRUE(turning());
        EXPECT_EQ(state.rotation->place, static_cast<int>(at) + 1);
        EXPECT_EQ(state.rotation->count, 8);
        EXPECT_EQ(state.rotation->next, expected[(at + 1) % expected.size()]);
        EXPECT_EQ(turner.deadline(state, away), now + 20) << "nothing changes before the page does";
        pass(now + 19.9);
        EXPECT_EQ(state.here, expected[at]);
        now += 20;
    }
}

TEST_F(RotationTest, WaitsUntilNobodyIsThere) {
    EXPECT_EQ(turner.deadline(state, away), kAway);
    pass(kAway - 0.1);
    EXPECT_FALSE(state.rotation);
    pass(kAway);
    EXPECT_TRUE(turning());
}

TEST_F(RotationTest, NeverTakesAPageFromSomebody) {
    act(OpenPage{{Page::Map, 0}});
    pass(kAway + 1);
    EXPECT_FALSE(state.rotation) << "first the wall has to go home";
    EXPECT_FALSE(turner.deadline(state, away));
}

TEST_F(RotationTest, ATouchPausesItAndTheIdleTimeLetsItGoOn) {
    pass(kAway);
    pass(kAway + 20);
    ASSERT_EQ(state.here.page, Page::Map);
    state = withPause(state);
    away = kAway + 30 + kIdle;
    pass(kAway + 60);
    EXPECT_EQ(state.here.page, Page::Map);
    EXPECT_TRUE(state.rotation->paused);
    EXPECT_EQ(state.rotation->resumesAfter, 120);
    EXPECT_EQ(turner.deadline(state, away), away);
    pass(away);
    EXPECT_TRUE(turning());
    EXPECT_EQ(state.here.page, Page::Overview);
}

TEST_F(RotationTest, GoingElsewhereEndsIt) {
    pass(kAway);
    state = withPause(state);
    act(OpenPage{{Page::Actions, 0}});
    EXPECT_FALSE(state.rotation);
}

TEST_F(RotationTest, ListsAreShownFromTheTop) {
    pass(kAway);
    pass(kAway + 20);
    state.scroll[static_cast<std::size_t>(ListId::Map)] = 90;
    state = withPause(state);
    pass(away);
    pass(away + 20);
    EXPECT_EQ(state.here.page, Page::Map);
    EXPECT_EQ(state.scrolled(ListId::Map), 0);
}

TEST_F(RotationTest, NotInAMeetingAndNotUnderItsQuestion) {
    act(AskMeeting{MeetingQuestion::Start});
    pass(kAway + 1);
    EXPECT_FALSE(state.rotation);
    act(StartMeeting{.order = MeetingOrder::ByNumber, .steps = {1, 2, 3, 4, 5, 6}});
    act(OpenPage{});
    pass(kAway + 1);
    EXPECT_FALSE(state.rotation);
    EXPECT_FALSE(turner.deadline(state, away));
}

TEST_F(RotationTest, AnotherSnapshotBeginsItAgain) {
    pass(kAway);
    for (int i = 1; i <= 3; ++i) pass(kAway + 20 * i);
    ASSERT_EQ(state.here, (Location{Page::Element, 3}));
    snapshot.checklist.elements[2].opinion = snapshot.checklist.elements[3].opinion;
    view = makeView(&snapshot, view.asOf, {});
    pass(kAway + 61);
    EXPECT_EQ(state.rotation->place, 1);
    EXPECT_EQ(state.here.page, Page::Overview);
}

TEST_F(RotationTest, IsOffUnlessAskedFor) {
    for (PageTurner off : {PageTurner{{}, kIdle}, PageTurner{{.seconds = 20, .pages = RotationOptions{}.pages}, 0}}) {
        EXPECT_FALSE(off.deadline(state, away));
        EXPECT_EQ(off.pass(state, view, away, kAway + 1000), state);
    }
}

TEST_F(RotationTest, OnePageIsNotTurned) {
    PageTurner one{{.seconds = 20, .pages = {RotationPage::Overview}}, kIdle};
    EXPECT_EQ(one.pass(state, view, away, kAway), state);
    EXPECT_FALSE(one.deadline(state, away)) << "the wall sleeps";
}

TEST_F(RotationTest, ATouchThatCameJustAfterATurnWasMeantForThePageBefore) {
    pass(kAway);
    pass(kAway + 20);
    EXPECT_TRUE(turner.justTurned(kAway + 20.3));
    EXPECT_FALSE(turner.justTurned(kAway + 21));
}

} // namespace
} // namespace sightline
