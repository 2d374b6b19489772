#include "app/meeting.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "app/keyboard.h"
#include "app/meeting_clock.h"
#include "app/update.h"
#include "data/sample.h"
#include "render/meeting_bar.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing_support::PageBuilder;

constexpr Location element(int number) { return {Page::Element, number}; }

/// A chair at the wall: what is touched is found by its label, on the page that the state before it drew.
class MeetingTest : public testing::Test {
protected:
    void tap(std::string_view label) {
        const Targets& targets = pages.build({"", state});
        for (const Target& target : targets.all())
            if (target.label == label) return act(target.command);
        ADD_FAILURE() << "nothing to touch is called " << label;
    }
    [[nodiscard]] bool offers(std::string_view label) {
        const auto all = pages.build({"", state}).all();
        return std::ranges::find(all, label, &Target::label) != all.end();
    }
    void act(const Command& command) { state = update(state, command, &snapshot.checklist, pages.targets()); }
    void start(std::string_view how = "Elements in order") {
        tap("Start meeting");
        tap(how);
    }
    /// The first piece of evidence that the page lists.
    void openEvidence() {
        for (const Target& target : pages.build({"", state}).all())
            if (target.id.starts_with("evidence:")) return act(target.command);
        ADD_FAILURE() << "no evidence is listed";
    }
    float& scroll(ListId list) { return state.scroll[static_cast<std::size_t>(list)]; }

    Snapshot snapshot = *sampleSnapshot("northmoor");
    PageBuilder pages{snapshot, Room{}};
    UiState state;
};

TEST_F(MeetingTest, TakesTheChairThroughAllElementsAndHome) {
    start();
    for (int number = 1; number <= 6; ++number) {
        EXPECT_EQ(state.here, element(number));
        EXPECT_EQ(offers("Previous"), number > 1);
        if (number < 6) tap("Next");
    }
    EXPECT_FALSE(offers("Next"));
    tap("Previous");
    EXPECT_EQ(state.here, element(5));
    tap("Next");
    tap("Finish");
    tap("End the meeting");
    EXPECT_EQ(state, UiState{}) << "nothing of a meeting is left";
}

TEST_F(MeetingTest, AnOrderOfAttentionIsOfferedAndKept) {
    start("Most attention first");
    std::vector<int> visited{state.here.item};
    while (offers("Next")) {
        tap("Next");
        visited.push_back(state.here.item);
    }
    EXPECT_EQ(visited, (std::vector{3, 5, 6, 1, 2, 4})) << "no assurance, limited, not assessed, then overdue";
    EXPECT_EQ(visited, pages.view.attention);
}

TEST_F(MeetingTest, NothingBeginsByAsking) {
    tap("Start meeting");
    EXPECT_FALSE(state.meeting);
    tap("Not now");
    EXPECT_EQ(state, UiState{});
    tap("Start meeting");
    act(GoBack{});
    EXPECT_EQ(state, UiState{}) << "Esc means no";
    act(AskMeeting{MeetingQuestion::End});
    EXPECT_EQ(state, UiState{}) << "there is none to end";
}

TEST_F(MeetingTest, AQuestionTakesTheKeys) {
    tap("Start meeting");
    EXPECT_FALSE(press(Key::Search, state, pages.targets()).command);
    EXPECT_FALSE(type(U'/', state).command);
}

/// From an element a chair opens evidence, follows it further, and is back with one touch, at the same place.
TEST_F(MeetingTest, TheWayBackIsOneTouchFromAnywhere) {
    start();
    tap("Next");
    scroll(ListId::ElementEvidence) = 120;
    openEvidence();
    ASSERT_EQ(state.here.page, Page::EvidenceItem);
    tap("Back to element 2");
    EXPECT_EQ(state.here, element(2));
    EXPECT_EQ(scroll(ListId::ElementEvidence), 120);
    for (const char* page : {"Overview", "Actions", "Evidence", "Assurance map", "Changes", "Search", "About"}) {
        tap(page);
        ASSERT_NE(state.here, element(2)) << page;
        tap("Back to element 2");
        EXPECT_EQ(state.here, element(2)) << page;
        EXPECT_EQ(scroll(ListId::ElementEvidence), 120) << page;
    }
    EXPECT_FALSE(offers("Back to element 2")) << "there is no way back from the place itself";
}

TEST_F(MeetingTest, AnotherElementThatIsLookedAtIsNotTheMeetings) {
    start();
    tap("Overview");
    act(OpenPage{element(5)});
    EXPECT_EQ(state.meeting->element(), 1);
    tap("Back to element 1");
    EXPECT_EQ(state.here, element(1));
}

TEST_F(MeetingTest, AStepGoesThereAndTheMeetingWithIt) {
    start();
    scroll(ListId::ElementPosition) = 80;
    tap("Element 4: Substantial");
    EXPECT_EQ(state.here, element(4));
    EXPECT_EQ(state.meeting->element(), 4);
    EXPECT_EQ(scroll(ListId::ElementPosition), 0) << "another element begins at its top";
    tap("Next");
    EXPECT_EQ(state.here, element(5));
}

TEST_F(MeetingTest, TheHeaderHasNoOtherWayOn) {
    act(OpenPage{element(3)});
    EXPECT_TRUE(offers("Next element"));
    start();
    EXPECT_FALSE(offers("Next element"));
}

