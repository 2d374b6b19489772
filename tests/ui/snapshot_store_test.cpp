// What a wall remembers of the snapshots it has tried, from one start to the next.
#include "app/snapshot_store.h"

#include <gtest/gtest.h>

#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

class SnapshotStoreTest : public testing::Test {
protected:
    SnapshotStoreTest() { fs::create_directory(files.path("share")); }

    std::string publishAs(const std::string& council) {
        Checklist checklist = exampleChecklist();
        checklist.authority = council;
        return must(publish(checklist, source, SnapshotFiles::publisher())).digest;
    }
    /// A wall that starts, and is stopped before its snapshot has stood: what it showed, or what it said.
    std::string start() {
        SnapshotStore store(source, files.state());
        auto shown = store.take();
        if (!shown) {
            said = shown.error().message();
            shown = store.lastGood();
        }
        remark = store.takeRemark();
        EXPECT_EQ(store.takeRemark(), "") << "it is told once";
        return shown ? shown->snapshot->digest : "";
    }
    void stand(const std::string& digest) {
        SnapshotStore store(source, files.state());
        ASSERT_EQ(must(store.take()).snapshot->digest, digest);
        must(store.confirm(digest));
    }
    [[nodiscard]] fs::path folder() const { return SnapshotStore(source, files.state()).folder(); }

    SnapshotFiles files;
    fs::path source = files.path("share/wall.db");
    std::string said;
    std::string remark;
};

TEST_F(SnapshotStoreTest, StartsThatShowAConfirmedSnapshotAreNotCounted) {
    const std::string digest = publishAs("Northmoor");
    stand(digest);
    for (int again = 0; again < 2 * kStartsOnTrial; ++again) {
        EXPECT_EQ(start(), digest) << again;
        const Trials trials = must(readTrials(folder(), ""));
        EXPECT_EQ(trials.starts, 0) << again;
        EXPECT_EQ(trials.onTrial, "") << again;
    }
    SnapshotStore store(source, files.state());
    EXPECT_FALSE(must(store.take()).onTrial);
}

// The disk spoils the copy that is the last good one; then another snapshot comes.
TEST_F(SnapshotStoreTest, ACopyThatWentBadDoesNotDisplaceTheSoundOneBeforeIt) {
    const std::string first = publishAs("Northmoor");
    stand(first);
    const std::string second = publishAs("Southmoor");
    stand(second);
    const fs::path good = folder() / "snapshots/good.db";
    std::string bytes = readBytes(good);
    bytes[bytes.size() / 2] ^= 1;
    fs::remove(good);
    writeBytes(good, bytes);
    stand(publishAs("Eastmoor"));
    EXPECT_EQ(digestSaidBy(folder() / "snapshots/previous.db"), first);
    stand(publishAs("Westmoor"));
    EXPECT_NE(digestSaidBy(folder() / "snapshots/previous.db"), first) << "a sound one does";
}

TEST_F(SnapshotStoreTest, ADamagedNoteCostsThreeMoreStartsAndIsTold) {
    const std::string good = publishAs("Northmoor");
    stand(good);
    const std::string poison = publishAs("Southmoor");
    for (int start_ = 0; start_ < kStartsOnTrial; ++start_) EXPECT_EQ(start(), poison);
    EXPECT_EQ(start(), good);
    EXPECT_EQ(remark, "");
    const fs::path note = folder() / "snapshots/trials.json";
    const std::function<void()> asFile = [&] { writeBytes(note, readBytes(note).substr(0, 40)); };
    const std::function<void()> asFolder = [&] {
        fs::remove(note);
        fs::create_directories(note / "in the way");
    };
    for (const auto& damage : {asFile, asFolder, asFile}) {
        damage();
        EXPECT_EQ(start(), poison);
        EXPECT_NE(remark.find("begins anew"), std::string::npos) << remark;
        EXPECT_EQ(start(), poison);
        EXPECT_EQ(remark, "") << "the next start knows again";
        EXPECT_EQ(start(), poison);
        EXPECT_EQ(start(), good) << "it cannot stop the wall for ever";
        EXPECT_NE(said.find("stopped three times"), std::string::npos) << said;
    }
}

} // namespace
} // namespace sightline
