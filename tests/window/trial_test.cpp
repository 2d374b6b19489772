// A snapshot that passes every check and still stops the wall: the one before comes back by itself, and stays.
#include <csignal>
#include <cstdlib>
#include <random>
#include <sstream>
#include <thread>

#include "data/publish.h"
#include "data/sample.h"
#include "tests/support/places.h"
#include "tests/support/rounds.h"
#include "tests/support/sanitizer.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

using testing_support::rounds;

class Trial : public WallFixture {
protected:
    bool start() {
        if (!panel({1280, 800})) return false;
        wallProgram = testing_support::kFailingBinary;
        // A crash is to be one, and no finding of a sanitizer.
        environment = testing_support::sanitizerOption("handle_segv=0:handle_abort=0");
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
    // The number of the snapshot that is on the panel; 0: none. Waits for the first picture.
    int shown() {
        if (!trace->await([](const Event& event) { return event["event"] == "ready"; })) return -1;
        int sequence = 0;
        std::istringstream lines(trace->story());
        for (std::string line; std::getline(lines, line);) {
            const Event event = Event::parse(line, nullptr, false);
            if (event.is_object() && event.value("event", "") == "snapshot") sequence = event["sequence"];
        }
        return sequence;
    }
    [[nodiscard]] std::string status() const {
        return runProgram({testing_support::kBinary, "status", "--json", "--state", folder / "state"}).output;
    }
    // Ends each start of a wall with a bad snapshot, as it would end without help; three of them in all.
    void sufferThreeStarts(const std::function<void()>& end) {
        end();
        for (int again = 0; again < 2; ++again) {
            launch({});
            end();
        }
    }
    void expectThePreviousOne(const std::function<void()>& end, const std::string& poison) {
        publishNow("Northmoor Council");
        show({});
        await("confirmed");
        publishNow(poison);
        sufferThreeStarts(end);
        launch({});
        EXPECT_EQ(shown(), 1);
        EXPECT_NE(trace->story().find("wall.db: The wall stopped three times"), std::string::npos) << trace->story();
        EXPECT_NE(status().find("three times"), std::string::npos) << status();
    }

    std::filesystem::path snapshot;
    Checklist checklist;
};

TEST_F(Trial, OneThatCrashesTheWallGivesWayToTheOneBefore) {
    if (!start()) return;
    expectThePreviousOne([this] { EXPECT_EQ(wall.end(0), -SIGSEGV); }, "Crash Council");
    awaitSettled();
    screenshot("put-aside");
    // It is not tried again, however often the wall starts …
    EXPECT_EQ(wall.end(SIGTERM), 0);
    launch({});
    EXPECT_EQ(shown(), 1);
    // … until there is another one.
    publishNow("Southmoor Council");
    EXPECT_EQ(await("snapshot")["sequence"], 3);
    await("confirmed");
}

TEST_F(Trial, OneThatHangsTheWallGivesWayToTheOneBefore) {
    if (!start()) return;
    // The service manager's watchdog ends a wall that hangs; here nobody does but the test.
    expectThePreviousOne(
        [this] {
            EXPECT_TRUE(trace->await([](const Event& event) {
                return event["event"] == "snapshot" && event["sequence"] == 2;
            })) << trace->story();
            EXPECT_EQ(wall.end(SIGABRT), -SIGABRT);
        },
        "Hang Council");
}

TEST_F(Trial, OneThatMakesTheWallEndWithAnErrorGivesWayToTheOneBefore) {
    if (!start()) return;
    expectThePreviousOne([this] { EXPECT_EQ(wall.end(0), 3); }, "Throw Council");
}

TEST_F(Trial, WithNothingToFallBackOnThePageOfTheProgramIsShown) {
    if (!start()) return;
    publishNow("Crash Council");
    launch({});
    sufferThreeStarts([this] { EXPECT_EQ(wall.end(0), -SIGSEGV); });
    launch({});
    EXPECT_EQ(shown(), 0);
    awaitSettled();
    const auto picture = screenshot("both-bad");
    const Ran colours = runProgram({"identify", "-format", "%k", picture});
    EXPECT_GT(std::atoi(colours.output.c_str()), 10) << "a page, not a black panel";
    EXPECT_NE(status().find("three times"), std::string::npos) << status();
    publishNow("Northmoor Council");
    EXPECT_EQ(await("snapshot")["sequence"], 2);
}

TEST_F(Trial, BeingToldToEndIsNoFaultOfTheSnapshot) {
    if (!start()) return;
    environment.push_back("SIGHTLINE_CONFIRM=60000");
    publishNow("Northmoor Council");
    for (int again = 0; again < 5; ++again) {
        launch({});
        ASSERT_EQ(shown(), 1) << again;
        EXPECT_EQ(wall.end(SIGTERM), 0);
    }
}

// R4: kill -9 at any moment of promoting and confirming leaves a wall that shows a snapshot when it starts again.
TEST_F(Trial, AKilledWallHasAPictureWhenItStartsAgain) {
    if (!start()) return;
    std::mt19937_64 random(4);
    std::uniform_int_distribution<int> moment(0, 450);
    publishNow("Northmoor Council");
    show({});
    await("confirmed");
    int sequence = 1;
    for (int round = 0; round < rounds(8); ++round) {
        publishNow("Council " + std::to_string(++sequence));
        std::this_thread::sleep_for(std::chrono::milliseconds(moment(random))); // the moment is what is tested
        ASSERT_EQ(wall.end(SIGKILL), -SIGKILL);
        const auto begun = std::chrono::steady_clock::now();
        launch({});
        EXPECT_EQ(shown(), sequence) << "after kill " << round;
        RecordProperty("milliseconds_" + std::to_string(round),
                       static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(
                                            std::chrono::steady_clock::now() - begun)
                                            .count()));
    }
}

} // namespace
} // namespace sightline::window_tests
