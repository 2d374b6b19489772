#include "data/snapshot.h"

#include <gtest/gtest.h>

#include "data/defaults.h"
#include "data/verify.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

std::string refusal(const std::string& sql) {
    SnapshotFiles files;
    const auto file = files.sealed(sql);
    const auto taken = takeSnapshot(file, files.state());
    if (taken) return "nothing refused";
    const std::string message = taken.error().message();
    return message.starts_with(file.string()) ? message.substr(file.string().size()) : "no place: " + message;
}

// Lets rows in that the tables' own CHECK rules refuse, as a hostile file may hold them.
const std::string kAnything = "PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON; ";

TEST(Snapshot, RoundTripKeepsEverything) {
    SnapshotFiles files;
    const auto snapshot = must(openVerified(files.sealed(""))).snapshot;
    EXPECT_EQ(snapshot.checklist, exampleChecklist());
    EXPECT_EQ(snapshot.meta, (Meta{3, 1, "2026-06-14T09:00:00Z", "sightline test", "northmoor-council"}));
    EXPECT_EQ(snapshot.digest.size(), 128U);
    EXPECT_FALSE(snapshot.sample);
}

TEST(Snapshot, RoundTripKeepsTheLeast) {
    Checklist list;
    list.title = "T";
    list.authority = "A";
    list.scale = defaultScale();
    list.lines = defaultLines();
    list.elements = {{3, "One", "One", 0, "", {}, "", {}}};
    SnapshotFiles files;
    must(publish(list, files.path("least.db"), SnapshotFiles::publisher()));
    EXPECT_EQ(must(openVerified(files.path("least.db"))).snapshot.checklist, list);
}

TEST(Snapshot, RowsComeInReadingOrder) {
    SnapshotFiles files;
    const auto file = files.sealed("UPDATE opinion SET rank = 90 - rank; UPDATE evidence_element SET seat = 9 - seat;");
    const Checklist list = must(openVerified(file)).snapshot.checklist;
    EXPECT_EQ(list.scale.front().word, "Not assessed");
    EXPECT_EQ(list.links.front().evidence, 2);
    EXPECT_EQ(list.links.front().seat, 7);
}

TEST(Snapshot, SameInputGivesSameBytes) {
    SnapshotFiles files;
    EXPECT_EQ(readBytes(files.published("a.db")), readBytes(files.published("b.db")));
}

TEST(Snapshot, RefusesRowsNamingTableRowAndCause) {
    EXPECT_EQ(refusal("UPDATE action SET due = '31/12/2026' WHERE id = 3"),
              ", table action, row 3, column due: \"31/12/2026\" is not a date written YYYY-MM-DD, YYYY-MM or YYYY.");
    EXPECT_EQ(refusal("UPDATE evidence SET name = x'ff00' WHERE id = 5"),
              ", table evidence, row 5, column name: This is not text.");
    EXPECT_EQ(refusal("UPDATE evidence SET name = CAST(x'ff61' AS TEXT) WHERE id = 5"),
              ", table evidence, row 5, column name: The text is not valid UTF-8.");
    EXPECT_EQ(refusal("UPDATE evidence SET link = 'file:///etc/passwd' WHERE id = 1"),
              ", table evidence, row 1, column link: Only addresses that begin with http:// or https:// are links.");
    EXPECT_EQ(refusal("UPDATE position SET text = printf('%20001c', 'x') WHERE id = 1"),
              ", table position, row 1, column text: The text has 20001 characters; at most 20000 are allowed here.");
    EXPECT_EQ(refusal("UPDATE position SET text = printf('%90000c', 'x') WHERE id = 1"),
              ", table position, row 1, column text: The text is longer than 20000 characters.");
    EXPECT_EQ(refusal("UPDATE action SET id = 99999999999 WHERE id = 1"),
              ", table action, row 99999999999, column id: The number 99999999999 is not between 0 and 2147483647.");
    EXPECT_EQ(refusal("UPDATE element SET opinion_reason = 'a' || char(8238) WHERE number = 2"),
              ", table element, row 2, column opinion_reason: The text holds a character that turns the direction of "
              "writing (U+202E).");
    EXPECT_EQ(refusal("DELETE FROM opinion WHERE colour_role = 'none'"),
              ", table opinion: One row must have the colour role none: it stands for elements without an opinion.");
    EXPECT_EQ(refusal("UPDATE evidence SET line = 1; DELETE FROM line WHERE id = 3"),
              ", table line: The table must have exactly the rows 1, 2 and 3.");
    EXPECT_EQ(refusal("DELETE FROM checklist"), ", table checklist: The table has no row; it needs one.");
    EXPECT_EQ(refusal("DELETE FROM meta"), ", table meta: The table has no row; it needs one.");
    EXPECT_EQ(refusal("UPDATE meta SET created = 'yesterday'"),
              ", table meta, row 1, column created: A time in UTC such as 2026-06-14T09:30:00Z is needed.");
    EXPECT_EQ(refusal("UPDATE evidence_element SET seat = 1.5 WHERE evidence = 2"),
              ", table evidence_element, evidence 2, element 1, column seat: This is not a whole number.");
}

TEST(Snapshot, RefusesRowsThatBreakTheTablesOwnRules) {
    EXPECT_EQ(refusal(kAnything + "DELETE FROM kind WHERE id = 1"),
              ", table evidence, row 1: The row points at a row of the table kind that is not there.");
    // Newer versions of SQLite see these themselves, older ones leave them to the row rules.
    for (const char* sql :
         {"UPDATE action SET status = 'later' WHERE id = 1", "UPDATE opinion SET shape = 'star' WHERE id = 1",
          "UPDATE opinion SET colour_role = 'pink' WHERE id = 5", "UPDATE evidence SET line_guessed = 2",
          "UPDATE line SET stale_after_months = 0", "UPDATE element SET number = 7 WHERE number = 6"})
        EXPECT_NE(refusal(kAnything + sql), "nothing refused") << sql;
}

TEST(Snapshot, RefusesMoreRowsThanAllowed) {
    EXPECT_EQ(refusal("WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 1200)"
                      " INSERT INTO kind SELECT i, 'kind ' || i FROM n"),
              ", table kind: The table has more than 1000 rows.");
}

} // namespace
} // namespace sightline
