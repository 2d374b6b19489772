#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sqlite3.h>
#include <sys/resource.h>

#include "data/database_apart.h"
#include "data/defaults.h"
#include "data/digest.h"
#include "data/verify.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

using testing::HasSubstr;

// The least a council's own database needs, in its own order and with its own types.
constexpr const char* kOwn = R"(
CREATE TABLE Checklist (authority VARCHAR(80), title NVARCHAR, id INT);
CREATE TABLE element (statement, title, number BIGINT, opinion TEXT);
CREATE TABLE position (text, element TEXT, id TEXT, changed_by TEXT);
CREATE TABLE evidence (id INTEGER PRIMARY KEY, line SMALLINT, name CHAR, covers NUMERIC, price REAL);
CREATE TABLE evidence_element (evidence, element, seat);
CREATE TABLE action (id INTEGER, text, element, due DATE);
INSERT INTO checklist VALUES ('Ownshire', 'Test of Assurance', 1);
INSERT INTO element VALUES ('In full', 'Short', 1, '2'), ('In full', 'Short', 4, NULL);
INSERT INTO position VALUES ('Second', '1', '12', 'me'), ('First', '4', '3', 'you');
INSERT INTO evidence VALUES (7, 3, 'Letter', 2024, 1.5), (2, 1, 'Plan', '2025-03', NULL);
INSERT INTO evidence_element VALUES (7, 1, 1), (2, 1, 2);
INSERT INTO action VALUES (1, 'Do it', 1, '2026-06-14');
)";

class PublishDatabase : public testing::Test {
protected:
    fs::path own(const std::string& more = "", const std::string& name = "own.db") {
        must(must(Database::create(files.path(name))).run(kOwn + more));
        return files.path(name);
    }

    [[nodiscard]] Result<PublishReport> go(const fs::path& database) const {
        return publishDatabase(database, files.path("snapshot.db"), SnapshotFiles::publisher());
    }

    [[nodiscard]] std::string refusal(const fs::path& database) const {
        const auto report = go(database);
        EXPECT_FALSE(fs::exists(files.path("snapshot.db")));
        if (report) return "nothing refused";
        const std::string message = report.error().message();
        return message.starts_with(database.string()) ? message.substr(database.string().size()) : message;
    }

    [[nodiscard]] Checklist result(const fs::path& database) const {
        must(go(database));
        return must(openVerified(files.path("snapshot.db"))).snapshot.checklist;
    }

    SnapshotFiles files;
};

TEST_F(PublishDatabase, ReadsTheDocumentedTablesOfAnother) {
    const Checklist list = result(own());
    EXPECT_EQ(list.authority, "Ownshire");
    EXPECT_EQ(list.scale, defaultScale());
    EXPECT_EQ(list.lines, defaultLines());
    ASSERT_EQ(list.elements.size(), 2U);
    EXPECT_EQ(list.elements[0].opinion, 2);
    EXPECT_EQ(list.elements[1].opinion, 0);
    ASSERT_EQ(list.positions.size(), 2U);
    EXPECT_EQ(list.positions[0].text, "First"); // by id, which is the reading order
    EXPECT_EQ(list.evidence[1].covers, (PartialDate{2024, 0, 0}));
    EXPECT_EQ(list.evidence[0].covers, (PartialDate{2025, 3, 0}));
    EXPECT_EQ(list.actions[0].status, ActionStatus::Open);
    EXPECT_EQ(list.actions[0].owner, "");
}

TEST_F(PublishDatabase, SaysWhereRowsCameFrom) {
    const auto database = own();
    Blake2b<32> hash;
    hash.add(readBytes(database));
    const Checklist list = result(database);
    ASSERT_EQ(list.sources.size(), 1U);
    EXPECT_EQ(list.sources[0], (SourceDocument{1, "own.db", "database", hexadecimal(hash.finish()),
                                               static_cast<std::int64_t>(fs::file_size(database))}));
    EXPECT_EQ(list.positions[0].place, (Place{1, "table position, row 3"}));
    EXPECT_EQ(list.links[0].place, (Place{1, "table evidence_element, row 7"}));
    EXPECT_EQ(list.place, (Place{1, "table checklist, row 1"}));
}

TEST_F(PublishDatabase, KeepsTheSourcesThatAreThere) {
    const Checklist list = result(files.plain("UPDATE source SET id = id"));
    ASSERT_EQ(list.sources.size(), 3U);
    EXPECT_EQ(list.sources[2].id, 3);
    EXPECT_EQ(list.sources[2].kind, "database");
    EXPECT_EQ(list.elements[0].place, exampleChecklist().elements[0].place);
    EXPECT_EQ(list.positions[1].place, (Place{3, "table position, row 2"}));
}

TEST_F(PublishDatabase, TakesADatabaseOfTheSchemaWithoutMeta) {
    const Checklist list = result(files.plain("DELETE FROM meta"));
    EXPECT_EQ(list.scale, exampleChecklist().scale);
    EXPECT_EQ(list.kinds, exampleChecklist().kinds);
    EXPECT_EQ(list.culture[1].place, (Place{3, "table culture, row 2"}));
}

