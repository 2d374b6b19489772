#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <random>
#include <thread>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data/replace_file.h"
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

/// A process that does something over and over, says after each time that it is done, and is killed in the middle of
/// it. Should it end in another way, that is a finding.
void repeatAndKill(const std::function<bool()>& something, bool afterFirst, std::chrono::microseconds wait) {
    std::array<int, 2> done{};
    ASSERT_EQ(::pipe(done.data()), 0);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        while (something() && ::write(done[1], "!", 1) == 1) {
        }
        ::_exit(1);
    }
    ::close(done[1]);
    char byte = 0;
    ASSERT_TRUE(!afterFirst || ::read(done[0], &byte, 1) == 1) << "it failed by itself";
    std::this_thread::sleep_for(wait); // the moment is what is tested: there is no event to wait for
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ::close(done[0]);
    ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) << "it failed by itself";
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
    // Kills are spread over the time that one publication takes here and now.
    const auto start = std::chrono::steady_clock::now();
    must(publish(checklistOf(1), target, SnapshotFiles::publisher()));
    const auto once = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);

    std::mt19937_64 random(7);
    std::uniform_int_distribution<std::int64_t> moment(0, once.count());
    std::int64_t sequence = 1;
    int moved = 0;
    constexpr int kKills = 200;
    for (int kill = 0; kill < kKills; ++kill) {
        const auto publishNext = [&, next = sequence]() mutable {
            ::setenv("TMPDIR", work.c_str(), 1); // in the child only
            return publish(checklistOf(++next), target, SnapshotFiles::publisher()).has_value();
        };
        repeatAndKill(publishNext, kill % 2 == 0, std::chrono::microseconds(moment(random)));
        if (HasFatalFailure()) return;
        const auto found = takeSnapshot(target, files.state());
        ASSERT_TRUE(found) << "after kill " << kill << ": " << found.error().message();
        discard(*found);
        ASSERT_GE(found->snapshot.meta.sequence, sequence);
        moved += found->snapshot.meta.sequence > sequence ? 1 : 0;
        sequence = found->snapshot.meta.sequence;
        ASSERT_EQ(found->snapshot.checklist, checklistOf(sequence));
    }
    RecordProperty("publications", static_cast<int>(sequence));
    EXPECT_GE(moved, kKills / 2); // half of them waited for a first one
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

// The same for the last step alone, so that every kill falls into it.
TEST(PublishKill, ReplacesAFileWholeOrNotAtAll) {
    SnapshotFiles files;
    const fs::path target = files.path("snapshot.db");
    const std::string one = readBytes(files.published("one.db"));
    const std::string two(3 * one.size(), '2');
    writeBytes(files.path("two.db"), two);
    writeBytes(target, one);

    std::mt19937_64 random(8);
    std::uniform_int_distribution<int> moment(0, 3'000);
    for (int kill = 0; kill < 200; ++kill) {
        const auto replace = [&, turn = kill]() mutable {
            return replaceFile(files.path(++turn % 2 == 0 ? "one.db" : "two.db"), target).has_value();
        };
        repeatAndKill(replace, kill % 2 == 0, std::chrono::microseconds(moment(random)));
        if (HasFatalFailure()) return;
        ASSERT_TRUE(fs::exists(target)) << "after kill " << kill;
        const std::string found = readBytes(target);
        ASSERT_TRUE(found == one || found == two) << "after kill " << kill;
    }
    const size_t left = countEntries(files.path(""), ".snapshot.db.");
    RecordProperty("temporary_files_left", static_cast<int>(left));
    EXPECT_GT(left, 0U); // some kills fell between the writing and the renaming
    makeOld(files.path(""), ".snapshot.db.");
    must(replaceFile(files.path("one.db"), target));
    EXPECT_EQ(countEntries(files.path(""), ".snapshot.db."), 0U);
}

} // namespace
} // namespace sightline
