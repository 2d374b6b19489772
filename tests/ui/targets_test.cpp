#include "render/targets.h"

#include <gtest/gtest.h>
#include <string>

namespace sightline {
namespace {

constexpr Rect kPanel{0, 0, 1000, 800};

void add(Targets& targets, std::string_view id, const Rect& rect, const Rect& clip = kPanel) {
    targets.add(TargetRole::Button, id, id, rect, clip, GoBack{});
}

/// Three columns of two: a b c over d e f.
Targets grid() {
    Targets targets;
    add(targets, "a", {0, 0, 100, 100});
    add(targets, "b", {200, 0, 100, 100});
    add(targets, "c", {400, 0, 100, 100});
    add(targets, "d", {0, 200, 100, 100});
    add(targets, "e", {200, 200, 100, 100});
    add(targets, "f", {400, 200, 100, 100});
    return targets;
}

std::string idOf(const Targets& targets, std::uint32_t key) {
    const Target* target = targets.find(key);
    return target == nullptr ? "" : std::string(target->id);
}

std::string step(const Targets& targets, const char* from, Direction direction) {
    return idOf(targets, targets.neighbour(Targets::keyOf(from), direction));
}

TEST(Targets, FindsWhatIsUnderAPointTheLatestFirst) {
    Targets targets = grid();
    add(targets, "notice", {50, 50, 200, 200});
    EXPECT_EQ(targets.at({10, 10})->id, "a");
    EXPECT_EQ(targets.at({60, 60})->id, "notice");
    EXPECT_EQ(targets.at({150, 10}), nullptr);
    EXPECT_EQ(targets.at({100, 10}), nullptr) << "the right edge is outside";
}

TEST(Targets, KeepsOnlyWhatCanBeSeen) {
    Targets targets;
    add(targets, "out", {0, 900, 100, 100});
    add(targets, "part", {0, 750, 100, 100});
    ASSERT_EQ(targets.all().size(), 1U);
    const Target& part = targets.all()[0];
    EXPECT_TRUE(part.clipped);
    EXPECT_EQ(part.rect, (Rect{0, 750, 100, 50}));
    EXPECT_EQ(part.whole, (Rect{0, 750, 100, 100}));
    EXPECT_EQ(targets.at({10, 810}), nullptr);
}

TEST(Targets, KeepsItsOwnCopyOfTextWhileItGrows) {
    Targets targets;
    for (int i = 0; i < 500; ++i) add(targets, "row:" + std::to_string(i), {0, 0, 10, 10});
    for (int i = 0; i < 500; ++i) EXPECT_EQ(targets.all()[static_cast<std::size_t>(i)].id, "row:" + std::to_string(i));
}

TEST(Targets, SameIdSameKeyInEveryFrame) {
    Targets targets = grid();
    const auto key = targets.all()[3].key;
    targets.clear();
    EXPECT_TRUE(targets.all().empty());
    add(targets, "d", {5, 5, 5, 5});
    EXPECT_EQ(targets.all()[0].key, key);
    EXPECT_NE(Targets::keyOf(""), 0U);
}

TEST(Targets, CoveredOnesCannotBeReached) {
    Targets targets = grid();
    targets.addScroll({.list = ListId::Map, .viewport = kPanel, .content = 2000});
    targets.cover();
    add(targets, "stay", {600, 600, 100, 100});
    EXPECT_EQ(targets.at({10, 10}), nullptr);
    EXPECT_EQ(targets.scrollAt({10, 10}, false), nullptr);
    EXPECT_EQ(idOf(targets, targets.next(0, false)), "stay");
    EXPECT_EQ(idOf(targets, targets.next(Targets::keyOf("stay"), false)), "stay");
}

TEST(Targets, ArrowsLeadToTheNearestInTheirDirection) {
    const Targets targets = grid();
    EXPECT_EQ(step(targets, "a", Direction::Right), "b");
    EXPECT_EQ(step(targets, "a", Direction::Down), "d");
    EXPECT_EQ(step(targets, "f", Direction::Left), "e");
    EXPECT_EQ(step(targets, "f", Direction::Up), "c");
    EXPECT_EQ(step(targets, "c", Direction::Right), "c") << "nothing there: stays";
    EXPECT_EQ(step(targets, "nowhere", Direction::Down), "a") << "begins at the first";
}

TEST(Targets, ArrowsPreferWhatIsInLine) {
    Targets targets;
    add(targets, "from", {0, 0, 100, 100});
    add(targets, "near but aside", {300, 110, 100, 100});
    add(targets, "far but below", {0, 300, 100, 100});
    EXPECT_EQ(step(targets, "from", Direction::Down), "far but below");
}

TEST(Targets, TabGoesRoundInReadingOrder) {
    const Targets targets = grid();
    EXPECT_EQ(idOf(targets, targets.next(0, false)), "a");
    EXPECT_EQ(idOf(targets, targets.next(0, true)), "f");
    EXPECT_EQ(idOf(targets, targets.next(Targets::keyOf("c"), false)), "d");
    EXPECT_EQ(idOf(targets, targets.next(Targets::keyOf("f"), false)), "a");
    EXPECT_EQ(idOf(targets, targets.next(Targets::keyOf("a"), true)), "f");
    EXPECT_EQ(Targets().next(0, false), 0U);
}

TEST(Targets, ListsAnswerForTheirAxisAndTheInnermostFirst) {
    Targets targets;
    targets.addScroll({.list = ListId::ActionStrip, .viewport = kPanel, .content = 3000, .sideways = true});
    targets.addScroll({.list = actionColumn(0), .viewport = {0, 0, 300, 800}, .content = 2000});
    targets.addScroll({.list = actionColumn(1), .viewport = {300, 0, 300, 800}, .content = 700});
    EXPECT_EQ(targets.scrollAt({10, 10}, false)->list, actionColumn(0));
    EXPECT_EQ(targets.scrollAt({10, 10}, true)->list, ListId::ActionStrip);
    EXPECT_EQ(targets.scrollAt({310, 10}, false), nullptr) << "all of it is seen";
    EXPECT_EQ(targets.scrollArea(ListId::Map), nullptr);
    EXPECT_EQ(targets.scrollArea(actionColumn(0))->maxScroll(), 1200);
}

TEST(Targets, TheKeyboardMeetsWhatTakesALongPressLast) {
    Targets targets;
    const Rect panel{0, 0, 100, 100};
    targets.add(TargetRole::Button, "age", "How the wall is doing", {0, 0, 10, 10}, panel, ShowHealth{});
    targets.add(TargetRole::Button, "date", "We met today", {20, 0, 10, 10}, panel, AskMark{});
    targets.add(TargetRole::Tile, "tile", "A tile", {0, 20, 10, 10}, panel, OpenPage{});
    targets.putHeldLast();
    ASSERT_EQ(targets.all().size(), 3U);
    EXPECT_EQ(targets.all()[0].id, "tile");
    EXPECT_EQ(targets.all()[1].id, "age");
    EXPECT_EQ(targets.all()[2].id, "date");
    EXPECT_EQ(targets.next(0, false), Targets::keyOf("tile"));
}

} // namespace
} // namespace sightline
