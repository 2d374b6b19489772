#include "render/gesture.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace sightline {
namespace {

using testing::ElementsAre;

std::string nameOf(const Gesture& gesture) {
    static constexpr const char* kNames[] = {"press", "tap", "begin", "move", "end", "long", "cancel"};
    return kNames[gesture.index()];
}

/// Everything that a row of events meant, in order; long presses are asked for before each event.
std::vector<std::string> meaning(GestureRecogniser& recogniser, const std::vector<PointerEvent>& events) {
    std::vector<std::string> names;
    for (const PointerEvent& event : events) {
        if (recogniser.tick(event.time)) names.emplace_back("long");
        for (const Gesture& gesture : recogniser.feed(event)) names.push_back(nameOf(gesture));
    }
    return names;
}

std::vector<std::string> meaning(const std::vector<PointerEvent>& events) {
    GestureRecogniser recogniser({.slop = 12, .longPress = 0.6});
    return meaning(recogniser, events);
}

constexpr auto kDown = PointerKind::Down;
constexpr auto kMove = PointerKind::Move;
constexpr auto kUp = PointerKind::Up;
constexpr auto kLeave = PointerKind::Leave;

TEST(Gesture, ShortTouchIsATap) {
    EXPECT_THAT(meaning({{kDown, 1, {100, 100}, 0}, {kUp, 1, {100, 100}, 0.1}}), ElementsAre("press", "tap"));
}

TEST(Gesture, TravelWithinTheSlopIsStillATap) {
    EXPECT_THAT(meaning({{kDown, 1, {100, 100}, 0}, {kMove, 1, {108, 108}, 0.1}, {kUp, 1, {108, 108}, 0.2}}),
                ElementsAre("press", "tap"));
}

TEST(Gesture, TapIsWhereTheFingerCameDown) {
    GestureRecogniser recogniser({.slop = 12, .longPress = 0.6});
    recogniser.feed({kDown, 1, {100, 100}, 0});
    for (const Gesture& gesture : recogniser.feed({kUp, 1, {109, 100}, 0.1}))
        EXPECT_EQ(std::get<Tap>(gesture).at, (Point{100, 100}));
}

TEST(Gesture, TravelBeyondTheSlopIsADragAndNeverATap) {
    EXPECT_THAT(meaning({{kDown, 1, {100, 100}, 0},
                         {kMove, 1, {113, 100}, 0.1},
                         {kMove, 1, {100, 100}, 0.2},
                         {kUp, 1, {100, 100}, 0.3}}),
                ElementsAre("press", "begin", "move", "move", "end"));
}

TEST(Gesture, ReleaseFarAwayIsADragThoughNoMotionWasSent) {
    EXPECT_THAT(meaning({{kDown, 1, {100, 100}, 0}, {kUp, 1, {300, 100}, 0.05}}), ElementsAre("press", "begin", "end"));
}

TEST(Gesture, StayingIsALongPressOnceAndTheTapKnowsIt) {
    GestureRecogniser recogniser({.slop = 12, .longPress = 0.6});
    recogniser.feed({kDown, 1, {5, 5}, 10});
    EXPECT_EQ(recogniser.deadline(), 10.6);
    EXPECT_FALSE(recogniser.tick(10.59));
    EXPECT_TRUE(recogniser.tick(10.61));
    EXPECT_FALSE(recogniser.deadline());
    EXPECT_FALSE(recogniser.tick(20));
    const Gestures gestures = recogniser.feed({kUp, 1, {5, 5}, 21});
    ASSERT_EQ(gestures.size(), 1U);
    EXPECT_TRUE(std::get<Tap>(*gestures.begin()).held);
}

TEST(Gesture, NoLongPressOnceADragHasBegun) {
    EXPECT_THAT(meaning({{kDown, 1, {0, 0}, 0}, {kMove, 1, {50, 0}, 0.1}, {kMove, 1, {50, 0}, 3}}),
                ElementsAre("press", "begin", "move"));
}

TEST(Gesture, SecondButtonCancelsUntilAllAreUp) {
    EXPECT_THAT(meaning({{kDown, 1, {0, 0}, 0},
                         {kDown, 2, {0, 0}, 0.1},
                         {kUp, 2, {0, 0}, 0.2},
                         {kMove, 1, {90, 0}, 0.3},
                         {kUp, 1, {90, 0}, 0.4},
                         {kDown, 1, {1, 1}, 1},
                         {kUp, 1, {1, 1}, 1.1}}),
                ElementsAre("press", "cancel", "press", "tap"));
}

TEST(Gesture, OtherButtonsMeanNothing) {
    EXPECT_THAT(meaning({{kDown, 3, {0, 0}, 0}, {kUp, 3, {0, 0}, 0.1}}), ElementsAre());
}

TEST(Gesture, LeavingThePanelCancels) {
    EXPECT_THAT(meaning({{kDown, 1, {0, 0}, 0}, {kLeave, 0, {0, 0}, 0.1}, {kUp, 1, {0, 0}, 0.2}}),
                ElementsAre("press", "cancel"));
}

TEST(Gesture, ALostReleaseDoesNotLockTheWall) {
    EXPECT_THAT(
        meaning({{kDown, 1, {0, 0}, 0}, {kLeave, 0, {0, 0}, 0.1}, {kDown, 1, {5, 5}, 2}, {kUp, 1, {5, 5}, 2.1}}),
        ElementsAre("press", "cancel", "press", "tap"));
}

TEST(Gesture, MotionWithoutAFingerIsNothing) {
    EXPECT_THAT(meaning({{kMove, 1, {0, 0}, 0}, {kMove, 1, {90, 0}, 1}}), ElementsAre());
}

TEST(Gesture, AbandonedFingerMeansNothingMore) {
    GestureRecogniser recogniser;
    recogniser.feed({kDown, 1, {0, 0}, 0});
    recogniser.abandon();
    EXPECT_FALSE(recogniser.active());
    EXPECT_THAT(meaning(recogniser, {{kUp, 1, {0, 0}, 0.1}}), ElementsAre());
    EXPECT_THAT(meaning(recogniser, {{kDown, 1, {0, 0}, 1}, {kUp, 1, {0, 0}, 1.1}}), ElementsAre("press", "tap"));
}

TEST(Gesture, DragWhoseReleaseWasLostIsCancelledBeforeTheNextOne) {
    EXPECT_THAT(
        meaning({{kDown, 1, {0, 0}, 0}, {kMove, 1, {0, 50}, 0.1}, {kDown, 1, {9, 9}, 1}, {kUp, 1, {9, 9}, 1.1}}),
        ElementsAre("press", "begin", "cancel", "press", "tap"));
}

TEST(Gesture, ReleaseOfAButtonThatWentDownElsewhereIsNoTap) {
    EXPECT_THAT(meaning({{kDown, 1, {0, 0}, 0}, {kUp, 2, {0, 0}, 0.1}, {kUp, 1, {0, 0}, 0.2}}),
                ElementsAre("press", "tap"));
}

Point releaseVelocity(const std::vector<PointerEvent>& events) {
    GestureRecogniser recogniser;
    Point velocity;
    for (const PointerEvent& event : events)
        for (const Gesture& gesture : recogniser.feed(event))
            if (const auto* end = std::get_if<DragEnd>(&gesture)) velocity = end->velocity;
    return velocity;
}

TEST(Gesture, FlickHasTheSpeedOfTheLastMoments) {
    const Point velocity = releaseVelocity({{kDown, 1, {0, 500}, 0},
                                            {kMove, 1, {0, 490}, 1.00},
                                            {kMove, 1, {0, 480}, 1.02},
                                            {kMove, 1, {0, 460}, 1.04},
                                            {kUp, 1, {0, 440}, 1.06}});
    EXPECT_FLOAT_EQ(velocity.x, 0);
    EXPECT_NEAR(velocity.y, -50 / 0.06, 1);
}

TEST(Gesture, FingerThatRestedBeforeLiftingHasNoSpeed) {
    const Point velocity =
        releaseVelocity({{kDown, 1, {0, 500}, 0}, {kMove, 1, {0, 300}, 0.1}, {kUp, 1, {0, 300}, 0.9}});
    EXPECT_EQ(velocity, (Point{0, 0}));
}

} // namespace
} // namespace sightline
