#include <algorithm>
#include <gtest/gtest.h>

#include "app/touch.h"
#include "app/update.h"
#include "data/sample.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing_support::PageBuilder;

/// The test pattern with the check begun, in a room whose millimetres are known.
class TouchCheckTest : public testing::Test {
protected:
    TouchCheckTest() {
        state.here = {Page::Pattern};
        carryOut(CheckTouch{true});
    }

    void carryOut(const Command& command) {
        state = update(state, command, nullptr, targets());
        rebuild();
    }
    const Targets& targets() { return pages_.targets(); }
    void rebuild() {
        texts.clear();
        pages_.frame().recordText(&texts);
        pages_.build({"touch check", state});
    }
    void tap(Point at) {
        touch_.feed({PointerKind::Down, 1, at, time_}, state, targets());
        const Touched result = touch_.feed({PointerKind::Up, 1, at, time_ + 0.1}, state, targets());
        time_ += 1;
        state = result.state;
        if (result.command || result.tapped != nullptr)
            carryOut(result.command ? *result.command : result.tapped->command);
    }
    Point spot(int number) {
        const Target* target = targets().find(Targets::keyOf("spot:" + std::to_string(number)));
        EXPECT_NE(target, nullptr) << number;
        return target == nullptr ? Point{} : target->rect.centre();
    }
    bool says(std::string_view words) {
        return std::ranges::any_of(texts, [&](const DrawnText& text) { return text.text == words; });
    }

    const Snapshot snapshot = sampleSnapshot("northmoor").value();
    const Room room{1920, 1080, 65, 4};
    UiState state;
    std::vector<DrawnText> texts;

private:
    PageBuilder pages_{snapshot, room};
    Touch touch_;
    Seconds time_ = 1;
};

TEST_F(TouchCheckTest, EverySpotTellsHowFarAwayTheFingerWasFelt) {
    EXPECT_TRUE(says("0 of 9 reached."));
    for (int i = 0; i < 9; ++i) {
        const Point middle = spot(i);
        tap({middle.x + (i == 4 ? room.px(6) : room.px(2)), middle.y});
    }
    EXPECT_TRUE(says("All 9 reached, largest deviation 6 mm."));
    EXPECT_TRUE(says("2 mm"));
    tap({400, 400});
    EXPECT_EQ(state.touchCheck.misses, 0) << "the check is over";
    carryOut(CheckTouch{false});
    EXPECT_FALSE(state.touchCheck.on);
    EXPECT_NE(targets().find(Targets::keyOf("touch:begin")), nullptr);
}

TEST_F(TouchCheckTest, TouchesBesideTheSpotsAreCounted) {
    tap({400, 400});
    tap(spot(0));
    tap({spot(1).x, spot(1).y + room.px(30)});
    EXPECT_TRUE(says("1 of 9 reached, 2 misses."));
    carryOut(CheckTouch{true});
    EXPECT_TRUE(says("0 of 9 reached."));
}

TEST_F(TouchCheckTest, TheKeyboardIsNoFinger) {
    carryOut(TouchSpot{3, std::nullopt});
    EXPECT_TRUE(says("0 of 9 reached."));
}

TEST_F(TouchCheckTest, SpotsReachIntoTheCorners) {
    const float side = room.targetSide();
    EXPECT_LE(spot(0).x, side);
    EXPECT_LE(spot(0).y, side);
    EXPECT_GE(spot(8).x, 1920 - side);
    EXPECT_GE(spot(8).y, 1080 - side);
    EXPECT_NEAR(spot(4).x, 960, 1);
    EXPECT_NEAR(spot(4).y, 540, 1);
}

TEST_F(TouchCheckTest, BackAndAnotherPageEndIt) {
    carryOut(GoBack{});
    EXPECT_FALSE(state.touchCheck.on);
    EXPECT_EQ(state.here.page, Page::Pattern);
    carryOut(CheckTouch{true});
    state = update(state, OpenPage{{Page::Health, 0}}, nullptr, targets());
    EXPECT_EQ(state.touchCheck, TouchCheck{});
}

} // namespace
} // namespace sightline
