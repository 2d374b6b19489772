// R3: kill -9 at any moment of an import and its publication leaves the old snapshot or the new one, whole.
#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data/import/import.h"
#include "data/verify.h"
#include "tests/support/docx_builder.h"
#include "tests/support/rounds.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

using testing_support::rounds;
using testing_support::sayFigure;

using Clock = std::chrono::steady_clock;

TEST(KilledImport, LeavesTheOldOrTheNewSnapshot) {
    SnapshotFiles files;
    docx::WordFile document;
    document.body = docx::table(docx::header() + docx::row({"1", "Statement", "A.", "B", "C"}));
    writeBytes(files.path("checklist.docx"), document.bytes());
    const auto importAndPublish = [&] {
        const auto imported = importSources({files.path("checklist.docx")});
        return imported && publish(imported->checklist, files.path("wall.db"), SnapshotFiles::publisher()).has_value();
    };
    const auto begun = Clock::now();
    ASSERT_TRUE(importAndPublish());
    const auto once = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun).count();
    std::mt19937_64 random(3);
    std::uniform_int_distribution<std::int64_t> moment(0, once + once / 2);
    std::int64_t sequence = 1;
    int finished = 0;
    const int kills = rounds(100);
    for (int kill = 0; kill < kills; ++kill) {
        const pid_t child = ::fork();
        if (child == 0) ::_exit(importAndPublish() ? 0 : 1);
        std::this_thread::sleep_for(std::chrono::microseconds(moment(random))); // the moment is what is tested
        ::kill(child, SIGKILL);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) != 0) << "it failed by itself";
        const auto found = takeSnapshot(files.path("wall.db"), files.state());
        ASSERT_TRUE(found) << "after kill " << kill << ": " << found.error().message();
        discard(*found);
        const std::int64_t now = found->snapshot.meta.sequence;
        ASSERT_TRUE(now == sequence || now == sequence + 1) << "after kill " << kill;
        finished += now == sequence ? 0 : 1;
        sequence = now;
    }
    sayFigure(std::to_string(kills) + " kills, " + std::to_string(finished) +
              " when the new snapshot was there already, 0 halves");
    EXPECT_GT(finished, 0);
}

} // namespace
} // namespace sightline
