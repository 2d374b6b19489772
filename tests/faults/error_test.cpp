// R6: any system call of publishing, or of taking and promoting, may fail, once or from then on: the snapshot that was
// there stays, or the new one is there whole; one sentence says what happened, and nothing is left lying about.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "app/snapshot_store.h"
#include "data/limited/resource_limits.h"
#include "data/sample.h"
#include "tests/faults/traced.h"
#include "tests/support/rounds.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

using testing_support::longRun;

namespace fs = std::filesystem;

struct Fault {
    const char* call;
    const char* error;
    bool always; ///< also in a short run
};

constexpr std::array<Fault, 13> kFaults = {{{"openat", "EMFILE", true},
                                            {"openat", "EIO", false},
                                            {"read", "EIO", true},
                                            {"read", "EINTR", false},
                                            {"write", "ENOSPC", true},
                                            {"write", "EIO", false},
                                            {"write", "EDQUOT", false},
                                            {"write", "EINTR", false},
                                            {"fsync", "EIO", true},
                                            {"rename", "EIO", true},
                                            {"renameat", "EIO", true},
                                            {"link", "EIO", true},
                                            {"pwrite64", "ENOSPC", true}}};

class Errors : public testing::Test {
protected:
    void SetUp() override {
        if (!faults::canTrace()) GTEST_SKIP() << "strace is not installed, or may not trace here";
        fs::create_directory(files.path("tmp"));
        fs::create_directory(files.path("drop"));
        writeAs("Old Council");
    }
    void writeAs(const char* council) {
        Checklist checklist = sampleSnapshot("dorset")->checklist;
        checklist.authority = council;
        must(publish(checklist, files.path("drop/wall.db"), SnapshotFiles::publisher()));
    }
    // A sanitizer finds out by a write whether there is memory at an address, and would not survive another answer.
    static bool canFail(std::string_view call) {
        const bool fine = !kSanitized || call != "write";
        if (!fine) testing_support::sayFigure("write cannot be made to fail under a sanitizer, which needs it itself");
        return fine;
    }
    // How often the call is made before and after main begins, which the look for strange arguments marks.
    std::pair<int, int> countOf(const std::string& call, const std::vector<std::string>& words) {
        const auto made = faults::calls(call + ",getppid", words, files.path("tmp"));
        int before = 0;
        int after = 0;
        bool begun = false;
        for (const std::string& line : made) {
            begun = begun || line.starts_with("getppid");
            if (line.starts_with(call + "(")) ++(begun ? after : before);
        }
        return {before, after};
    }
    template <class Check>
    void failEveryCall(const std::vector<std::string>& words, const Check& check) {
        int points = 0;
        for (const Fault& fault : kFaults) {
            if (!fault.always && !longRun()) continue;
            if (!canFail(fault.call)) continue;
            prepare();
            const auto [before, after] = countOf(fault.call, words);
            for (int number = before + 1; number <= before + after; ++number)
                for (const char* further : {"", "+"}) {
                    prepare();
                    const std::string what = std::string(fault.call) + " " + std::to_string(number) + further;
                    const auto outcome = faults::trace({"-o", "/dev/null", "-e",
                                                        std::string("inject=") + fault.call + ":error=" + fault.error +
                                                            ":when=" + std::to_string(number) + further},
                                                       words, files.path("tmp"));
                    EXPECT_TRUE(outcome.code == 0 || outcome.code == 3) << what << ": " << outcome.code;
                    // Where nothing at all can be written, nothing can be said.
                    const bool mute = std::string_view(fault.call) == "write" && *further != '\0';
                    EXPECT_EQ(std::ranges::count(outcome.errors, '\n'), outcome.code == 3 && !mute ? 1 : 0)
                        << what << ": " << outcome.errors;
                    check(outcome.code == 0, what);
                    ++points;
                }
        }
        RecordProperty("points", points);
        EXPECT_GT(points, 20);
    }
    std::function<void()> prepare;
    SnapshotFiles files;
};

TEST_F(Errors, OfPublishing) {
    const std::string old = readBytes(files.path("drop/wall.db"));
    prepare = [&] { writeBytes(files.path("drop/wall.db"), old); };
    failEveryCall({"publish", "New Council", files.path("drop/wall.db")}, [&](bool fine, const std::string& what) {
        const auto there = takeSnapshot(files.path("drop/wall.db"), files.state());
        ASSERT_TRUE(there) << what << ": " << there.error().message();
        discard(*there);
        const std::string& council = there->snapshot.checklist.authority;
        EXPECT_TRUE(council == "New Council" || (!fine && council == "Old Council")) << what;
        for (const auto& entry : fs::directory_iterator(files.path("drop")))
            EXPECT_NE(entry.path().extension(), ".tmp") << what;
    });
}

TEST_F(Errors, OfTakingAndPromoting) {
    SnapshotStore store(files.path("drop/wall.db"), files.path("wall"));
    must(store.confirm(must(store.take()).snapshot->digest));
    fs::copy(files.path("wall"), files.path("wall-before"), fs::copy_options::recursive);
    writeAs("New Council");
    prepare = [&] {
        fs::remove_all(files.path("wall"));
        fs::copy(files.path("wall-before"), files.path("wall"), fs::copy_options::recursive);
    };
    failEveryCall({"take", files.path("drop/wall.db"), files.path("wall")}, [&](bool, const std::string& what) {
        SnapshotStore again(files.path("drop/wall.db"), files.path("wall"));
        const auto shown = again.lastGood();
        ASSERT_TRUE(shown) << what << ": " << shown.error().message();
        const std::string& council = shown->snapshot->checklist.authority;
        EXPECT_TRUE(council == "New Council" || council == "Old Council") << what;
        int copies = 0;
        for (const auto& entry : fs::directory_iterator(again.folder() / "snapshots"))
            copies += entry.path().filename().string().starts_with("staging-") ? 1 : 0;
        EXPECT_EQ(copies, 0) << what;
    });
}

} // namespace
} // namespace sightline
