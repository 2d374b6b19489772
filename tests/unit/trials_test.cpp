#include "data/trials.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

TEST(Trials, ThreeStartsThenItIsPutAside) {
    Trials trials;
    for (int start = 0; start < kStartsOnTrial; ++start) EXPECT_TRUE(trials.begin("bad"));
    EXPECT_FALSE(trials.begin("bad"));
    EXPECT_TRUE(trials.isQuarantined("bad"));
    EXPECT_TRUE(trials.begin("other")) << "another one has starts of its own";
}

TEST(Trials, StandingEndsTheCount) {
    Trials trials;
    EXPECT_TRUE(trials.begin("good"));
    EXPECT_TRUE(trials.begin("good"));
    trials.confirm("good");
    EXPECT_TRUE(trials.isConfirmed("good"));
    EXPECT_EQ(trials.starts, 0);
}

TEST(Trials, OnlyItsOwnStartIsTakenBack) {
    Trials trials;
    trials.begin("new");
    trials.begin("new");
    trials.withdraw("other");
    EXPECT_EQ(trials.starts, 2);
    trials.withdraw("new");
    EXPECT_EQ(trials.starts, 1) << "the start that crashed before still counts";
}

TEST(Trials, SurviveBeingWritten) {
    const SnapshotFiles files;
    Trials trials;
    trials.confirm("good");
    trials.begin("bad");
    must(writeTrials(trials, files.state(), "1"));
    EXPECT_EQ(must(readTrials(files.state(), "1")), trials);
    EXPECT_EQ(must(readTrials(files.state(), "2")), Trials()) << "another program draws another picture";
    EXPECT_EQ(must(readTrials(files.path("elsewhere"), "1")), Trials());
}

TEST(Trials, ADamagedNoteIsSaidToBe) {
    const SnapshotFiles files;
    must(writeTrials({}, files.state(), "1"));
    for (const char* text : {"", "{", "[]", R"({"format": 1, "program": "1"})",
                             R"({"format": 1, "program": "1", "on trial": 3, "starts": 1, "confirmed": []})"}) {
        writeBytes(files.state() / "snapshots/trials.json", text);
        EXPECT_FALSE(readTrials(files.state(), "1")) << text;
    }
}

TEST(Trials, RememberNoMoreThanThereCanBe) {
    Trials trials;
    for (int i = 0; i < 1000; ++i) trials.confirm(std::to_string(i));
    EXPECT_EQ(trials.confirmed.size(), 64U);
    EXPECT_TRUE(trials.isConfirmed("999"));
}

} // namespace
} // namespace sightline
