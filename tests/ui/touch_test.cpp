#include "app/touch.h"

#include <gtest/gtest.h>
#include <string>

namespace sightline {
namespace {

/// A list on the left with two rows, a strip of columns on the right, a button below.
class TouchTest : public testing::Test {
protected:
    TouchTest() {
        touch.configure({.slop = 10, .longPress = 0.6});
        const Rect list{0, 0, 400, 400};
        targets.addScroll({.list = ListId::Evidence, .viewport = list, .content = 1400});
        targets.addScroll(
            {.list = ListId::ActionStrip, .viewport = {400, 0, 400, 400}, .content = 900, .sideways = true});
        targets.add(TargetRole::Row, "row:1", "One", {0, 0, 400, 80}, list, OpenPage{{Page::EvidenceItem, 1}});
        targets.add(TargetRole::Row, "row:2", "Two", {0, 100, 400, 80}, list, OpenPage{{Page::EvidenceItem, 2}});
        targets.add(TargetRole::Button, "back", "Back", {0, 500, 100, 80}, {0, 0, 800, 600}, GoBack{});
    }

    /// What was tapped; "" where nothing was.
    std::string feed(PointerKind kind, Point at, Seconds time, int button = 1) {
        Touched touched = touch.feed({kind, button, at, time}, state, targets);
        state = touched.state;
        return touched.tapped == nullptr ? "" : std::string(touched.tapped->id);
    }
    float offset(ListId list) const { return state.scrolled(list); }

    Touch touch;
    Targets targets;
    UiState state;
};

constexpr auto kDown = PointerKind::Down;
constexpr auto kMove = PointerKind::Move;
constexpr auto kUp = PointerKind::Up;

TEST_F(TouchTest, TapNamesTheTargetAndShowsItPressedMeanwhile) {
    EXPECT_EQ(feed(kDown, {10, 110}, 0), "");
    EXPECT_EQ(state.pressed, Targets::keyOf("row:2"));
    EXPECT_EQ(feed(kUp, {12, 110}, 0.1), "row:2");
    EXPECT_EQ(state.pressed, 0U);
}

TEST_F(TouchTest, ASlowFingerTapsToo) {
    feed(kDown, {10, 110}, 0);
    touch.expire(0.7);
    EXPECT_EQ(feed(kUp, {10, 110}, 2), "row:2");
}

TEST_F(TouchTest, DragMovesTheListAndTapsNothing) {
    feed(kDown, {10, 300}, 0);
    feed(kMove, {10, 280}, 0.1);
    EXPECT_EQ(state.pressed, 0U);
    EXPECT_EQ(offset(ListId::Evidence), 0) << "no jump by the slop";
    feed(kMove, {10, 180}, 0.2);
    EXPECT_EQ(offset(ListId::Evidence), 100);
    feed(kMove, {10, 900}, 0.3);
    EXPECT_EQ(offset(ListId::Evidence), 0) << "ends at the top";
    EXPECT_EQ(feed(kUp, {10, 900}, 1), "");
}

TEST_F(TouchTest, StripFollowsTheAxisThatDominates) {
    feed(kDown, {600, 100}, 0);
    feed(kMove, {580, 105}, 0.1);
    feed(kMove, {500, 300}, 0.2);
    EXPECT_EQ(offset(ListId::ActionStrip), 80);
    feed(kUp, {500, 300}, 1);
    feed(kDown, {600, 100}, 2);
    feed(kMove, {605, 150}, 2.1);
    feed(kMove, {500, 300}, 2.2);
    EXPECT_EQ(offset(ListId::ActionStrip), 80) << "an upright drag does not move it";
}

TEST_F(TouchTest, FlickGlidesOnAndAFingerStopsItWithoutTapping) {
    feed(kDown, {10, 380}, 0);
    for (int i = 1; i <= 5; ++i) feed(kMove, {10, 380.0F - 40.0F * static_cast<float>(i)}, 0.02 * i);
    feed(kUp, {10, 180}, 0.1);
    ASSERT_TRUE(touch.gliding());
    const float before = offset(ListId::Evidence);
    state = touch.advance(0.2, state, targets);
    EXPECT_GT(offset(ListId::Evidence), before);
    feed(kDown, {10, 110}, 0.3);
    EXPECT_FALSE(touch.gliding());
    EXPECT_EQ(state.pressed, 0U);
    EXPECT_EQ(feed(kUp, {10, 110}, 0.35), "") << "it only stopped the list";
    feed(kDown, {10, 110}, 1);
    EXPECT_EQ(feed(kUp, {10, 110}, 1.1), "row:2");
}

TEST_F(TouchTest, WhatCameUnderTheFingerMeanwhileIsNotTapped) {
    feed(kDown, {10, 110}, 0);
    targets.clear();
    targets.add(TargetRole::Row, "row:9", "Another", {0, 100, 400, 80}, {0, 0, 800, 600}, GoBack{});
    EXPECT_EQ(feed(kUp, {10, 110}, 0.1), "");
}

TEST_F(TouchTest, CancelClearsWhatWasPressed) {
    feed(kDown, {10, 110}, 0);
    feed(kDown, {10, 110}, 0.1, 2);
    EXPECT_EQ(state.pressed, 0U);
    feed(kUp, {10, 110}, 0.2, 2);
    EXPECT_EQ(feed(kUp, {10, 110}, 0.3), "");
}

TEST_F(TouchTest, TouchEndsTheKeyboardFocus) {
    state.focus = 77;
    feed(kDown, {700, 590}, 0);
    EXPECT_EQ(state.focus, 0U);
}

TEST_F(TouchTest, GlideEndsWithItsList) {
    feed(kDown, {10, 380}, 0);
    feed(kMove, {10, 300}, 0.02);
    feed(kMove, {10, 200}, 0.04);
    feed(kUp, {10, 100}, 0.06);
    ASSERT_TRUE(touch.gliding());
    targets.clear();
    state = touch.advance(0.1, state, targets);
    EXPECT_FALSE(touch.gliding());
}

TEST_F(TouchTest, WheelMovesTheListUnderIt) {
    state = touch.wheel({10, 10}, 2, state, targets);
    EXPECT_EQ(offset(ListId::Evidence), 120);
    state = touch.wheel({600, 10}, 1, state, targets);
    EXPECT_EQ(offset(ListId::ActionStrip), 60);
    const UiState before = state;
    EXPECT_EQ(touch.wheel({10, 590}, 1, state, targets), before);
}

} // namespace
} // namespace sightline