TEST_F(PublishDatabase, LeavesEverythingElseInItAlone) {
    const Checklist list = result(own(R"(
CREATE TABLE salaries (name, pounds); INSERT INTO salaries VALUES ('x', 1);
CREATE VIEW culture AS SELECT 1 AS id, name AS text FROM salaries;
CREATE TRIGGER t AFTER INSERT ON action BEGIN DELETE FROM action; END;
CREATE INDEX i ON action (due) WHERE length(text) > 0;
CREATE VIRTUAL TABLE search USING fts5(x);
CREATE TABLE wide (a CHECK (length(a) > 0 AND a LIKE '%a%'));
)"));
    EXPECT_TRUE(list.culture.empty()); // a view is no table
    EXPECT_EQ(list.actions.size(), 1U);
}

TEST_F(PublishDatabase, NamesTheMissingTableOrColumn) {
    for (const char* table : {"checklist", "element", "position", "evidence", "evidence_element", "action"})
        EXPECT_EQ(refusal(own("DROP TABLE " + std::string(table), std::string(table) + ".db")),
                  ": The table " + std::string(table) + " is missing.");
    EXPECT_EQ(refusal(own("ALTER TABLE evidence DROP COLUMN name", "a.db")),
              ", table evidence: The column name is missing.");
    EXPECT_EQ(refusal(own("ALTER TABLE position DROP COLUMN id", "b.db")),
              ", table position: The column id is missing.");
    EXPECT_EQ(refusal(own("ALTER TABLE action RENAME TO a; CREATE VIEW action AS SELECT * FROM a", "c.db")),
              ": The table action is missing.");
    EXPECT_EQ(refusal(own("DROP TABLE action; CREATE VIRTUAL TABLE action USING fts5(id, element, text)", "d.db")),
              ": The table action is missing.");
    EXPECT_EQ(refusal(own("ALTER TABLE action DROP COLUMN text; ALTER TABLE action ADD COLUMN text AS ('x')", "e.db")),
              ", table action: The column text is missing.");
}

TEST_F(PublishDatabase, NamesTheWrongValue) {
    struct Case {
        const char* sql;
        const char* message;
    };
    const Case cases[] = {
        {"UPDATE action SET due = '14.06.2026'",
         ", table action, row 1, column due: \"14.06.2026\" is not a date written YYYY-MM-DD, YYYY-MM or YYYY."},
        {"UPDATE action SET due = '2026-02-30'",
         ", table action, row 1, column due: \"2026-02-30\" is not a date written YYYY-MM-DD, YYYY-MM or YYYY."},
        {"UPDATE position SET id = 'first' WHERE id = '3'",
         ", table position, the row with id \"first\", column id: This is not a whole number."},
        {"UPDATE evidence SET name = NULL WHERE id = 7",
         ", table evidence, row 7, column name: There is no value, but one is needed."},
        {"UPDATE evidence SET line = 4 WHERE id = 7",
         ", table evidence, row 7, column line: The number 4 is not between 1 and 3."},
        {"UPDATE evidence SET name = x'00' WHERE id = 7", ", table evidence, row 7, column name: This is not text."},
        {"UPDATE evidence SET covers = 20.5 WHERE id = 7", ", table evidence, row 7, column covers: This is not text."},
        {"UPDATE evidence_element SET evidence = 8 WHERE evidence = 7",
         ", table evidence_element, evidence 8, element 1, column evidence: There is no row 8 in the table evidence."},
        {"INSERT INTO evidence_element VALUES (7, 1, 3)",
         ", table evidence_element, evidence 7, element 1: This evidence is named twice for this element."},
        {"UPDATE element SET number = 0 WHERE number = 4",
         ", table element, row 0, column number: The number 0 is not between 1 and 2147483647."},
        {"UPDATE element SET opinion = 'Limited'",
         ", table element, row 1, column opinion: This is not a whole number."},
        {"INSERT INTO checklist VALUES ('a', 'b', 2)", ", table checklist: The table has more than 1 rows."},
        {"ALTER TABLE action ADD COLUMN status; UPDATE action SET status = 'late'",
         ", table action, row 1, column status: \"late\" is not one of: open, in progress, done."},
        {"ALTER TABLE evidence ADD COLUMN source; UPDATE evidence SET source = 5 WHERE id = 2",
         ", table evidence, row 2, column source: There is no row 5 in the table source."},
        {"CREATE TABLE line (id, word, stale_after_months); INSERT INTO line VALUES (1, 'Own', 12)",
         ", table line: The table must have exactly the rows 1, 2 and 3."},
    };
    int number = 0;
    for (const Case& row : cases)
        EXPECT_EQ(refusal(own(row.sql, std::to_string(number++) + ".db")), row.message) << row.sql;
}

TEST_F(PublishDatabase, RefusesWhatIsNoDatabase) {
    writeBytes(files.path("text.db"), std::string(5'000, 'x'));
    EXPECT_EQ(refusal(files.path("text.db")), ": This is not a SQLite database.");
    EXPECT_EQ(refusal(files.path("missing.db")), ": There is no such file or folder.");
    writeBytes(files.path("empty.db"), "");
    EXPECT_EQ(refusal(files.path("empty.db")), ": The table checklist is missing.");
    std::string damaged = readBytes(own());
    for (size_t at = 4'096; at < damaged.size(); at += 4'096) damaged.replace(at, 16, 16, '\xff');
    writeBytes(files.path("damaged.db"), damaged);
    EXPECT_THAT(refusal(files.path("damaged.db")), HasSubstr("damaged"));
}

TEST_F(PublishDatabase, RefusesATableThatIsDamaged) {
    const auto database = files.plain("");
    SnapshotFiles::breakIndex(database);
    EXPECT_EQ(refusal(database), ", table opinion: SQLite finds the table damaged.");
}

TEST_F(PublishDatabase, ReadsWhatIsStillInTheWriteAheadLog) {
    const auto database = own();
    sqlite3* writer = nullptr; // a program that has the database open
    ASSERT_EQ(sqlite3_open(database.c_str(), &writer), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(writer, "PRAGMA journal_mode=WAL; UPDATE checklist SET authority = 'Logshire'", nullptr,
                           nullptr, nullptr),
              SQLITE_OK);
    ASSERT_GT(fs::file_size(files.path("own.db-wal")), 0U);
    const auto report = go(database);
    const std::string untouched = readBytes(files.path("own.db-wal"));
    sqlite3_close(writer);
    ASSERT_TRUE(report) << report.error().message();
    EXPECT_EQ(must(openVerified(files.path("snapshot.db"))).snapshot.checklist.authority, "Logshire");
    EXPECT_FALSE(untouched.empty());
}

TEST_F(PublishDatabase, RefusesAJournalThatStillMatters) {
    const auto database = own();
    writeBytes(files.path("own.db-journal"),
               std::string("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8) + std::string(504, '\0'));
    EXPECT_THAT(refusal(database), HasSubstr("was interrupted"));
    writeBytes(files.path("own.db-journal"), std::string(512, '\0')); // what journal_mode=PERSIST leaves
    EXPECT_TRUE(go(database));
}

TEST_F(PublishDatabase, PublishesASnapshotAgainOnlyWhole) {
    const auto snapshot = files.published("one.db");
    must(publishDatabase(snapshot, files.path("two.db"), SnapshotFiles::publisher()));
    EXPECT_EQ(must(openVerified(files.path("two.db"))).snapshot.checklist, exampleChecklist());
    std::string damaged = readBytes(snapshot);
    damaged[5'000] = static_cast<char>(damaged[5'000] ^ 1);
    writeBytes(files.path("one.db"), damaged);
    EXPECT_THAT(refusal(files.path("one.db")), HasSubstr("does not match the seal"));
}

TEST_F(PublishDatabase, NeverPublishesOverItsOwnSource) {
    const auto database = own();
    const std::string before = readBytes(database);
    const auto refused = publishDatabase(database, database, SnapshotFiles::publisher());
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().sentence, HasSubstr("not overwritten"));
    EXPECT_EQ(readBytes(database), before);
}

TEST_F(PublishDatabase, ReadsUtf16) {
    const auto file = files.path("wide.db");
    sqlite3* writer = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &writer), SQLITE_OK);
    ASSERT_EQ(
        sqlite3_exec(
            writer,
            ("PRAGMA encoding='UTF-16le';" + std::string(kOwn) + "UPDATE checklist SET title = 'Prüfung’';").c_str(),
            nullptr, nullptr, nullptr),
        SQLITE_OK);
    sqlite3_close(writer);
    EXPECT_EQ(result(file).title, "Prüfung’");
}

// What a hostile database could do to SQLite it does to a child that sees nothing but its copy.
TEST_F(PublishDatabase, IsReadInAProcessOfItsOwn) {
    const auto database = own();
    fs::create_directory(files.path("apart"));
    const auto copy = files.path("apart/copy.db");
    fs::copy_file(database, copy);
    const auto children = [] {
        rusage used{};
        ::getrusage(RUSAGE_CHILDREN, &used);
        return used.ru_minflt;
    };
    const long before = children();
    const auto content = readDatabaseApart(copy, database.string());
    ASSERT_TRUE(content) << content.error().message();
    EXPECT_EQ(content->checklist.authority, "Ownshire");
    EXPECT_GT(children(), before);
    // It sees that folder only.
    fs::remove(copy);
    fs::create_symlink(database, copy);
    const auto elsewhere = readDatabaseApart(copy, database.string());
    ASSERT_FALSE(elsewhere);
    EXPECT_EQ(elsewhere.error().place, database.string());
}

} // namespace
} // namespace sightline
