#include "data/schema.h"

#include <gtest/gtest.h>

#include "data/digest.h"

namespace sightline {
namespace {

Database withSchema(const std::string& sql) {
    auto database = Database::inMemory();
    if (!database || !createSchema(*database) || !database->run(sql)) throw std::runtime_error("the SQL does not run");
    return std::move(*database);
}

std::string refusal(const std::string& sql) {
    const auto fine = checkSchema(withSchema(sql));
    return fine ? "nothing refused" : fine.error().sentence;
}

// Every snapshot out there holds these statements. Comments may change; for anything else there must be a format 3.
TEST(Schema, StatementsAreThoseOfFormat3) {
    Blake2b<32> hash;
    hash.add(schemaStatements());
    EXPECT_EQ(hexadecimal(hash.finish()), "f1b5f85634842df32985b32860694d4635093f28aeb8161fc9992efad6b7636a");
    EXPECT_EQ(schemaStatements().find("--"), std::string::npos);
    EXPECT_NE(schemaStatements().find("'in progress'"), std::string::npos);
}

TEST(Schema, ListsItsTablesAndColumnsAsTheyAre) {
    const Database database = withSchema("");
    for (const Table& table : contentTables()) {
        auto query = Query::prepare(database, "PRAGMA table_info(" + std::string(table.name) + ")");
        ASSERT_TRUE(query);
        for (const Column& column : table.columns) {
            ASSERT_TRUE(query->step().value()) << table.name << "." << column.name;
            EXPECT_EQ(query->text(1), column.name);
            // Needed is what may not be NULL, has no default and is not made by SQLite itself.
            const bool key = query->integer(5) != 0;
            EXPECT_EQ(column.required, key || (query->integer(3) != 0 && query->type(4) == ValueType::Null))
                << column.name;
        }
        EXPECT_FALSE(query->step().value()) << table.name;
    }
    EXPECT_TRUE(isDocumentedTable("Evidence_Element"));
    EXPECT_TRUE(isDocumentedTable("meta"));
    EXPECT_FALSE(isDocumentedTable("sqlite_schema"));
}

TEST(Schema, RefusesEverythingElse) {
    EXPECT_EQ(refusal(""), "nothing refused");
    EXPECT_EQ(refusal("CREATE TABLE extra (x)"),
              "The file holds the \"table\" \"extra\", which no Sightline snapshot has.");
    EXPECT_EQ(refusal("CREATE VIEW v AS SELECT 1"),
              "The file holds the \"view\" \"v\", which no Sightline snapshot has.");
    EXPECT_EQ(refusal("CREATE TRIGGER t AFTER INSERT ON kind BEGIN DELETE FROM kind; END"),
              "The file holds the \"trigger\" \"t\", which no Sightline snapshot has.");
    EXPECT_EQ(refusal("CREATE INDEX i ON action (due)"),
              "The file holds the \"index\" \"i\", which no Sightline snapshot has.");
    EXPECT_EQ(refusal("CREATE VIRTUAL TABLE f USING fts5(x)").substr(0, 29), "The file holds the \"table\" \"f");
    EXPECT_EQ(refusal("ALTER TABLE action ADD COLUMN cost"), "The table \"action\" is not built as a snapshot has it.");
    EXPECT_EQ(refusal("DROP TABLE kind; CREATE TABLE kind (id INTEGER PRIMARY KEY, word TEXT)"),
              "The table \"kind\" is not built as a snapshot has it.");
    EXPECT_EQ(refusal("DROP TABLE culture"), "The table \"culture\" is missing.");
    EXPECT_NE(refusal("ANALYZE; INSERT INTO kind VALUES (1, 'a'); ANALYZE"), "nothing refused");
}

} // namespace
} // namespace sightline
