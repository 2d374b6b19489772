#include "data/check_apart.h"

#include <chrono>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "data/check_answer.h"
#include "tests/support/places.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

class CheckApart : public testing::Test {
protected:
    // Takes a snapshot with a checker that is a shell script.
    Failure takenWith(const std::string& script, const ApartLimits& limits = {}) {
        writeBytes(files.path("checker"), "#!/bin/sh\n" + script + "\n");
        ::chmod(files.path("checker").c_str(), 0700);
        const auto taken =
            takeSnapshot(files.published(), files.state(), {.apart = checkApart(files.path("checker"), limits)});
        EXPECT_EQ(copies(), taken ? 1 : 0) << "what is refused is not kept";
        return taken ? Failure{FailureKind::Internal, "", "taken"} : taken.error();
    }
    [[nodiscard]] std::ptrdiff_t copies() const {
        return std::distance(std::filesystem::directory_iterator(files.state() / "snapshots"), {});
    }
    Result<VerifiedSnapshot> taken(const std::filesystem::path& source) {
        return takeSnapshot(source, files.state(), {.apart = checkApart(testing_support::kBinary)});
    }

    SnapshotFiles files;
};

TEST_F(CheckApart, TakesWhatIsSound) {
    const auto sound = taken(files.published());
    ASSERT_TRUE(sound) << sound.error().message();
    EXPECT_EQ(sound->snapshot.checklist, exampleChecklist());
}

TEST_F(CheckApart, RefusesWithTheSameWordsAsHere) {
    for (const char* sql : {"UPDATE evidence SET link = 'javascript:x' WHERE id = 1", "DELETE FROM checklist",
                            "PRAGMA foreign_keys=OFF; UPDATE action SET element = 77",
                            "CREATE TABLE extra (id INTEGER)", "CREATE VIEW v AS SELECT 1"}) {
        SnapshotFiles own;
        const auto source = own.sealed(sql);
        const auto apart = taken(source);
        const auto here = takeSnapshot(source, own.state());
        ASSERT_FALSE(apart) << sql;
        ASSERT_FALSE(here) << sql;
        EXPECT_EQ(apart.error().message(), here.error().message());
        EXPECT_EQ(apart.error().kind, here.error().kind);
    }
}

TEST_F(CheckApart, ACheckerThatDiesMeansABadSnapshot) {
    for (const char* script : {"kill -SEGV $$", "kill -SYS $$", "exit 1", "echo nonsense", ":", "yes"}) {
        const Failure failure = takenWith(script);
        EXPECT_EQ(failure.kind, FailureKind::Damaged) << script;
        EXPECT_EQ(failure.place, files.path("snapshot.db")) << script;
        EXPECT_EQ(failure.sentence, "The file made the program that checks it crash, so it was refused.") << script;
    }
}

TEST_F(CheckApart, ACheckerThatHangsIsEnded) {
    int signs = 0;
    const auto begun = std::chrono::steady_clock::now();
    const Failure failure = takenWith("exec sleep 1000", {.time = std::chrono::milliseconds(700)});
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(100));
    EXPECT_EQ(failure.sentence, "Checking the file took too long, so it was refused.");
    const auto taken = takeSnapshot(files.published(), files.state(),
                                    {.goesOn = [&signs] { ++signs; },
                                     .apart = checkApart(files.path("checker"), {.time = std::chrono::milliseconds(700)})});
    EXPECT_FALSE(taken);
    EXPECT_GE(signs, 3) << "whoever waits is told meanwhile";
}

TEST_F(CheckApart, ACheckerThatNeedsTooMuchMeansABadSnapshot) {
    EXPECT_EQ(takenWith("kill -XCPU $$").sentence, "Checking the file took too long, so it was refused.");
    EXPECT_EQ(takenWith("exit 3").sentence, "Checking the file needs more memory than is allowed.");
}

TEST_F(CheckApart, WithoutACheckerAllOfItHappensHere) {
    const CopyCheck none = checkApart("/nowhere/at/all");
    EXPECT_TRUE(takeSnapshot(files.published(), files.state(), {.apart = none}));
    const auto broken = files.sealed("PRAGMA foreign_keys=OFF; UPDATE action SET element = 77");
    EXPECT_FALSE(takeSnapshot(broken, files.state(), {.apart = none}));
    EXPECT_FALSE(checkInOwnProcess()) << "this test would run itself again";
}

TEST(CheckAnswer, GivesBackWhatItWasGiven) {
    EXPECT_TRUE(parseAnswer(answerText({}), "a.db").value());
    const auto failed = parseAnswer(answerText(fail(FailureKind::BadContent, "*, table action", "It is bad.")), "a.db");
    ASSERT_TRUE(failed && !*failed);
    EXPECT_EQ(failed->error().message(), "a.db, table action: It is bad.");
    EXPECT_EQ(failed->error().kind, FailureKind::BadContent);
}

TEST(CheckAnswer, TakesNothingElse) {
    for (const char* text : {"", "fine", "fine\nfine\n", "a\n", "a\n\n", "z*\nIt is bad.\n", "a*\nNo full stop\n",
                             "a*\nTwo.\nlines.\n", "a*\x1b[2J\nIt is bad.\n", "ab\nIt is bad.\n", "a*\n\xff\xff.\n"})
        EXPECT_FALSE(parseAnswer(text, "a.db")) << text;
    EXPECT_FALSE(parseAnswer("a*\n" + std::string(kMostAnswerBytes, 'x') + ".\n", "a.db"));
}

} // namespace
} // namespace sightline
