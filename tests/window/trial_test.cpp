// A snapshot that passes every check and still stops the wall: the one before comes back by itself, and stays.
#include <csignal>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <random>
#include <sstream>
#include <thread>

#include "data/publish.h"
#include "data/sample.h"
#include "data/trials.h"
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

    /// The same without pages of documents, which is quicker.
    void publishPlain(const std::string& authority) {
        checklist.authority = authority;
        checklist.documents.clear();
        for (Evidence& item : checklist.evidence) item.document = 0;
        const auto published = publish(checklist, snapshot, {.now = std::chrono::system_clock::now()});
        ASSERT_TRUE(published) << published.error().message();
    }
    /// Publishes a snapshot that stops the wall in one of the ways, and lets it do so three times.
    void poison(int kind) {
        const std::string number = std::to_string(kind);
        switch (kind % 3) {
        case 0:
            publishNow("Crash Council " + number);
            return sufferThreeStarts([this] { EXPECT_EQ(wall.end(0), -SIGSEGV); });
        case 1: publishNow("Throw Council " + number); return sufferThreeStarts([this] { EXPECT_EQ(wall.end(0), 3); });
        default:
            publishNow("Hang Council " + number);
            const auto hangs = [](const Event& event) { return event["event"] == "snapshot"; };
            return sufferThreeStarts([this, hangs] {
                EXPECT_TRUE(trace->await(hangs)) << trace->story();
                EXPECT_EQ(wall.end(SIGABRT), -SIGABRT);
            });
        }
    }
    [[nodiscard]] std::filesystem::path trialsFile() const {
        for (const auto& kept : std::filesystem::directory_iterator(folder / "state"))
            if (std::filesystem::exists(kept.path() / "snapshots/trials.json"))
                return kept.path() / "snapshots/trials.json";
        ADD_FAILURE() << "there is no note of trials";
        return {};
    }
    [[nodiscard]] int quarantined() const {
        std::ifstream file(trialsFile());
        return static_cast<int>(nlohmann::json::parse(file)["quarantined"].size());
    }
    static double secondsSince(std::chrono::steady_clock::time_point begun) {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
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
    EXPECT_EQ(wall.end(SIGTERM), 0);
    // Another one, so that both copies that the wall keeps are bad.
    publishNow("Throw Council");
    launch({});
    sufferThreeStarts([this] { EXPECT_EQ(wall.end(0), 3); });
    launch({});
    EXPECT_EQ(shown(), 0);
    EXPECT_EQ(quarantined(), 2);
    awaitSettled();
    const auto picture = screenshot("both-bad");
    const Ran colours = runProgram({"identify", "-format", "%k", picture});
    EXPECT_GT(std::atoi(colours.output.c_str()), 10) << "a page, not a black panel";
    EXPECT_NE(status().find("three times"), std::string::npos) << status();
    publishNow("Northmoor Council");
    EXPECT_EQ(await("snapshot")["sequence"], 3);
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

// R11: whatever stops the wall, again and again: three starts, and the one before is back.
TEST_F(Trial, OneAfterAnotherGivesWayToTheOneBefore) {
    if (!start()) return;
    publishNow("Northmoor Council");
    show({});
    await("confirmed");
    double longest = 0;
    int sequence = 1;
    const int snapshots = rounds(3);
    for (int round = 0; round < snapshots && !HasFailure(); ++round) {
        const auto begun = std::chrono::steady_clock::now();
        poison(round);
        launch({});
        EXPECT_EQ(shown(), sequence) << "after " << round;
        EXPECT_NE(trace->story().find("wall.db: The wall stopped three times"), std::string::npos) << trace->story();
        longest = std::max(longest, secondsSince(begun));
        EXPECT_EQ(quarantined(), std::min(round + 1, 64)) << "what is remembered of them";
        publishNow("Council " + std::to_string(round)); // the next to fall back on
        sequence += 2;
        EXPECT_EQ(await("snapshot")["sequence"], sequence);
        await("confirmed");
    }
    testing_support::sayFigure(
        fmt::format("{} snapshots that crash, hang or end the wall: the one before is back at the "
                    "fourth start, {:.1f} s after the first at most",
                    snapshots, longest));
}

// The control: a wall that forgets its starts is stopped a fourth time.
TEST_F(Trial, AForgottenCountIsNoticed) {
    if (!start()) return;
    publishNow("Northmoor Council");
    show({});
    await("confirmed");
    publishNow("Crash Council");
    EXPECT_EQ(wall.end(0), -SIGSEGV);
    for (int again = 0; again < kStartsOnTrial; ++again) {
        std::filesystem::remove(trialsFile());
        launch({});
        EXPECT_EQ(wall.end(0), -SIGSEGV);
    }
    testing_support::sayFigure("control: without the count it stops the wall at the fourth start too");
}

// R4: kill -9 at any moment of promoting and confirming leaves a wall that shows a snapshot when it starts again. Every
// other time the source is gone by then: the picture comes from what the wall keeps.
TEST_F(Trial, AKilledWallHasAPictureWhenItStartsAgain) {
    if (!start()) return;
    environment = {"SIGHTLINE_CONFIRM=50"};
    checklist = sampleSnapshot("dorset")->checklist;
    std::mt19937_64 random(4);
    std::uniform_int_distribution<int> moment(0, 250);
    publishPlain("Northmoor Council");
    show({});
    await("confirmed");
    int sequence = 1;
    int before = 1; // on the wall
    double longest = 0;
    int old = 0;
    const int kills = rounds(16);
    for (int round = 0; round < kills && !HasFailure(); ++round) {
        publishPlain("Council " + std::to_string(++sequence));
        std::this_thread::sleep_for(std::chrono::milliseconds(moment(random))); // the moment is what is tested
        ASSERT_EQ(wall.end(SIGKILL), -SIGKILL);
        const bool gone = round % 2 == 1;
        if (gone) std::filesystem::rename(snapshot, folder / "away");
        const auto begun = std::chrono::steady_clock::now();
        launch({});
        const int there = shown();
        longest = std::max(longest, secondsSince(begun));
        EXPECT_TRUE(there == sequence || (gone && there == before)) << there << " after kill " << round;
        old += there == sequence ? 0 : 1;
        if (gone) std::filesystem::rename(folder / "away", snapshot);
        if (there != sequence) {
            EXPECT_EQ(await("snapshot")["sequence"], sequence);
        }
        before = sequence;
    }
    testing_support::sayFigure(fmt::format("{} kills while a snapshot was taken and tried out, a picture after each, "
                                           "within {:.1f} s; {} times the one before",
                                           kills, longest, old));
}

// The control: what the wall keeps is what the picture comes from.
TEST_F(Trial, WhatIsLostIsNoticed) {
    if (!start()) return;
    publishPlain("Northmoor Council");
    show({});
    await("confirmed");
    ASSERT_EQ(wall.end(SIGKILL), -SIGKILL);
    std::filesystem::remove(snapshot);
    std::filesystem::remove(trialsFile().parent_path() / "good.db");
    launch({});
    EXPECT_EQ(shown(), 0);
    testing_support::sayFigure("control: without what it kept the wall has no picture");
}

} // namespace
} // namespace sightline::window_tests
