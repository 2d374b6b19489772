#include <algorithm>
#include <chrono>
#include <csignal>
#include <fmt/format.h>
#include <fstream>

#include "data/publish.h"
#include "data/sample.h"
#include "tests/support/places.h"
#include "tests/support/rounds.h"
#include "tests/support/sanitizer.h"
#include "tests/window/frozen_thread.h"
#include "tests/window/notify_socket.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

/// The wall as its unit starts it, with a service manager that waits two seconds for a sign of life.
class Service : public WallFixture {
protected:
    bool start() {
        if (!panel({1280, 800})) return false;
        snapshot = folder / "wall.db";
        source = {snapshot};
        environment = {socket.variable(), "WATCHDOG_USEC=2000000"};
        return publishAs("Northmoor Council");
    }
    [[nodiscard]] bool publishAs(const std::string& council) const {
        Checklist checklist = sampleSnapshot("northmoor")->checklist;
        checklist.authority = council;
        const auto published =
            publish(checklist, snapshot, {.now = std::chrono::system_clock::now()}, samplePictures("northmoor"));
        EXPECT_TRUE(published);
        return published.has_value();
    }
    [[nodiscard]] bool alive() { return socket.await("WATCHDOG=1", kPatience).has_value(); }
    /// No sign of life comes any more. The loader may have answered just before the hang: that counts once more.
    bool silent() {
        socket.during(kPatience);
        const auto messages = socket.during(kPatience * 2);
        return std::ranges::find(messages, "WATCHDOG=1") == messages.end();
    }

    static constexpr double kPatience = 2;
    NotifySocket socket{folder};
    std::filesystem::path snapshot;
};

TEST_F(Service, SaysThatItIsReadyOnlyWithThePictureOnThePanel) {
    if (!start()) return;
    launch({});
    EXPECT_EQ(socket.await(""), "STATUS=Showing Northmoor Council, position as at 14 June 2026.");
    EXPECT_EQ(socket.await(""), "READY=1");
    EXPECT_TRUE(trace->await([](const Event& event) { return event["event"] == "frame"; }, 0)) << trace->story();
}

TEST_F(Service, ShowsSignsOfLifeWithoutDrawing) {
    if (!start()) return;
    show({});
    ASSERT_TRUE(alive());
    trace->during(0.5); // a window that has just been shown may be exposed once more
    for (int i = 0; i < 6; ++i) ASSERT_TRUE(alive()) << "after " << i;
    EXPECT_TRUE(trace->during(0).empty()) << trace->story();
}

TEST_F(Service, FallsSilentWhileTheLoaderHangs) {
    if (!start()) return;
    show({});
    ASSERT_TRUE(alive());
    {
        const FrozenThread loader(wall.pid(), "loader");
        if (!loader.frozen()) GTEST_SKIP() << "no thread can be stopped here (ptrace)";
        EXPECT_TRUE(silent());
        // The wall itself is well meanwhile.
        tap("tile:2");
        awaitPage("element:2");
    }
    EXPECT_TRUE(alive());
}

TEST_F(Service, FallsSilentWhileTheWallHangs) {
    if (!start()) return;
    show({});
    ASSERT_TRUE(alive());
    {
        const FrozenThread window(wall.pid(), "sightline");
        if (!window.frozen()) GTEST_SKIP() << "no thread can be stopped here (ptrace)";
        EXPECT_TRUE(silent());
    }
    EXPECT_TRUE(alive());
}

