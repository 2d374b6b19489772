#include <fstream>

#include "data/limited/resource_limits.h"
#include "data/publish.h"
#include "data/sample.h"
#include "tests/support/places.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

// Seconds. Between two touches a program is asked what is where, and under a sanitizer it takes its time.
constexpr const char* kSoonIdle = kSanitized ? "4" : "1";

/// A council's own wall, which has meetings to mark, and a chair with a finger.
class MeetingOnTheWall : public WallFixture {
protected:
    bool start(const std::string& settings, std::vector<std::string> words = {}) {
        if (!panel({1920, 1080})) return false;
        source = {folder / "wall.db"};
        publishNow();
        for (std::string& word : configured(settings)) words.push_back(std::move(word));
        show(words);
        return true;
    }
    void publishNow() {
        const auto published = publish(sampleSnapshot("northmoor")->checklist, folder / "wall.db",
                                       {.now = std::chrono::system_clock::now()}, samplePictures("northmoor"));
        ASSERT_TRUE(published) << published.error().message();
    }
    /// Taps a target of the page that `render` and `targets` call this, and the wall shows.
    void tapOn(const std::string& name, const std::string& id) {
        page = name;
        tap(id);
    }
    void startMeeting(const std::string& how) {
        tapOn("overview", "start-meeting");
        awaitSettled();
        tapOn("meeting", how);
        await("meeting", "what", "started");
    }
    void finishMeeting(const std::string& how) {
        tapOn("meeting:6", "meeting:finish");
        awaitSettled();
        tapOn("meeting:end", how);
        await("meeting", "what", "ended");
        awaitPage("overview");
    }
    [[nodiscard]] std::string marks() const {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "state"))
            if (entry.path().filename() == "meetings.json") {
                std::ifstream file(entry.path());
                return {std::istreambuf_iterator<char>(file), {}};
            }
        return {};
    }
};

/// A whole meeting: through all elements, to the evidence and the map and back, with a new snapshot in the middle, to
/// the mark. The idle time of one second passes many times over.
TEST_F(MeetingOnTheWall, IsWalkedFromStartToMark) {
    if (!start("", {"--idle", kSoonIdle})) return;
    startMeeting("meeting:in-order");
    awaitPage("element:1");
    for (int step = 1; step < 6; ++step) {
        const std::string here = "meeting:" + std::to_string(step);
        page = here;
        expectPictureOf(here);
        if (step == 2) {
            const std::string item = firstId("evidence:");
            tap(item);
            awaitPage(item);
            page = here + ":" + item;
            expectPictureOf(page);
            tap("meeting:back");
            awaitPage("element:2");
            page = here;
            expectPictureOf(here);
        }
        if (step == 3) {
            tap("nav:map");
            awaitPage("map");
            publishNow();
            await("snapshot", "sequence", 2);
            awaitSettled();
            page = here + ":map";
            expectPictureOf(page);
            tap("meeting:back");
            awaitPage("element:3");
            page = here;
        }
        tap("meeting:next");
        awaitPage("element:" + std::to_string(step + 1));
    }
    EXPECT_EQ(trace->story().find("\"notice\""), std::string::npos) << "it asked whether anybody is still here";
    finishMeeting("meeting:end-marked");
    expectPictureOf("overview");
    EXPECT_NE(marks().find("\"met\""), std::string::npos) << marks();
}

TEST_F(MeetingOnTheWall, OfAttentionBeginsWithNoAssurance) {
    if (!start("")) return;
    startMeeting("meeting:by-attention");
    awaitPage("element:3");
    tapOn("meeting:attention:1", "meeting:next");
    awaitPage("element:5");
}

/// The idle time passes and nothing happens; afterwards it counts again.
TEST_F(MeetingOnTheWall, SuspendsTheIdleTime) {
    if (!start("[meeting]\ntimer = 0\n", {"--idle", kSoonIdle})) return;
    startMeeting("meeting:in-order");
    awaitPage("element:1");
    EXPECT_TRUE(trace->during(3).empty()) << "nothing happens, so nothing is drawn and nobody is asked";
    tapOn("meeting:1", "end-meeting");
    awaitSettled();
    tapOn("meeting:end", "meeting:end");
    await("meeting", "what", "ended");
    awaitPage("overview");
    EXPECT_EQ(marks(), "");
    tapOn("overview", "nav:map");
    awaitPage("map");
    await("idle", "what", "notice");
}

TEST_F(MeetingOnTheWall, ThatWasForgottenEndsByItself) {
    if (!start("[meeting]\nlongest = 2\n", {"--idle", "0"})) return;
    startMeeting("meeting:in-order");
    await("idle", "what", "notice");
    awaitSettled();
    screenshot("meeting-ends");
    await("idle", "what", "home");
    await("meeting", "what", "ended");
    awaitPage("overview");
}

/// Pages turn while nobody is there, wait while somebody is, and go on afterwards.
TEST_F(MeetingOnTheWall, PagesTurnUntilSomebodyTouchesTheWall) {
    if (!start("[rotation]\nseconds = 2\npages = [\"overview\", \"map\"]\n", {"--idle", "3"})) return;
    await("rotation", "what", "started");
    awaitPage("map");
    awaitSettled();
    screenshot("rotation");
    awaitPage("overview");
    awaitPage("map");
    trace->during(1); // a touch right after a turn only stops it
    tapAt(size.width / 2, 40);
    const Event paused = await("rotation", "what", "paused");
    awaitSettled();
    screenshot("rotation-paused");
    const Event on = await("rotation", "what", "started");
    EXPECT_GE(on["t"].get<double>() - paused["t"].get<double>(), 2900) << "somebody was still there";
    awaitPage("overview");
}

TEST_F(MeetingOnTheWall, TheTouchThatStopsThePagesOpensWhatItIsOn) {
    if (!start("[rotation]\nseconds = 30\npages = [\"overview\", \"map\"]\n", {"--idle", "1"})) return;
    await("rotation", "what", "started");
    awaitSettled();
    trace->during(1);
    const auto rect = target("tile:4")["rect"];
    tapAt(static_cast<int>(rect["x"].get<double>() + 40), static_cast<int>(rect["y"].get<double>() + 40));
    await("rotation", "what", "paused");
    awaitPage("element:4");
}

} // namespace
} // namespace sightline::window_tests
