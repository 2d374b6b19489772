#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/publish.h"
#include "data/sample.h"
#include "tests/support/places.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

using testing::HasSubstr;

/// A wall that somebody looks after.
class LookedAfter : public WallFixture {
protected:
    bool start() {
        if (!panel({1920, 1080})) return false;
        const auto snapshot = folder / "wall.db";
        source = {snapshot};
        const auto published =
            publish(sampleSnapshot("northmoor")->checklist, snapshot,
                    {.now = std::chrono::system_clock::now(), .generator = "test"}, samplePictures("northmoor"));
        EXPECT_TRUE(published);
        return true;
    }
    Ran status(std::vector<std::string> words = {}) const {
        words.insert(words.begin(), {testing_support::kBinary, "status", "--state", folder / "state"});
        return runProgram(words);
    }
    /// What `status --json` says of the one wall, once it has written what it says.
    nlohmann::json awaitStatus(int exitCode) const {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        Ran ran;
        do ran = status({"--json"});
        while (ran.exitCode != exitCode && std::chrono::steady_clock::now() < deadline);
        EXPECT_EQ(ran.exitCode, exitCode) << ran.output;
        const auto begin = std::min(ran.output.find('{'), ran.output.size());
        const auto all =
            nlohmann::json::parse(ran.output.substr(begin, ran.output.rfind('}') + 1 - begin), nullptr, false);
        return all.is_object() && all["walls"].size() == 1 ? all["walls"][0] : nlohmann::json::object();
    }
    /// Holds a finger on something for longer than a long press takes.
    void hold(const std::string& id) {
        const auto rect = target(id)["rect"];
        const auto middle = [&rect](const char* from, const char* length) {
            return std::to_string(static_cast<int>(rect[from].get<double>() + rect[length].get<double>() / 2));
        };
        pointer({"mousemove", middle("x", "w"), middle("y", "h"), "mousedown", "1"});
        trace->during(0.8);
        pointer({"mouseup", "1"});
        await("tap", "id", id);
    }
};

TEST_F(LookedAfter, StatusTellsOfAWallWhileItRunsAndAfterwards) {
    if (!start()) return;
    EXPECT_EQ(status().exitCode, 3);
    EXPECT_THAT(status().output, HasSubstr("state: There is no such file or folder."));
    show({});
    const auto running = awaitStatus(0);
    EXPECT_EQ(running["running"], true);
    EXPECT_EQ(running["wall"]["pid"], wall.pid());
    EXPECT_EQ(running["snapshot"]["sequence"], 1);
    EXPECT_GT(running["memory"]["now_mib"], 0);
    EXPECT_THAT(status().output, HasSubstr("running, process " + std::to_string(wall.pid())));
    EXPECT_EQ(wall.end(SIGTERM), 0);
    const auto ended = awaitStatus(3);
    EXPECT_EQ(ended["life"], "ended");
    EXPECT_THAT(status().output, HasSubstr("No wall is running."));
    EXPECT_GE(ended["frames"], 1) << "what was counted until the end";
    show({});
    awaitStatus(0);
    wall.end(SIGKILL);
    EXPECT_EQ(awaitStatus(3)["life"], "stopped without being told to");
}

TEST_F(LookedAfter, HealthIsALongPressOnTheAgeAway) {
    if (!start()) return;
    show({});
    tap("nav:map");
    awaitPage("map");
    hold("age");
    awaitPage("health");
    screenshot("health");
    key("Escape");
    awaitPage("map");
}

TEST_F(LookedAfter, AWrongConfigurationIsSaidOnTheWallInTheJournalAndByStatus) {
    if (!start()) return;
    const auto file = folder / "sightline.toml";
    std::ofstream(file) << "[wall]\ntheme = \"dark\"\nidel = 5\n";
    testing::internal::CaptureStderr();
    struct stat stream {};
    fstat(STDERR_FILENO, &stream);
    setenv("JOURNAL_STREAM", (std::to_string(stream.st_dev) + ":" + std::to_string(stream.st_ino)).c_str(), 1);
    show({"--config", file});
    const auto told = awaitStatus(1);
    const std::string sentence = "sightline.toml:3: wall.idel: There is no such setting; did you mean wall.idle?";
    EXPECT_EQ(told["wall"]["configuration"]["not_taken"], sentence);
    std::filesystem::remove(folder / "wall.db");
    await("refused");
    awaitSettled();
    screenshot("wrong-configuration");
    EXPECT_EQ(wall.end(SIGTERM), 0);
    unsetenv("JOURNAL_STREAM");
    const std::string journal = testing::internal::GetCapturedStderr();
    EXPECT_THAT(journal, HasSubstr("<4>" + sentence + " Defaults are in force.\n"));
    EXPECT_THAT(journal, HasSubstr("<5>Snapshot 1 ("));
    EXPECT_THAT(journal, HasSubstr("<4>" + (folder / "wall.db").string() + ": "));
}

TEST_F(LookedAfter, ConfigurationDecidesWhatTheCommandLineLeavesOpen) {
    if (!start()) return;
    const auto file = folder / "sightline.toml";
    std::ofstream(file) << "[snapshot]\nsource = \"" << (folder / "wall.db").string()
                        << "\"\n[wall]\nwindowed = \"800x600\"\n[stale]\nmanagement = 1\n";
    source.clear();
    show({"--config", file, "--windowed", "1280x800"});
    const auto told = awaitStatus(0);
    EXPECT_EQ(told["wall"]["source"], (folder / "wall.db").string());
    EXPECT_EQ(told["wall"]["configuration"]["not_taken"], "");
    EXPECT_EQ(wall.end(SIGTERM), 0);
    EXPECT_EQ(awaitStatus(3)["display"]["width"], 1280);
}

/// The wall's clock is put so that midnight is near: a time zone does that without touching the machine's.
TEST_F(LookedAfter, AnotherDayIsDrawnWhenItBegins) {
    if (!start()) return;
    constexpr int kDay = 24 * 3600;
    constexpr int kSecondsLeft = 15; // enough to be ready before
    const int ofDay = static_cast<int>(std::time(nullptr) % kDay);
    const int east = (2 * kDay - kSecondsLeft - ofDay) % kDay; // POSIX writes what lies east with a minus
    const std::string zone =
        "WALL-" + std::to_string(east / 3600) + ":" + std::to_string(east / 60 % 60) + ":" + std::to_string(east % 60);
    setenv("TZ", zone.c_str(), 1);
    show({});
    unsetenv("TZ");
    EXPECT_EQ(await("frame", "why", "date")["event"], "frame");
}

} // namespace
} // namespace sightline::window_tests
