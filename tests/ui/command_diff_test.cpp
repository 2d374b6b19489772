#include "app/command_diff.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "data/publish.h"
#include "data/sqlite.h"
#include "tests/support/example_checklist.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

using testing::HasSubstr;

/// `sightline diff` as a person runs it, on snapshots made here.
class CommandDiff : public testing::Test {
protected:
    static void SetUpTestSuite() { ASSERT_TRUE(initialiseSqlite()); }

    std::string published(const std::string& name, const Checklist& checklist) {
        const auto file = folder.path() / name;
        const auto made = publish(checklist, file, {std::chrono::sys_days{day(2026, 6, 14)}, "test"});
        EXPECT_TRUE(made) << made.error().message();
        return file.string();
    }
    ExitCode run(std::vector<std::string> snapshots, bool json = false) {
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
        const ExitCode code =
            runDiff({.snapshots = std::move(snapshots), .sample = "", .asOf = day(2026, 9, 1), .json = json});
        out = testing::internal::GetCapturedStdout();
        err = testing::internal::GetCapturedStderr();
        return code;
    }

    TempFolder folder;
    std::string out;
    std::string err;
};

TEST_F(CommandDiff, CountsHowOftenADateMovedOverAllSnapshots) {
    std::vector<std::string> snapshots;
    Checklist checklist = exampleChecklist();
    for (const int month : {10, 11, 12}) {
        checklist.actions[4].due = {2027, month, 1};
        snapshots.push_back(published("s" + std::to_string(month) + ".db", checklist));
    }
    EXPECT_EQ(run(snapshots), kFine);
    EXPECT_THAT(out, HasSubstr("1 Dec 2027, was 1 Oct 2027 · moved twice"));
    EXPECT_EQ(err, "");
    EXPECT_EQ(run(snapshots, true), kFine);
    EXPECT_EQ(nlohmann::json::parse(out)["counts"]["actions_date_moved"], 1);
}

TEST_F(CommandDiff, SaysWhereSnapshotsAreTheSameOrInAnOddOrder) {
    const std::string now = published("now.db", exampleChecklist());
    EXPECT_EQ(run({now, now}, true), kFine);
    EXPECT_THAT(err, HasSubstr("now.db are the same snapshot."));
    EXPECT_TRUE(nlohmann::json::accept(out)) << "notes do not stand among the JSON";
    Checklist earlier = exampleChecklist();
    earlier.positionDate = {2026, 3, 0};
    earlier.authority = "Northmoor Council";
    run({now, published("then.db", earlier)});
    EXPECT_THAT(err, HasSubstr("are not in order"));
    EXPECT_THAT(err, HasSubstr("two councils: Exampleshire Council and Northmoor Council."));
}

TEST_F(CommandDiff, RefusesWhatIsNoSnapshotAndNamesIt) {
    const std::string good = published("good.db", exampleChecklist());
    std::string bytes(20'000, '\0');
    std::ifstream(good, std::ios::binary).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const std::string torn = folder.write("torn.db", bytes).string();
    const std::string foreign = folder.write("notes.txt", "not a snapshot").string();
    for (const std::string& bad : {torn, foreign, (folder.path() / "missing.db").string(), folder.path().string()}) {
        EXPECT_EQ(run({good, bad}), kRefused);
        EXPECT_THAT(err, HasSubstr("sightline: " + bad + ": "));
        EXPECT_EQ(out, "");
        EXPECT_EQ(run({bad, good}, true), kRefused);
        EXPECT_EQ(out, "");
    }
}

} // namespace
} // namespace sightline
