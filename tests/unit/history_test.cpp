#include "data/history.h"

#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

namespace chr = std::chrono;

chr::sys_seconds day(int n) { return chr::sys_days{chr::year{2026} / 1 / 1} + chr::days{n}; }

std::string digestOf(int n) { return std::string(15, '0') + static_cast<char>('a' + n) + "rest of the digest"; }

class History : public testing::Test {
protected:
    void keep(int n, const HistoryBounds& bounds = {}) {
        const auto good = folder.path() / "good.db";
        std::filesystem::remove(good);
        std::ofstream(good) << n;
        const auto kept = keepInHistory(good, folder.path(), digestOf(n), day(n), bounds);
        ASSERT_TRUE(kept) << kept.error().message();
    }
    TempFolder folder;
};

TEST_F(History, KeepsEachSnapshotOnceOldestFirst) {
    keep(2);
    keep(1);
    keep(2);
    const auto kept = keptSnapshots(folder.path());
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].kept, day(1));
    EXPECT_EQ(kept[1].kept, day(2));
}

TEST_F(History, KeepsTheContentWhenTheGoodOneIsReplaced) {
    keep(1);
    keep(2);
    std::string content;
    std::ifstream(keptSnapshots(folder.path()).front().file) >> content;
    EXPECT_EQ(content, "1");
}

TEST_F(History, LetsTheOldestGo) {
    for (int n = 0; n < 6; ++n) keep(n, {4, ""});
    const auto kept = keptSnapshots(folder.path());
    ASSERT_EQ(kept.size(), 4U);
    EXPECT_EQ(kept.front().kept, day(2));
}

TEST_F(History, NeverLetsTheLastMeetingsGo) {
    for (int n = 0; n < 6; ++n) keep(n, {3, digestOf(1)});
    const auto kept = keptSnapshots(folder.path());
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(kept[0].kept, day(1));
    EXPECT_EQ(kept[1].kept, day(4));
}

TEST_F(History, LooksPastStrangeFilesAndAMissingFolder) {
    EXPECT_TRUE(keptSnapshots(folder.path() / "nothing").empty());
    keep(1);
    for (const char* name : {"notes.txt", "20260101T000000.db", "2026-01-01T00:00:00-0123456789abcdef.db",
                             "99999999T999999-0123456789abcdef.db"})
        std::ofstream(folder.path() / "history" / name) << "x";
    EXPECT_EQ(keptSnapshots(folder.path()).size(), 1U);
}

TEST_F(History, SaysWhereItCouldNotKeepOne) {
    std::ofstream(folder.path() / "history") << "a file in the way";
    const auto kept = keepInHistory(folder.path() / "good.db", folder.path(), digestOf(1), day(1));
    ASSERT_FALSE(kept);
    EXPECT_NE(kept.error().message().find("history"), std::string::npos);
}

} // namespace
} // namespace sightline
