// R7: any allocation of opening and verifying a snapshot may fail, once or from then on: a failure or an exception that
// main catches, never a crash, never a byte lost, never a snapshot that is only half read.
#include <atomic>
#include <cstdlib>
#include <functional>
#include <new>
#include <optional>

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "app/status_file.h"
#include "data/history.h"
#include "data/import/evidence/evidence_folder.h"
#include "data/import/named_files.h"
#include "data/signature/key_ring.h"
#include "data/verify.h"
#include "tests/support/rounds.h"
#include "tests/support/snapshot_files.h"

namespace {

// This thread's: allocations until one fails (0: none does), and whether all after it fail too.
thread_local long countdown = 0;
thread_local bool forEver = false;
thread_local bool struck = false;
std::atomic<long> living = 0; // a thread may free what another made

bool refused() {
    if (struck && forEver) return true;
    if (countdown == 0 || --countdown > 0) return false;
    struck = true;
    return true;
}

sqlite3_mem_methods ordinary;
void* sqliteMalloc(int bytes) { return refused() ? nullptr : ordinary.xMalloc(bytes); }
void* sqliteRealloc(void* old, int bytes) { return refused() ? nullptr : ordinary.xRealloc(old, bytes); }

// Before the first use of SQLite in this process.
[[maybe_unused]] const bool installed = [] {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &ordinary);
    sqlite3_mem_methods methods = ordinary;
    methods.xMalloc = sqliteMalloc;
    methods.xRealloc = sqliteRealloc;
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK;
}();

} // namespace

void* operator new(std::size_t bytes) {
    if (refused()) throw std::bad_alloc();
    void* memory = std::malloc(bytes == 0 ? 1 : bytes);
    if (memory == nullptr) throw std::bad_alloc();
    ++living;
    return memory;
}
// Sanitizers have their own of these, which would not go through those here.
void* operator new(std::size_t bytes, const std::nothrow_t& /*unused*/) noexcept {
    if (refused()) return nullptr;
    void* memory = std::malloc(bytes == 0 ? 1 : bytes);
    if (memory != nullptr) ++living;
    return memory;
}
void operator delete(void* memory) noexcept {
    if (memory != nullptr) --living;
    std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete(void* memory, const std::nothrow_t& /*unused*/) noexcept { operator delete(memory); }

namespace sightline {
namespace {

// Takes a snapshot while the allocation of that number fails. True: it was taken.
bool taken(const std::filesystem::path& source, const std::filesystem::path& state, long number, bool always) {
    struck = false;
    forEver = always;
    countdown = number;
    bool fine = false;
    try {
        const auto result = takeSnapshot(source, state);
        countdown = 0;
        forEver = false;
        fine = result.has_value() && result->snapshot.checklist.actions.size() == 5;
        if (result) discard(*result);
    } catch (const std::bad_alloc&) {
        countdown = 0;
        forEver = false;
    }
    return fine;
}

TEST(OutOfMemory, AtEveryAllocationOfVerifying) {
    ASSERT_TRUE(installed);
    SnapshotFiles files;
    const auto source = files.published();
    ASSERT_EQ(exampleChecklist().actions.size(), 5U);
    ASSERT_TRUE(taken(source, files.state(), 0, false)) << "what is made once is made now";
    long points = 0;
    for (const bool always : {false, true})
        for (long number = 1;; ++number) {
            const sqlite3_int64 before = sqlite3_memory_used();
            const long alive = living;
            const bool fine = taken(source, files.state(), number, always);
            EXPECT_EQ(sqlite3_memory_used(), before) << "allocation " << number;
            EXPECT_EQ(living, alive) << "allocation " << number;
            EXPECT_FALSE(fine && struck && always) << "allocation " << number;
            if (!struck) break;
            ++points;
        }
    testing_support::sayFigure(std::to_string(points) + " allocations failed, once and for ever");
    EXPECT_GT(points, 100);
    EXPECT_TRUE(taken(source, files.state(), 0, false));
}

// Going through a folder is where libstdc++'s own way ends the program.
TEST(OutOfMemory, AtEveryAllocationOfGoingThroughAFolder) {
    const SnapshotFiles files;
    const std::string longName(100, 'x'); // one that a string has to allocate for
    for (const char* folder : {"history", "keys.d", "evidence"}) std::filesystem::create_directory(files.path(folder));
    writeBytes(files.path("history/20260614T093000-0123456789abcdef.db"), "x");
    writeBytes(files.path("keys.d/01-" + longName + ".pub"), "no key");
    writeBytes(files.path("evidence/" + longName + ".csv"), "x");
    const std::vector<std::function<void()>> walks{
        [&] { keptSnapshots(files.path("")); }, [&] { installedKeys(files.path("keys.d"), KeysFolder::Named); },
        [&] { readStatuses(files.path("")); }, [&] { readFolder(files.path("evidence")); },
        [&] { listEvidence(files.path("evidence")); }};
    int points = 0;
    for (const auto& walk : walks)
        for (const bool always : {false, true})
            for (long number = 1;; ++number) {
                const long alive = living;
                struck = false;
                forEver = always;
                countdown = number;
                try {
                    walk();
                } catch (const std::bad_alloc&) {
                }
                countdown = 0;
                forEver = false;
                EXPECT_EQ(living, alive) << "allocation " << number;
                if (!struck) break;
                ++points;
            }
    RecordProperty("points", points);
    EXPECT_GT(points, 50);
}

} // namespace
} // namespace sightline
