#include <gtest/gtest.h>

#include "data/sample.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing_support::PageBuilder;
using testing_support::Scene;

/// A council's own snapshot: that one has meetings, which a sample has not.
class Header : public testing::TestWithParam<Room> {
protected:
    Header() : snapshot(*sampleSnapshot("northmoor")), pages(snapshot, GetParam()) {
        pages.view.source.expected = "/srv/sightline/snapshot.db";
    }
    const Targets& build(Page page) {
        Scene scene{"", {}};
        scene.state.here = {page, 0};
        return pages.build(scene);
    }

    Snapshot snapshot;
    PageBuilder pages;
};

TEST_P(Header, DateAndAgeCanBeHeldApart) {
    const Room& room = GetParam();
    for (const Page page : {Page::Overview, Page::Map, Page::About}) {
        const Targets& targets = build(page);
        const Target* date = targets.find(Targets::keyOf("position-date"));
        const Target* age = targets.find(Targets::keyOf("age"));
        ASSERT_NE(date, nullptr);
        ASSERT_NE(age, nullptr);
        EXPECT_EQ(date->command, Command(AskMark{true}));
        EXPECT_EQ(age->command, Command(ShowHealth{true}));
        for (const Target* target : {date, age}) {
            EXPECT_GE(target->rect.w + 1, room.targetSide());
            EXPECT_GE(target->rect.h + 1, room.targetSide());
        }
        const float beside = age->rect.x - date->rect.right();
        const float below = age->rect.y - date->rect.bottom();
        EXPECT_GE(std::max(beside, below) + 1, room.targetGap());
    }
}

TEST_P(Header, ASampleHasAnAgeButNoMeetings) {
    pages.view.source.expected.clear();
    const Targets& targets = build(Page::Overview);
    EXPECT_EQ(targets.find(Targets::keyOf("position-date")), nullptr);
    EXPECT_NE(targets.find(Targets::keyOf("age")), nullptr);
}

/// Both problems are said beside each other, and what is above makes room for them.
TEST_P(Header, ProblemLinesTakeTheirRoomFromThePage) {
    const auto listBottom = [&] {
        const ScrollArea* area = build(Page::About).scrollArea(ListId::AboutSide);
        return area == nullptr ? 0.0F : area->viewport.bottom();
    };
    const float free = listBottom();
    pages.view.source.problem = "wall.db: There is no such file or folder.";
    pages.view.source.since = "14:05";
    const float one = listBottom();
    pages.view.source.notTaken = "sightline.toml:3: wall.idle: No.";
    const float two = listBottom();
    EXPECT_LT(one, free);
    if (GetParam().portrait())
        EXPECT_LT(two, one);
    else
        EXPECT_EQ(two, one) << "beside each other, so that the tiles of the overview keep their room";
}

INSTANTIATE_TEST_SUITE_P(Panels, Header,
                         testing::Values(Room{1920, 1080, 65, 4}, Room{3840, 2160, 65, 4}, Room{1080, 1920, 65, 4},
                                         Room{1280, 800, 65, 4}, Room{1920, 1080, 27, 2}, Room{1920, 1080, 65, 8}),
                         [](const auto& panel) {
                             const Room& room = panel.param;
                             return std::to_string(room.width) + "x" + std::to_string(room.height) + "at" +
                                    std::to_string(static_cast<int>(room.diagonalIn)) + "in" +
                                    std::to_string(static_cast<int>(room.distanceM)) + "m";
                         });

} // namespace
} // namespace sightline
