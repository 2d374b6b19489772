#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "data/sample.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing_support::PageBuilder;
using testing_support::Scene;

/// What the lines above the navigation say that tell what is wrong.
class Strips : public testing::TestWithParam<std::tuple<Room, int>> {
protected:
    Strips() : snapshot(*sampleSnapshot("northmoor")), pages(snapshot, room()) { pages.frame().recordText(&texts); }

    static Room room() {
        Room room = std::get<0>(GetParam());
        room.textScale = std::get<1>(GetParam()) / 100.0;
        return room;
    }
    /// Everything that is said from the first text with `beginning` on, as one line.
    std::string saidFrom(std::string_view beginning) {
        texts.clear();
        Scene scene{"", {}};
        scene.state.here = {Page::Map, 0}; // which says nothing of it itself
        pages.build(scene);
        std::string all;
        bool begun = false;
        for (const DrawnText& text : texts) {
            begun = begun || text.text.starts_with(beginning);
            if (begun) all += (all.empty() ? "" : " ") + text.text;
        }
        return all;
    }

    Snapshot snapshot;
    PageBuilder pages;
    std::vector<DrawnText> texts;
};

TEST_P(Strips, SayTheCauseHoweverLongThePathIs) {
    const std::string cause = "The file is damaged: its last page does not fit the others.";
    pages.view.source.problem = "/srv/childrens-services/shares/test-of-assurance/published/snapshot.db: " + cause;
    pages.view.source.since = "14:05";
    const std::string said = saidFrom("/srv/");
    EXPECT_NE(said.find("snapshot.db: "), std::string::npos) << said;
    EXPECT_NE(said.find(cause), std::string::npos) << said;
    EXPECT_NE(said.find("since 14:05"), std::string::npos) << said;
}

TEST_P(Strips, LeaveAShortPathAsItIs) {
    pages.view.source.problem = "/srv/wall.db: There is nothing.";
    pages.view.source.since = "14:05";
    EXPECT_NE(saidFrom("/srv/").find("/srv/wall.db: There is nothing."), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Panels, Strips,
                         testing::Combine(testing::Values(Room{1280, 800, 65, 4}, Room{1920, 1080, 65, 4},
                                                          Room{1080, 1920, 65, 4}),
                                          testing::Values(100, 150, 200)),
                         [](const auto& test) {
                             return std::to_string(std::get<0>(test.param).width) + "_" +
                                    std::to_string(std::get<1>(test.param));
                         });

} // namespace
} // namespace sightline
