#include <algorithm>
#include <csignal>
#include <fstream>

#include "data/limited/resource_limits.h"
#include "tests/support/places.h"
#include "tests/window/notify_socket.h"
#include "tests/window/process_figures.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

/// The wall with a panel that is off when its configuration says so.
class Screen : public WallFixture {
protected:
    bool start(PanelSize wanted = {1280, 800}) {
        source = {"--sample", "northmoor"};
        return panel(wanted);
    }
    void configure(const std::string& text) { words = configured(text); }
    /// What the fake panel was told, without what it is told at the start.
    [[nodiscard]] std::vector<std::string> told() const {
        std::ifstream file(folder / "panel");
        std::vector<std::string> lines;
        for (std::string line; std::getline(file, line);) lines.push_back(line);
        return lines;
    }
    /// Share of the panel's pixels that are not black, in percent.
    [[nodiscard]] double lit(const std::string& name) {
        const auto picture = screenshot(name);
        const Ran ran = runProgram({"convert", picture, "-threshold", "0", "-format", "%[fx:mean*100]", "info:"});
        return std::atof(ran.output.c_str());
    }
    /// What `xset q` says of the X server's own ideas.
    [[nodiscard]] std::string saver() const {
        const std::string all = runProgram({"xset", "q"}, {variable()}).output;
        const auto at = all.find("Screen Saver:");
        return at == std::string::npos ? std::string() : all.substr(at, all.find("Colors:") - at);
    }

    std::vector<std::string> words;
    NotifySocket socket{folder};
};

constexpr const char* kClosed = "[hours]\nweekdays = \"closed\"\nweekend = \"closed\"\n";

TEST_F(Screen, OutsideItsHoursItIsBlackAndAliveAndATouchOnlyWakesIt) {
    if (!start()) return;
    configure(kClosed);
    environment = {socket.variable(), "WATCHDOG_USEC=1000000"};
    words.insert(words.end(), {"--idle", "2"});
    show(words);
    EXPECT_EQ(await("screen")["on"], false);
    EXPECT_EQ(lit("off"), 0);
    EXPECT_TRUE(socket.await("STATUS=Showing Northmoor Council, position as at 14 June 2026. The panel is black"))
        << "what systemctl status says";
    socket.during(0.1);
    for (int i = 0; i < 6; ++i) ASSERT_TRUE(socket.await("WATCHDOG=1")) << "after " << i;
    EXPECT_TRUE(trace->during(0).empty()) << "nothing is drawn: " << trace->story();
    const Ran status = runProgram({testing_support::kBinary, "status", "--state", folder / "state"});
    EXPECT_EQ(status.exitCode, 0) << "a panel that is off on purpose is no problem\n" << status.output;

    const auto tile = target("tile:2")["rect"];
    tapAt(tile["x"].get<int>() + tile["w"].get<int>() / 2, tile["y"].get<int>() + tile["h"].get<int>() / 2);
    EXPECT_EQ(await("screen")["on"], true);
    await("frame", "why", "screen");
    awaitSettled();
    expectPictureOf("overview");
    EXPECT_EQ(trace->story().find("\"tap\""), std::string::npos) << "nobody saw what was under the finger";
    EXPECT_EQ(await("screen")["on"], false) << "nobody is there any more";
}

TEST_F(Screen, OffInTheMiddleOfSomethingItIsAtHomeWhenItIsWoken) {
    if (!start()) return;
    configure(kClosed);
    words.insert(words.end(), {"--idle", "4"});
    show(words);
    tap("tile:2");
    awaitPage("element:2");
    await("idle", "what", "notice");
    await("idle", "what", "home");
    EXPECT_EQ(await("screen")["on"], false);
    key("Tab");
    EXPECT_EQ(await("screen")["on"], true);
    awaitSettled();
    page = "overview";
    expectPictureOf("overview");
}

/// The zone is chosen so that it is some seconds before six in the evening there.
TEST_F(Screen, GoesOffAtTheVeryMinuteAndSaysUntilWhen) {
    if (!start()) return;
    configure("[hours]\nweekdays = \"08:00-18:00\"\nweekend = \"08:00-18:00\"\n");
    const auto now = std::chrono::system_clock::now();
    const auto today = std::chrono::floor<std::chrono::days>(now);
    constexpr int kBefore = 6;
    const auto wanted = std::chrono::seconds(18 * 3600 - kBefore);
    const auto ahead = std::chrono::floor<std::chrono::seconds>(wanted - (now - today)).count(); // of UTC
    const auto part = [&](long seconds) { return std::to_string(std::abs(seconds)); };
    environment = {"TZ=WALL" + std::string(ahead < 0 ? "+" : "-") + part(ahead / 3600) + ":" + part(ahead / 60 % 60) +
                       ":" + part(ahead % 60),
                   socket.variable()};
    words.insert(words.end(), {"--idle", "1"});
    show(words);
    const Event off = await("screen");
    EXPECT_EQ(off["on"], false);
    const double second = std::chrono::duration<double>(std::chrono::system_clock::now() - now).count();
    EXPECT_GT(second, kBefore - 1.5);
    const auto status = socket.await("STATUS=Showing Northmoor Council, position as at 14 June 2026. The panel");
    ASSERT_TRUE(status);
    EXPECT_NE(status->find(" 08:00, as this display cannot be turned off."), std::string::npos) << *status;
}

