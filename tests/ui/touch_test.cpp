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

TEST_F(TouchTest, HealthTakesALongPressExceptWhereNothingElseIsThere) {
    targets.add(TargetRole::Button, "age", "Age", {200, 500, 100, 80}, {0, 0, 800, 600}, ShowHealth{});
    targets.add(TargetRole::Button, "plain", "Health", {400, 500, 100, 80}, {0, 0, 800, 600}, ShowHealth{false});
    feed(kDown, {210, 510}, 0);
    EXPECT_EQ(feed(kUp, {210, 510}, 0.2), "");
    feed(kDown, {210, 510}, 1);
    touch.expire(1.7);
    EXPECT_EQ(feed(kUp, {210, 510}, 1.8), "age");
    feed(kDown, {410, 510}, 3);
    EXPECT_EQ(feed(kUp, {410, 510}, 3.1), "plain");
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

TEST_F(TouchTest, ATapBesideAListThatGlidesIsATap) {
    feed(kDown, {10, 380}, 0);
    for (int i = 1; i <= 5; ++i) feed(kMove, {10, 380.0F - 40.0F * static_cast<float>(i)}, 0.02 * i);
    feed(kUp, {10, 180}, 0.1);
    ASSERT_TRUE(touch.gliding());
    feed(kDown, {10, 510}, 0.3);
    EXPECT_EQ(state.pressed, Targets::keyOf("back"));
    EXPECT_FALSE(touch.gliding()) << "a finger stops whatever moves";
    EXPECT_EQ(feed(kUp, {10, 510}, 0.35), "back");
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

/// The second of three pages: enlarged, it can move both ways.
class DocumentTouch : public testing::Test {
protected:
    DocumentTouch() {
        touch.configure({.slop = 10, .longPress = 0.6});
        area.viewport = {0, 0, 800, 600};
        area.fitted = {400, 600};
        area.previous = Location{Page::EvidenceItem, 1, 1};
        area.next = Location{Page::EvidenceItem, 1, 3};
        draw(2000, 3000);
    }
    void draw(float width, float height) {
        targets.clear();
        targets.addScroll({.list = ListId::DocumentDown, .viewport = area.viewport, .content = height});
        targets.addScroll(
            {.list = ListId::DocumentAcross, .viewport = area.viewport, .content = width, .sideways = true});
        targets.setDocument(area);
    }
    std::optional<Command> feed(PointerKind kind, Point at, Seconds time) {
        Touched touched = touch.feed({kind, 1, at, time}, state, targets);
        state = touched.state;
        return touched.command;
    }
    std::optional<Command> tap(Point at, Seconds time) {
        feed(kDown, at, time);
        return feed(kUp, at, time + 0.05);
    }
    std::optional<Command> drag(Point from, Point to, Seconds time) {
        feed(kDown, from, time);
        feed(kMove, {(from.x + to.x) / 2, (from.y + to.y) / 2}, time + 0.1);
        feed(kMove, to, time + 0.2);
        return feed(kUp, to, time + 1);
    }

    DocumentArea area;
    Touch touch;
    Targets targets;
    UiState state;
};

TEST_F(DocumentTouch, AnEnlargedPageFollowsTheFingerBothWaysAndKeepsItsBounds) {
    drag({500, 500}, {300, 400}, 0);
    EXPECT_EQ(state.scrolled(ListId::DocumentAcross), 100) << "half of the way told the drag from a tap";
    EXPECT_EQ(state.scrolled(ListId::DocumentDown), 50);
    drag({100, 100}, {790, 590}, 2);
    EXPECT_EQ(state.scrolled(ListId::DocumentAcross), 0);
    EXPECT_EQ(state.scrolled(ListId::DocumentDown), 0);
    draw(900, 600);
    drag({700, 500}, {100, 100}, 4);
    EXPECT_EQ(state.scrolled(ListId::DocumentAcross), 100);
    EXPECT_EQ(state.scrolled(ListId::DocumentDown), 0) << "all of its height can be seen";
}

TEST_F(DocumentTouch, AFlickGlidesBothWays) {
    feed(kDown, {500, 500}, 0);
    for (int i = 1; i <= 5; ++i)
        feed(kMove, {500.0F - 20.0F * static_cast<float>(i), 500.0F - 40.0F * static_cast<float>(i)}, 0.02 * i);
    feed(kUp, {400, 300}, 0.1);
    ASSERT_TRUE(touch.gliding());
    const UiState before = state;
    state = touch.advance(0.2, state, targets);
    const float across = state.scrolled(ListId::DocumentAcross) - before.scrolled(ListId::DocumentAcross);
    const float down = state.scrolled(ListId::DocumentDown) - before.scrolled(ListId::DocumentDown);
    EXPECT_GT(across, 50);
    EXPECT_NEAR(down, 2 * across, 3);
    feed(kDown, {400, 300}, 0.3);
    EXPECT_FALSE(touch.gliding());
}

TEST_F(DocumentTouch, TwoTapsInAPlaceAreOneCommandAndOneIsNone) {
    EXPECT_FALSE(tap({300, 200}, 0));
    EXPECT_EQ(tap({310, 205}, 0.3), Command(ZoomPage{Zoom::Toggle, Point{310, 205}}));
    EXPECT_FALSE(tap({310, 205}, 0.5)) << "the third begins anew";
    EXPECT_FALSE(tap({310, 205}, 1.5)) << "too late";
    EXPECT_FALSE(tap({500, 205}, 1.6)) << "too far away";
    EXPECT_FALSE(tap({500, 700}, 1.7)) << "beside the page";
    EXPECT_FALSE(tap({500, 205}, 1.8));
    drag({300, 300}, {200, 300}, 2);
    EXPECT_FALSE(tap({500, 205}, 3.1)) << "a drag came between";
}

TEST_F(DocumentTouch, TapsOnTargetsNeverWait) {
    targets.add(TargetRole::Button, "plus", "Larger", {0, 520, 100, 80}, {0, 0, 800, 600}, GoBack{});
    for (const Seconds at : {0.0, 0.2, 0.4}) {
        feed(kDown, {50, 560}, at);
        const Touched touched = touch.feed({kUp, 1, {50, 560}, at + 0.05}, state, targets);
        ASSERT_NE(touched.tapped, nullptr);
        EXPECT_FALSE(touched.command);
    }
}

TEST_F(DocumentTouch, ASwipeTurnsAPageThatHasNothingToFollowSideways) {
    EXPECT_FALSE(drag({600, 300}, {200, 310}, 0)) << "it follows the finger";
    draw(400, 600);
    EXPECT_EQ(drag({600, 300}, {200, 310}, 2), Command(OpenPage{*area.next}));
    EXPECT_EQ(drag({200, 300}, {600, 310}, 4), Command(OpenPage{*area.previous}));
    EXPECT_FALSE(drag({600, 300}, {560, 300}, 6)) << "too short";
    EXPECT_FALSE(drag({600, 300}, {400, 100}, 8)) << "as much up as aside";
    area.next.reset();
    draw(400, 600);
    EXPECT_FALSE(drag({600, 300}, {200, 310}, 10)) << "the last page";
}

TEST_F(DocumentTouch, NothingReachesAPageThatIsCovered) {
    draw(400, 600);
    targets.cover();
    EXPECT_FALSE(drag({600, 300}, {200, 310}, 0));
    tap({300, 200}, 2);
    EXPECT_FALSE(tap({300, 200}, 2.2));
}

} // namespace
} // namespace sightline