TEST_F(MeetingTest, EndingItOffersTheMarkWhereThereIsSomethingToMark) {
    pages.view.source.expected = "/srv/sightline/snapshot.db";
    start();
    tap("End meeting");
    tap("Go on with the meeting");
    EXPECT_EQ(state.here, element(1));
    ASSERT_TRUE(state.meeting);
    tap("End meeting");
    EXPECT_TRUE(offers("End without a mark"));
    tap("End, and mark: we met today");
    EXPECT_EQ(state, UiState{});
    pages.view.source.expected.clear();
    start();
    tap("End meeting");
    EXPECT_FALSE(offers("End, and mark: we met today")) << "a sample is nobody's meeting";
}

TEST_F(MeetingTest, AMarkInBetweenDoesNotEndIt) {
    start();
    act(AskMark{true});
    act(MarkMeeting{});
    EXPECT_TRUE(state.meeting);
}

TEST_F(MeetingTest, ANewSnapshotKeepsItsPlace) {
    start("Most attention first");
    tap("Next");
    ASSERT_EQ(state.here, element(5));
    snapshot.checklist.elements[4].opinion = snapshot.checklist.elements[3].opinion; // better now
    state = settleOn(state, &snapshot.checklist);
    EXPECT_EQ(state.here, element(5));
    EXPECT_EQ(state.meeting->steps, (MeetingSteps{3, 5, 6, 1, 2, 4})) << "its order is the one it began with";
    EXPECT_EQ(state.meeting->at, 1);
}

TEST_F(MeetingTest, ASnapshotWithoutAnElementLeavesItOut) {
    start();
    act(GoToStep{2});
    const Checklist whole = snapshot.checklist;
    std::erase_if(snapshot.checklist.elements, [](const Element& e) { return e.number == 1; });
    state = settleOn(state, &snapshot.checklist);
    EXPECT_EQ(state.here, element(3));
    EXPECT_EQ(state.meeting->element(), 3);
    EXPECT_EQ(state.meeting->count(), 5);
    std::erase_if(snapshot.checklist.elements, [](const Element& e) { return e.number == 3; });
    state = settleOn(state, &snapshot.checklist);
    EXPECT_EQ(state.meeting->element(), 4) << "the one that came after it";
    state = settleOn(state, &whole);
    EXPECT_EQ(state.meeting->steps, (MeetingSteps{2, 4, 5, 6, 1, 3})) << "what is new comes last";
    EXPECT_EQ(state.meeting->element(), 4);
}

TEST_F(MeetingTest, AStepThatDoesNotExistIsNoStep) {
    start();
    const UiState before = state;
    act(GoToStep{6});
    act(GoToStep{-1});
    EXPECT_EQ(state, before);
    state = {};
    act(GoToStep{0});
    EXPECT_EQ(state, UiState{});
}

TEST(MeetingLimit, TheIdleTimeGivesWayToTheLongestMeeting) {
    ShowOptions options;
    options.idleSeconds = 0;
    UiState state;
    EXPECT_EQ(untouchedLimit(state, options), 0) << "never";
    state.meeting.emplace();
    EXPECT_EQ(untouchedLimit(state, options), 4 * 3600.0);
}

class MeetingClockTest : public testing::Test {
protected:
    MeetingClockTest() { state.meeting = Meeting{.steps = {1, 2, 3, 4, 5, 6}, .time = {}}; }
    int used(Seconds now) { return clock.follow(state, now).value().used; }

    UiState state;
    MeetingClock clock{15};
};

TEST_F(MeetingClockTest, CountsWholeMinutesOfEachElement) {
    EXPECT_EQ(clock.follow(state, 100), (MeetingTime{0, 15}));
    EXPECT_EQ(used(159), 0);
    EXPECT_EQ(used(160), 1);
    state.here = {Page::Map, 0};
    EXPECT_EQ(used(230), 2) << "looking elsewhere is part of it";
    state.meeting->at = 1;
    EXPECT_EQ(used(250), 0);
    state.meeting->at = 0;
    EXPECT_EQ(used(311), 2) << "150 seconds so far";
    EXPECT_EQ(used(341), 3) << "visits add up";
}

TEST_F(MeetingClockTest, WakesWhenWhatItShowsChangesAndNotBefore) {
    used(100);
    EXPECT_EQ(clock.deadline(), 160);
    used(170);
    EXPECT_EQ(clock.deadline(), 220);
    state.meeting->at = 3;
    used(200);
    EXPECT_EQ(clock.deadline(), 260);
    state.meeting->at = 0;
    used(210);
    EXPECT_EQ(used(229), 1);
    EXPECT_EQ(clock.deadline(), 230) << "100 seconds were used before";
}

TEST_F(MeetingClockTest, ForgetsAMeetingThatIsOver) {
    used(100);
    state.meeting.reset();
    EXPECT_FALSE(clock.follow(state, 400));
    EXPECT_FALSE(clock.deadline());
    state.meeting = Meeting{.steps = {1}, .time = {}};
    EXPECT_EQ(used(1000), 0);
}

TEST_F(MeetingClockTest, CanBeOff) {
    MeetingClock off(0);
    EXPECT_FALSE(off.follow(state, 100));
    EXPECT_FALSE(off.deadline());
}

} // namespace
} // namespace sightline