TEST_F(Screen, APanelThatCanBeTurnedOffIsAndIsGivenBackAsItWas) {
    if (!start()) return;
    fakePanel();
    configure(kClosed);
    words.insert(words.end(), {"--idle", "1"});
    show(words);
    EXPECT_EQ(await("screen")["on"], false);
    EXPECT_EQ(told(), (std::vector<std::string>{"timeouts 0 0 0", "enable", "off"}));
    tapAt(10, 10);
    EXPECT_EQ(await("screen")["on"], true);
    EXPECT_EQ(told().back(), "on");
    EXPECT_EQ(await("screen")["on"], false);
    EXPECT_EQ(wall.end(SIGTERM), 0);
    const auto all = told();
    ASSERT_GE(all.size(), 3U);
    EXPECT_EQ(std::vector<std::string>(all.end() - 3, all.end()),
              (std::vector<std::string>{"on", "timeouts 100 200 300", "disable"}));
}

TEST_F(Screen, TheServerDoesNotBlankByItselfWhileTheWallRuns) {
    if (!start()) return;
    if (!installed("xset")) GTEST_SKIP() << "xset is not installed";
    const std::string before = saver();
    ASSERT_NE(before.find("timeout:  600"), std::string::npos) << before;
    show({});
    EXPECT_NE(saver().find("timeout:  0"), std::string::npos) << saver();
    EXPECT_EQ(wall.end(SIGTERM), 0);
    EXPECT_EQ(saver(), before);
}

TEST_F(Screen, AMoveByAPixelIsOneFrameAndTouchesStillMeet) {
    if (!start()) return;
    configure("[screen]\nshift = 2\nshift_every = 1\n");
    show(words);
    std::vector<Event> frames;
    for (const Event& event : trace->during(3.5)) {
        if (event["event"] == "settled" || event["event"] == "searchable") continue;
        if (event.value("why", Event()) == Event::array({"snapshot"})) continue; // the same: its words can be searched
        EXPECT_EQ(event["event"], "frame") << event;
        EXPECT_EQ(event["why"], Event::array({"shift"})) << event;
        frames.push_back(event);
    }
    EXPECT_GE(frames.size(), 2U);
    EXPECT_LE(frames.size(), 4U) << "one a move";
    tap("tile:4");
    awaitPage("element:4");
}

/// The ninth place is the first one two pixels away. A renderer in software compiles what it meets anew and keeps it,
/// so nothing new may come up so late.
TEST_F(Screen, AMoveByTwoPixelsTakesNoMoreMemoryThanOneByOne) {
    if (kSanitized) GTEST_SKIP() << "a sanitizer keeps back what is freed";
    if (!start()) return;
    configure("[screen]\nshift = 2\nshift_every = 1\n");
    show(words);
    for (int place = 1; place <= 8; ++place) await("frame", "why", "shift");
    const double before = ProcessFigures::of(wall.pid()).own;
    for (int place = 9; place <= 10; ++place) await("frame", "why", "shift");
    constexpr double kMostKib = 256;
    EXPECT_LT(ProcessFigures::of(wall.pid()).own, before + kMostKib);
}

/// Where the picture is after two moves, down and to the right by one: the same pixels, and its rim beyond them.
TEST_F(Screen, AMovedPictureIsTheSameOneToTheEdge) {
    if (!start()) return;
    configure("[screen]\nshift = 1\nshift_every = 2\n");
    show(words);
    const auto still = screenshot("shift-0");
    await("frame", "why", "shift");
    await("frame", "why", "shift");
    awaitSettled();
    const auto moved = screenshot("shift-2");
    const auto expected = folder / "expected.png";
    // Edge pixels stand for what is beyond them.
    const Ran made = runProgram({"convert", still, "-virtual-pixel", "edge", "-interpolate", "nearest", "-filter",
                                 "point", "-distort", "SRT", "0,0 1 0 1,1", expected});
    ASSERT_EQ(made.exitCode, 0) << made.output;
    const Ran compared = runProgram({"compare", "-metric", "AE", "-fuzz", "2%", moved, expected, "null:"});
    EXPECT_EQ(compared.output, "0");
}

TEST_F(Screen, AMouseShowsThePointerAndAFingerDoesNot) {
    if (!start()) return;
    show({});
    tapAt(20, 20);
    tapAt(500, 20);
    for (const Event& event : trace->during(0.3)) EXPECT_NE(event["event"], "pointer");
    for (int i = 0; i < 4; ++i) pointer({"mousemove", std::to_string(300 + i * 5), "300"});
    EXPECT_EQ(await("pointer")["shown"], true);
    EXPECT_EQ(await("pointer")["shown"], false);
}

} // namespace
} // namespace sightline::window_tests
