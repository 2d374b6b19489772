#include "app/wall_record.h"

#include <gtest/gtest.h>

#include "app/status_file.h"
#include "data/sample.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

class WallRecordTest : public testing::Test {
protected:
    /// What the file says; nothing: there is none.
    std::optional<WallStatus> file() {
        const auto all = readStatuses(folder.path());
        return all.size() == 1 && all.front() ? std::optional(*all.front()) : std::nullopt;
    }
    /// Takes the file away, so that a second writing shows.
    void takeAway() { std::filesystem::remove(folder.path() / "wall" / kStatusFile); }

    TempFolder folder;
    Log log;
    WallRecord record{{.version = "0.1.0",
                       .process = thisProcess(),
                       .started = thisMoment(),
                       .source = "/srv/wall.db",
                       .sample = {},
                       .configuration = {},
                       .notTaken = {}},
                      folder.path() / "wall",
                      log};
};

TEST_F(WallRecordTest, WritesAtOnceAndThenOnlyAfterAChange) {
    EXPECT_FALSE(record.settle(100)) << "nothing to come back for";
    ASSERT_TRUE(file());
    EXPECT_EQ(file()->wall.source, "/srv/wall.db");
    takeAway();
    for (int hour = 1; hour < 100; ++hour) EXPECT_FALSE(record.settle(100 + 3600.0 * hour));
    EXPECT_FALSE(file()) << "written though nothing changed";
    record.counted({});
    EXPECT_FALSE(record.settle(1e6)) << "the same counts are no change";
    EXPECT_FALSE(file());
}

TEST_F(WallRecordTest, WritesAtMostOnceInAWhile) {
    WallCounts counts;
    counts.frames = 1;
    record.counted(counts);
    record.settle(100);
    takeAway();
    for (int i = 1; i < 300; ++i) {
        counts.frames = static_cast<std::uint64_t>(i) + 1;
        record.counted(counts);
        EXPECT_NEAR(record.settle(100 + i * 0.1).value_or(-1), kStatusPause - i * 0.1, 1e-6);
    }
    EXPECT_FALSE(file());
    EXPECT_FALSE(record.settle(100 + kStatusPause));
    ASSERT_TRUE(file());
    EXPECT_EQ(file()->counts.frames, 300U);
}

TEST_F(WallRecordTest, TheFirstFrameIsNotKeptWaiting) {
    record.settle(100);
    WallCounts counts;
    counts.frames = 1;
    record.counted(counts);
    EXPECT_FALSE(record.settle(100.1));
    EXPECT_EQ(file()->counts.frames, 1U);
}

TEST_F(WallRecordTest, RemembersTheLastEventsNewestFirst) {
    for (int i = 0; i < 40; ++i) {
        record.problem("Problem " + std::to_string(i) + ".");
        record.problem("Problem " + std::to_string(i) + ".");
    }
    record.problem("");
    const auto& events = record.status().events;
    ASSERT_EQ(events.size(), kSourceEvents);
    EXPECT_TRUE(events[0].taken);
    EXPECT_EQ(events[0].what, "The source is in order again.");
    EXPECT_FALSE(events[1].taken);
    EXPECT_EQ(events[1].what, "Problem 39.");
    EXPECT_EQ(events[2].what, "Problem 38.");
}

TEST_F(WallRecordTest, SaysWhatIsOnTheWallAndThatItEnded) {
    Snapshot snapshot = sampleSnapshot("northmoor").value();
    snapshot.sample = false;
    snapshot.meta.sequence = 12;
    snapshot.digest = "0123456789abcdef0123";
    record.shown(snapshot);
    record.settle(0);
    ASSERT_TRUE(file());
    EXPECT_EQ(file()->shown->sequence, 12);
    EXPECT_EQ(file()->shown->position, snapshot.checklist.positionDate);
    EXPECT_EQ(file()->events.front().what, "Snapshot 12 (0123456789abcdef) is on the wall.");
    EXPECT_FALSE(file()->ended);
    record.end();
    EXPECT_TRUE(file()->ended) << "at once";
}

} // namespace
} // namespace sightline
