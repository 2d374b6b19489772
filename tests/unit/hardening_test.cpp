#include "data/hardening.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "data/schema.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

bool runs(const Database& database, const std::string& sql) {
    auto query = Query::prepare(database, sql);
    return query && query->step();
}

TEST(Hardening, ReadsTablesAndNothingElse) {
    SnapshotFiles files;
    const auto plain = files.plain("CREATE TABLE other (x); CREATE VIEW v AS SELECT * FROM action;");
    Database database = must(Database::openImmutable(plain, "a.db"));
    EXPECT_TRUE(runs(database, "SELECT * FROM other"));
    must(harden(database, SchemaKind::Snapshot));
    allowOnly(database, Access::ReadTables);
    EXPECT_TRUE(runs(database, "SELECT id, text FROM action"));
    for (const char* sql :
         {"SELECT * FROM other", "SELECT * FROM v", "SELECT * FROM sqlite_schema", "SELECT length(text) FROM action",
          "PRAGMA integrity_check", "PRAGMA query_only=OFF", "DELETE FROM action", "CREATE TABLE t (x)",
          "ATTACH 'x.db' AS x", "SELECT load_extension('x')",
          "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
          "SELECT * FROM pragma_table_list", "VACUUM"})
        EXPECT_FALSE(runs(database, sql)) << sql;
}

TEST(Hardening, ChecksOnlyWhileChecking) {
    SnapshotFiles files;
    Database database = must(Database::openImmutable(files.plain(""), "a.db"));
    must(harden(database, SchemaKind::Snapshot));
    allowOnly(database, Access::CheckSnapshot);
    EXPECT_TRUE(runs(database, "PRAGMA integrity_check(1)"));
    EXPECT_TRUE(runs(database, "PRAGMA foreign_key_check"));
    EXPECT_FALSE(runs(database, "PRAGMA table_list"));
    EXPECT_FALSE(runs(database, "PRAGMA writable_schema=ON"));
    allowOnly(database, Access::ReadTables);
    EXPECT_FALSE(runs(database, "PRAGMA foreign_key_check"));
}

// A query without an end.
Result<bool> countForEver(const Database& database) {
    auto query = Query::prepare(
        database, "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r");
    if (!query) return tl::unexpected(query.error());
    return query->step();
}

TEST(Hardening, EndsWhatTakesTooLong) {
    Database database = must(Database::inMemory());
    const TimeLimit limit(database, std::chrono::milliseconds(20));
    const auto ended = countForEver(database);
    ASSERT_FALSE(ended);
    EXPECT_EQ(ended.error().sentence, "Checking the database took too long, so it was refused.");
    EXPECT_FALSE(countForEver(database)); // what is started after the end is ended too
}

TEST(Hardening, EndsWhatAsksNoProgressHandler) {
    Database database = must(Database::inMemory());
    const TimeLimit limit(database, std::chrono::milliseconds(20));
    // Older versions of SQLite do not call it while they walk a tree.
    sqlite3_progress_handler(database.handle(), 0, nullptr, nullptr);
    EXPECT_FALSE(countForEver(database));
    EXPECT_FALSE(countForEver(database));
}

TEST(Hardening, LetsGoInTime) {
    Database database = must(Database::inMemory());
    { const TimeLimit limit(database, std::chrono::hours(1)); }
    EXPECT_TRUE(runs(database, "SELECT 1"));
}

} // namespace
} // namespace sightline