// What the service manager does about a hang: it ends the wall and starts it again.
TEST_F(Service, EveryHangIsNoticedAndTheNextStartShowsThePicture) {
    if (!start()) return;
    const auto hang = folder / "hang";
    sabotage("hang:" + hang.string());
    for (std::string& variable : testing_support::sanitizerOption("verify_asan_link_order=0:handle_abort=0"))
        environment.push_back(std::move(variable)); // being aborted is no finding here
    const int rounds = testing_support::rounds(3);
    double slowest = 0;
    for (int n = 0; n < rounds && !HasFailure(); ++n) {
        const auto begun = std::chrono::steady_clock::now();
        show({});
        slowest = std::max(slowest, std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count());
        ASSERT_TRUE(alive());
        if (n % 3 == 2) {
            // The graphics driver: a frame that never ends.
            std::ofstream(hang) << "";
            key("Right");
            EXPECT_TRUE(silent()) << "while a frame hangs";
            std::filesystem::remove(hang);
        } else {
            const FrozenThread thread(wall.pid(), n % 3 == 0 ? "loader" : "sightline");
            if (!thread.frozen()) GTEST_SKIP() << "no thread can be stopped here (ptrace)";
            EXPECT_TRUE(silent()) << "hang " << n;
        }
        EXPECT_EQ(wall.end(SIGABRT), -SIGABRT);
        socket.during(0); // what it said before it was ended
    }
    testing_support::sayFigure(
        fmt::format("{} hangs noticed, the picture back after {:.1f} s at most", rounds, slowest));
    constexpr double kBackWithin = 5;
    EXPECT_LT(slowest, kBackWithin);
}

// A network folder whose server is gone: whoever asks for a file there waits for ever.
TEST_F(Service, ASourceThatDoesNotAnswerStopsNothing) {
    if (!start()) return;
    const auto silence = folder / "silence";
    sabotage("silent:" + silence.string());
    show({});
    EXPECT_EQ(wall.end(SIGTERM), 0);
    // At the start: what was shown last is shown again.
    std::ofstream(silence) << "";
    socket.during(0);
    show({});
    EXPECT_NE(trace->story().find("wall.db: The folder does not answer"), std::string::npos) << trace->story();
    for (int i = 0; i < 6; ++i) ASSERT_TRUE(alive()) << "after " << i;
    tap("tile:2");
    awaitPage("element:2");
    std::filesystem::remove(silence);
    EXPECT_TRUE(socket.await("STATUS=Showing Northmoor Council, position as at 14 June 2026.", 30));
    // While it runs.
    std::ofstream(silence) << "";
    ASSERT_TRUE(publishAs("Southmoor Council"));
    for (int i = 0; i < 8; ++i) ASSERT_TRUE(alive()) << "after " << i;
    EXPECT_NE(trace->story().find("wall.db: The folder does not answer"), std::string::npos) << trace->story();
    std::filesystem::remove(silence);
    EXPECT_EQ(await("snapshot")["sequence"], 2);
    EXPECT_EQ(wall.end(SIGTERM), 0);
}

// The driver throws away all that was drawn. Whoever starts the wall starts it again.
TEST_F(Service, EndsWhenTheGraphicsCardWasReset) {
    if (!start()) return;
    const auto reset = folder / "reset";
    sabotage("reset:" + reset.string());
    show({});
    ASSERT_TRUE(alive()) << "nothing has happened yet";
    std::ofstream(reset) << "";
    EXPECT_EQ(wall.end(0), 75);
    std::filesystem::remove(reset);
    show({});
    EXPECT_TRUE(alive());
}

TEST_F(Service, SaysWhatIsWrongAndThatItEnds) {
    if (!start()) return;
    show({});
    std::ofstream(folder / "new") << "this is no snapshot";
    std::filesystem::rename(folder / "new", snapshot);
    const auto status =
        socket.await("STATUS=Showing Northmoor Council, position as at 14 June 2026. " + folder.string());
    EXPECT_TRUE(status);
    EXPECT_EQ(wall.end(SIGTERM), 0);
    EXPECT_EQ(socket.await("STOPPING=1"), "STOPPING=1");
}

TEST_F(Service, ASampleHasALoaderThatAnswersToo) {
    if (!start()) return;
    source = {"--sample", "dorset"};
    show({});
    for (int i = 0; i < 3; ++i) ASSERT_TRUE(alive());
}

} // namespace
} // namespace sightline::window_tests
