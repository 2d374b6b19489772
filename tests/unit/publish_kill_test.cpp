#include <csignal>
#include <cstdlib>
#include <random>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data/verify.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

// A checklist that says which sequence it is, so that content of one publication under the number of another shows.
Checklist checklistOf(std::int64_t sequence) {
    Checklist list = exampleChecklist();
    list.authority = "Council " + std::to_string(sequence);
    list.background[0].text = std::string(static_cast<size_t>(sequence % 50) * 300 + 1, 'x');
    return list;
}

// Publishes until it is killed. Anything else that ends it is a finding: its exit code tells.
[[noreturn]] void publishForEver(const fs::path& target, const fs::path& work, std::int64_t sequence) {
    ::setenv("TMPDIR", work.c_str(), 1);
    for (;; ++sequence)
        if (!publish(checklistOf(sequence + 1), target, SnapshotFiles::publisher())) ::_exit(1);
}

size_t countEntries(const fs::path& folder, const std::string& start) {
    size_t count = 0;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().starts_with(start)) ++count;
    return count;
}

void makeOld(const fs::path& folder, const std::string& start) {
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().filename().string().starts_with(start))
            fs::last_write_time(entry.path(), fs::file_time_type::clock::now() - std::chrono::hours(2));
}

TEST(PublishKill, LeavesTheOldOrTheNewSnapshotWhole) {
    SnapshotFiles files;
    const fs::path target = files.path("snapshot.db");
    const fs::path work = files.path("work");
    fs::create_directory(work);
    must(publish(checklistOf(1), target, SnapshotFiles::publisher()));

    std::mt19937 random(7);
    std::uniform_int_distribution<useconds_t> moment(0, 40'000);
    std::int64_t sequence = 1;
    int moved = 0;
    constexpr int kKills = 200;
    for (int kill = 0; kill < kKills; ++kill) {
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) publishForEver(target, work, sequence);
        ::usleep(moment(random)); // the moment is what is tested: there is no event to wait for
        ASSERT_EQ(::kill(child, SIGKILL), 0);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "publishing failed by itself";

        const auto found = takeSnapshot(target, files.state());
        ASSERT_TRUE(found) << "after kill " << kill << ": " << found.error().message();
        discard(*found);
        ASSERT_GE(found->snapshot.meta.sequence, sequence);
        moved += found->snapshot.meta.sequence > sequence ? 1 : 0;
        sequence = found->snapshot.meta.sequence;
        ASSERT_EQ(found->snapshot.checklist, checklistOf(sequence));
    }
    RecordProperty("publications", static_cast<int>(sequence));
    RecordProperty("temporary_files_left", static_cast<int>(countEntries(files.path(""), ".snapshot.db.")));
    EXPECT_GT(moved, 0); // some got through, or nothing was tested
    EXPECT_GT(countEntries(work, ".sightline-work-"), 0U);

    // What was left is cleaned by the next run, once it is old enough not to be at work any more.
    makeOld(files.path(""), ".snapshot.db.");
    makeOld(work, ".sightline-work-");
    ::setenv("TMPDIR", work.c_str(), 1);
    const auto next = publish(checklistOf(sequence + 1), target, SnapshotFiles::publisher());
    ::unsetenv("TMPDIR");
    ASSERT_TRUE(next) << next.error().message();
    EXPECT_EQ(countEntries(files.path(""), ".snapshot.db."), 0U);
    EXPECT_EQ(countEntries(work, ""), 0U);
}

} // namespace
} // namespace sightline
