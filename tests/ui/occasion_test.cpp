#include "app/occasion.h"

#include <gtest/gtest.h>

#include "app/options.h"
#include "data/sample.h"
#include "render/targets.h"
#include "render/view.h"

namespace sightline {
namespace {

std::optional<UiState> stateOf(std::string_view name) {
    static const Snapshot snapshot = *sampleSnapshot("northmoor");
    static const View view = makeView(&snapshot, positionDay(snapshot.checklist).value(), {});
    const auto occasion = parseOccasion(name);
    EXPECT_TRUE(occasion) << name;
    return occasion ? stateOn(*occasion, ShowOptions(), view, Targets()) : std::nullopt;
}

TEST(Occasion, IsAMomentOfAMeeting) {
    EXPECT_EQ(stateOf("meeting")->meetingQuestion, MeetingQuestion::Start);
    EXPECT_EQ(stateOf("meeting:3")->here, (Location{Page::Element, 3}));
    EXPECT_EQ(stateOf("meeting:attention:1")->here, (Location{Page::Element, 3}));
    EXPECT_EQ(stateOf("meeting:attention:2")->here, (Location{Page::Element, 5}));
    const auto away = stateOf("meeting:3:evidence:9");
    EXPECT_EQ(away->here, (Location{Page::EvidenceItem, 9}));
    EXPECT_EQ(away->meeting->element(), 3);
    EXPECT_EQ(stateOf("meeting:end")->meetingQuestion, MeetingQuestion::End);
}

TEST(Occasion, OrOfPagesInTurn) {
    EXPECT_EQ(stateOf("rotation:2")->here.page, Page::Map);
    EXPECT_FALSE(stateOf("rotation:2")->rotation->paused);
    EXPECT_TRUE(stateOf("rotation:3:paused")->rotation->paused);
}

TEST(Occasion, ThatTheChecklistDoesNotHaveIsNone) {
    EXPECT_FALSE(stateOf("meeting:7"));
    EXPECT_FALSE(stateOf("meeting:1:evidence:9999"));
    EXPECT_FALSE(stateOf("rotation:99"));
}

TEST(Occasion, RefusesEverythingElse) {
    for (const char* name :
         {"", "meeting:", "meeting:0", "meeting:x", "meeting:3:", "meeting:3:nowhere", "meeting:3:meeting",
          "meeting:attention", "meeting:attention:", "meeting:end:1", "meetings", "rotation", "rotation:", "rotation:0",
          "rotation:2:map", "rotation:2:paused:1", "overview"})
        EXPECT_FALSE(parseOccasion(name)) << name;
}

} // namespace
} // namespace sightline
