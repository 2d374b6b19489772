// What SQLite notices beside its answers reaches the wall's log, in a process that has not used SQLite yet.
#include "app/sqlite_log.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace sightline {
namespace {

TEST(SqliteLogDeathTest, SaysWhatSqliteNotices) {
    GTEST_FLAG_SET(death_test_style, "threadsafe"); // started anew, as SQLite can be set up only once
    const auto noticeSomething = [] {
        Log log;
        if (!initialiseSqlite(earOf(log))) std::exit(1);
        const auto database = Database::inMemory();
        if (!database || Query::prepare(*database, "SELECT whatever")) std::exit(2);
        std::exit(0);
    };
    EXPECT_EXIT(noticeSomething(), testing::ExitedWithCode(0),
                "sightline: SQLite notices: .*no such column: whatever.*\\.\n");
}

} // namespace
} // namespace sightline
