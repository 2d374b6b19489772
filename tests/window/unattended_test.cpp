#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sstream>
#include <unistd.h>

#include "data/publish.h"
#include "data/sample.h"
#include "tests/support/places.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

double steadyMilliseconds() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// User and system time of a process so far, in clock ticks.
long ticksOf(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    std::istringstream fields(text.substr(text.rfind(')') + 2));
    std::string skipped;
    for (int i = 0; i < 11; ++i) fields >> skipped;
    long user = 0;
    long system = 0;
    fields >> user >> system;
    return user + system;
}

class Unattended : public WallFixture {
protected:
    bool start() {
        if (!panel({1920, 1080})) return false;
        snapshot = folder / "wall.db";
        source = {snapshot};
        checklist = sampleSnapshot("northmoor")->checklist;
        return true;
    }
    void publishNow(const std::string& authority) {
        checklist.authority = authority;
        const auto published =
            publish(checklist, snapshot, {.now = std::chrono::system_clock::now()}, samplePictures("northmoor"));
        ASSERT_TRUE(published) << published.error().message();
    }
    /// Renames some bytes into place, as a program that knows nothing of snapshots would.
    void drop(const std::string& bytes) {
        std::ofstream(folder / "new", std::ios::binary) << bytes;
        std::filesystem::rename(folder / "new", snapshot);
    }

    std::filesystem::path snapshot;
    Checklist checklist;
};

TEST_F(Unattended, ANewSnapshotIsOnScreenWithinTwoSeconds) {
    if (!start()) return;
    publishNow("Northmoor Council");
    show({});
    publishNow("Southmoor Council");
    const double renamed = steadyMilliseconds();
    EXPECT_EQ(await("snapshot", "sequence", 2)["shown"], true);
    const Event frame = await("frame");
    EXPECT_LT(frame["t"].get<double>() - renamed, 2000);
    screenshot("replaced");
}

TEST_F(Unattended, ABadOneLeavesThePictureAndAddsAProblemLine) {
    if (!start()) return;
    publishNow("Northmoor Council");
    show({});
    const auto before = screenshot("before-bad");
    drop("this is no snapshot");
    const double renamed = steadyMilliseconds();
    const Event refused = await("refused");
    EXPECT_NE(refused["why"].get<std::string>().find("wall.db"), std::string::npos);
    const Event frame = await("frame");
    EXPECT_EQ(frame["why"], Event::array({"problem"}));
    EXPECT_LT(frame["t"].get<double>() - renamed, 2000);
    awaitSettled();
    const auto after = screenshot("after-bad");
    // The header is as it was.
    const std::string header = std::to_string(size.width) + "x" + std::to_string(size.height / 10) + "+0+0";
    const Ran compared = runProgram({"compare", "-extract", header, "-metric", "AE", before, after, "null:"});
    EXPECT_EQ(compared.output.substr(0, 1), "0") << compared.output;
    std::filesystem::remove(snapshot);
    publishNow("Eastmoor Council");
    EXPECT_EQ(await("snapshot")["shown"], true);
}

TEST_F(Unattended, LastGoodCopySurvivesARestartWithoutTheSource) {
    if (!start()) return;
    publishNow("Northmoor Council");
    show({});
    std::filesystem::remove(snapshot);
    await("refused");
    awaitSettled();
    EXPECT_EQ(wall.end(SIGTERM), 0);
    show({});
    screenshot("restarted-without-source");
    EXPECT_NE(trace->story().find("\"shown\":true"), std::string::npos) << "no picture";
    EXPECT_NE(trace->story().find("\"refused\""), std::string::npos) << "no problem line";
}

TEST_F(Unattended, WithoutAnySnapshotItSaysWhatIsExpectedAndShowsTheFirstOne) {
    if (!start()) return;
    show({});
    screenshot("no-snapshot");
    publishNow("Northmoor Council");
    EXPECT_EQ(await("snapshot")["sequence"], 1);
}

TEST_F(Unattended, NothingHappeningDrawsNothingAndTakesNoTime) {
    if (!start()) return;
    publishNow("Northmoor Council");
    show({});
    trace->during(0.5); // a window that has just been shown may be exposed once more
    const long before = ticksOf(wall.pid());
    const auto events = trace->during(4);
    EXPECT_TRUE(events.empty()) << events.front();
    EXPECT_LE(ticksOf(wall.pid()) - before, 1) << "clock ticks of " << sysconf(_SC_CLK_TCK) << " a second";
}

TEST_F(Unattended, StayHereThenHome) {
    if (!start()) return;
    publishNow("Northmoor Council");
    show({"--idle", "1"});
    tap("tile:4");
    awaitPage("element:4");
    await("idle", "what", "notice");
    awaitSettled();
    screenshot("idle-notice");
    tapAt(size.width / 2, size.height * 56 / 100);
    await("tap", "id", "stay");
    await("idle", "what", "stay");
    await("idle", "what", "notice");
    await("idle", "what", "home");
    awaitPage("overview");
    EXPECT_TRUE(trace->during(2).empty()) << "at home there is nothing to go back from";
}

TEST_F(Unattended, EndsWhenItIsToldTo) {
    if (!start()) return;
    show({});
    EXPECT_EQ(wall.end(SIGINT), 0);
}

TEST(NoDisplay, IsSaidInOneSentence) {
    const Ran ran = runProgram({testing_support::kBinary, "show", "--sample", "dorset"}, {"DISPLAY=:12345"});
    EXPECT_EQ(ran.exitCode, 4);
    EXPECT_EQ(std::ranges::count(ran.output, '\n'), 1) << ran.output;
    EXPECT_NE(ran.output.find("no display"), std::string::npos) << ran.output;
}

} // namespace
} // namespace sightline::window_tests
