// R6: what could not be brought to the disk is not called published. With the control: a publisher that does not look
// at what fsync and close say is found.
#include <array>
#include <string>

#include <gtest/gtest.h>

#include "tests/faults/traced.h"
#include "tests/support/rounds.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

/// Of the calls of one kind that were failed in turn: how many there were, and after how many the publisher still said
/// that all is well.
struct Failed {
    int calls = 0;
    int unnoticed = 0;
};

class Unsynced : public testing::Test {
protected:
    void SetUp() override {
        if (!faults::canTrace()) GTEST_SKIP() << "strace is not installed, or may not trace here";
        if (std::string_view(SIGHTLINE_IGNORING).empty()) GTEST_SKIP() << "a sanitizer has to be the first library";
        fs::create_directory(files.path("tmp"));
        fs::create_directory(files.path("drop"));
    }

    // Calls for the descriptor of a file that is written are meant: only those open for writing.
    Failed failEach(const std::string& call, const std::vector<std::string>& options) {
        const std::vector<std::string> words{"publish", "Council", files.path("drop/wall.db")};
        int count = 0;
        bool begun = false;
        int before = 0;
        for (const std::string& line : faults::calls(call + ",getpid", words, files.path("tmp"), options)) {
            begun = begun || line.starts_with("getpid");
            if (line.starts_with(call + "(")) ++(begun ? count : before);
        }
        Failed failed;
        for (int number = before + 1; number <= before + count; ++number) {
            fs::remove(files.path("drop/wall.db"));
            std::vector<std::string> all = options;
            all.insert(all.end(),
                       {"-o", "/dev/null", "-e", "inject=" + call + ":error=EIO:when=" + std::to_string(number)});
            ++failed.calls;
            failed.unnoticed += faults::trace(all, words, files.path("tmp")).code == 0 ? 1 : 0;
        }
        return failed;
    }

    [[nodiscard]] static std::vector<std::string> ignoring() {
        return {"-E", std::string("LD_PRELOAD=") + SIGHTLINE_IGNORING};
    }

    SnapshotFiles files;
};

TEST_F(Unsynced, IsNeverPublished) {
    const Failed syncs = failEach("fsync", {});
    EXPECT_GE(syncs.calls, 2) << "the file, and the folder that names it";
    EXPECT_EQ(syncs.unnoticed, 0);
    const Failed closes = failEach("close", {});
    EXPECT_LT(closes.unnoticed, closes.calls) << "what was written may be lost when it is closed";
    testing_support::sayFigure(std::to_string(syncs.calls) + " failed syncs, none of them taken for a success; " +
                               std::to_string(closes.calls - closes.unnoticed) + " closes that matter");
}

// The control.
TEST_F(Unsynced, IsFoundInAPublisherThatDoesNotLook) {
    const Failed syncs = failEach("fsync", ignoring());
    EXPECT_EQ(syncs.unnoticed, syncs.calls);
    const Failed closes = failEach("close", ignoring());
    EXPECT_EQ(closes.unnoticed, closes.calls);
    testing_support::sayFigure("control: a publisher that does not look takes " + std::to_string(syncs.unnoticed) +
                               " failed syncs and " + std::to_string(closes.unnoticed) +
                               " failed closes for a success");
}

} // namespace
} // namespace sightline
