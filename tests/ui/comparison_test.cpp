#include "app/comparison.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "app/meeting_marks.h"
#include "app/snapshot_store.h"
#include "data/publish.h"
#include "data/sqlite.h"
#include "tests/support/example_checklist.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

const Day kToday{std::chrono::year{2026} / 9 / 30};

/// A wall's state folder, and a source that is published again and again.
class ComparisonOfSnapshots : public testing::Test {
protected:
    static void SetUpTestSuite() { ASSERT_TRUE(initialiseSqlite()); }

    std::shared_ptr<const Snapshot> shown(const Checklist& checklist) {
        EXPECT_TRUE(
            publish(checklist, source, Publisher{.now = std::chrono::system_clock::now(), .generator = "test"}));
        auto taken = store.take();
        EXPECT_TRUE(taken) << taken.error().message();
        EXPECT_EQ(taken->notKept, "");
        return taken->snapshot;
    }
    std::shared_ptr<const Comparison> compared(const Snapshot& snapshot) {
        return compareWithEarlier(store.folder(), snapshot, kToday);
    }
    static std::size_t lines(const Comparison& comparison) {
        std::size_t count = 0;
        for (const ChangeSection& section : comparison.sections) count += section.lines.size();
        return count;
    }

    TempFolder folder;
    std::filesystem::path source = folder.path() / "wall.db";
    SnapshotStore store{source, folder.path() / "state"};
};

TEST_F(ComparisonOfSnapshots, NeedsAnEarlierOne) { EXPECT_EQ(compared(*shown(exampleChecklist())), nullptr); }

TEST_F(ComparisonOfSnapshots, IsWithTheOneBefore) {
    Checklist checklist = exampleChecklist();
    shown(checklist);
    checklist.positions.front().text = "Now worded otherwise altogether.";
    const auto comparison = compared(*shown(checklist));
    ASSERT_NE(comparison, nullptr);
    EXPECT_EQ(comparison->title, "Since the snapshot before");
    EXPECT_EQ(comparison->sections.size(), 4U);
    EXPECT_GE(lines(*comparison), 1U);
}

TEST_F(ComparisonOfSnapshots, IsWithTheLastMeetingWhereOneIsMarked) {
    Checklist checklist = exampleChecklist();
    const auto first = shown(checklist);
    const auto met = std::chrono::sys_days{std::chrono::year{2026} / 6 / 20};
    ASSERT_TRUE(addMeetingMark(store.folder(), {met, first->digest}));
    checklist.positions.front().text = "Now worded otherwise altogether.";
    shown(checklist);
    checklist.positions.back().text = "And this one as well, later on.";
    const auto last = shown(checklist);
    const auto comparison = compared(*last);
    ASSERT_NE(comparison, nullptr);
    EXPECT_EQ(comparison->title, "Since we last met");
    EXPECT_GE(lines(*comparison), 2U) << "both rewordings came after the meeting";

    ASSERT_TRUE(addMeetingMark(store.folder(), {std::chrono::sys_days(kToday), last->digest}));
    const auto after = compared(*last);
    ASSERT_NE(after, nullptr);
    EXPECT_EQ(lines(*after), 0U) << "nothing changed since the meeting that was just marked";
}

TEST_F(ComparisonOfSnapshots, IsWithTheLastMeetingHoweverManyHaveComeSince) {
    store = SnapshotStore(source, folder.path() / "state", {.keep = 2});
    Checklist checklist = exampleChecklist();
    const auto first = shown(checklist);
    ASSERT_TRUE(addMeetingMark(store.folder(), {std::chrono::sys_days(kToday), first->digest}));
    for (int n = 0; n < 3; ++n) {
        checklist.positions.front().text = "Worded otherwise, version " + std::to_string(n) + ".";
        shown(checklist);
    }
    EXPECT_EQ(keptSnapshots(store.folder()).size(), 2U);
    const auto comparison = compared(*store.lastGood()->snapshot);
    ASSERT_NE(comparison, nullptr);
    EXPECT_EQ(comparison->title, "Since we last met");
}

TEST_F(ComparisonOfSnapshots, DoesWithoutMarksThatCannotBeRead) {
    Checklist checklist = exampleChecklist();
    shown(checklist);
    std::ofstream(store.folder() / "meetings.json") << "{ not json";
    checklist.positions.front().text = "Now worded otherwise altogether.";
    EXPECT_NE(compared(*shown(checklist)), nullptr);
    EXPECT_TRUE(meetingMarks(store.folder()).empty());
}

} // namespace
} // namespace sightline
