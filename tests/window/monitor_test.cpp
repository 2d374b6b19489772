#include <array>
#include <cstdlib>
#include <fstream>

#include "tests/support/rounds.h"
#include "tests/window/notify_socket.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

using testing_support::rounds;
using testing_support::sayFigure;

/// A panel that comes, goes and changes, on a bare X server on which nobody else looks after it.
class Monitor : public WallFixture {
protected:
    bool start() {
        source = {"--sample", "northmoor"};
        return panelOnASocket();
    }
    void xrandr(std::vector<std::string> words) {
        // Without a resolution xrandr takes it from the screen's size in whole millimetres, which shrinks to nothing in
        // some hundred changes.
        words.insert(words.begin(), {"xrandr", "--dpi", "96"});
        const Ran ran = runProgram(words, {variable()});
        EXPECT_EQ(ran.exitCode, 0) << ran.output;
    }
    void mode(const std::string& name) { xrandr({"--output", "DUMMY0", "--mode", name}); }
    /// In the eyes of the wall.
    void plug(bool in) {
        if (in)
            std::filesystem::remove(folder / "unplugged");
        else
            std::ofstream(folder / "unplugged");
    }
    /// The wall says within five seconds that it is on a panel like this.
    testing::AssertionResult isOn(PanelSize wanted, bool connected = true) {
        const auto found = trace->await(
            [&](const Event& event) {
                return event["event"] == "panel" && event["connected"] == connected && event["width"] == wanted.width &&
                       event["height"] == wanted.height;
            },
            5);
        if (found) return testing::AssertionSuccess();
        const Ran ran = runProgram({"xrandr"}, {variable()});
        return testing::AssertionFailure() << "not on " << wanted.text() << " but on\n" << ran.output.substr(0, 300);
    }
    /// Its window is over all of the panel, as the X server has it, and full of its picture.
    void expectFullScreen(PanelSize wanted) {
        const Ran ran = runProgram({"xdotool", "search", "--name", "^Sightline$", "getwindowgeometry"}, {variable()});
        EXPECT_NE(ran.output.find("Position: 0,0"), std::string::npos) << ran.output;
        EXPECT_NE(ran.output.find("Geometry: " + wanted.text() + "\n"), std::string::npos) << ran.output;
        size = wanted;
        expectPictureOf("overview");
    }
};

constexpr std::array<PanelSize, 5> kModes = {
    PanelSize{1280, 960}, {1024, 768}, {1680, 1050}, {1280, 1024}, {1920, 1080}};

TEST_F(Monitor, EveryChangeOfModeIsFullScreenWithinFiveSeconds) {
    if (!start()) return;
    show({});
    const int changes = rounds(100);
    for (int i = 0; i < changes; ++i) {
        const PanelSize wanted = kModes[static_cast<std::size_t>(i) % kModes.size()];
        mode(wanted.text());
        ASSERT_TRUE(isOn(wanted)) << "after " << i << " changes";
        if (i < 5) {
            await("frame", "why", "fonts");
            awaitSettled();
            expectFullScreen(wanted);
        }
    }
    sayFigure(std::to_string(changes) + " changes of mode, full screen within five seconds each");
    mode("1280x960");
    ASSERT_TRUE(isOn({1280, 960})); // settled it may be since the change before
    awaitSettled();
    expectFullScreen({1280, 960});
    EXPECT_EQ(wall.end(SIGTERM), 0);
}

/// Nobody but the wall turns an output on that shows nothing.
TEST_F(Monitor, OneThatIsTurnedOffOrFoundOffIsStarted) {
    if (!start()) return;
    xrandr({"--output", "DUMMY0", "--off"});
    show({});
    expectFullScreen({1920, 1080});
    for (int i = 0; i < std::max(1, rounds(100) / 20); ++i) {
        xrandr({"--output", "DUMMY0", "--off"});
        ASSERT_TRUE(isOn({1920, 1080})) << "after " << i << " times";
    }
    awaitSettled();
    expectFullScreen({1920, 1080});
}

TEST_F(Monitor, UnpluggedItGoesOnAndPluggedInItIsFullScreenAgain) {
    if (!start()) return;
    NotifySocket socket(folder);
    fakePanel();
    environment.insert(environment.end(), {socket.variable(), "WATCHDOG_USEC=1000000"});
    show({});
    const int times = std::max(2, rounds(100) / 20);
    for (int i = 0; i < times; ++i) {
        plug(false);
        xrandr({"--output", "DUMMY0", "--off"});
        ASSERT_TRUE(isOn({1920, 1080}, false)) << "it stays as large as it was";
        key("Tab");
        await("frame", "why", "input");
        plug(true);
        ASSERT_TRUE(isOn({1920, 1080})) << "after " << i << " times";
        key("Home");
    }
    sayFigure("unplugged and plugged in again " + std::to_string(times) + " times");
    plug(false);
    xrandr({"--output", "DUMMY0", "--off"});
    ASSERT_TRUE(isOn({1920, 1080}, false));
    socket.during(0.1);
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(socket.await("WATCHDOG=1")) << "without a panel it is alive";
    EXPECT_EQ(wall.end(SIGTERM), 0);
}

TEST_F(Monitor, StartedWithoutAPanelItIsFullScreenOnTheFirstOne) {
    if (!start()) return;
    fakePanel();
    plug(false);
    xrandr({"--output", "DUMMY0", "--off"});
    xrandr({"--fb", "1024x768"}); // as large as Xorg makes its space where no panel is
    show({});
    plug(true);
    ASSERT_TRUE(isOn({1920, 1080}));
    awaitSettled();
    await("frame", "why", "fonts");
    awaitSettled();
    expectFullScreen({1920, 1080});
}

/// What drives an output may be gone while it is being asked about: the X server answers with an error.
TEST_F(Monitor, AnOutputThatGoesWhileItIsAskedAboutEndsNothing) {
    if (!start()) return;
    fakePanel();
    show({});
    std::ofstream(folder / "gone") << "";
    mode("1280x960");
    ASSERT_TRUE(trace->await([](const Event& event) { return event["event"] == "panel"; }, 5)) << trace->story();
    std::filesystem::remove(folder / "gone");
    mode("1024x768");
    ASSERT_TRUE(isOn({1024, 768}));
    EXPECT_EQ(wall.end(SIGTERM), 0);
}

} // namespace
} // namespace sightline::window_tests
