// What officers do to sheets: move, add, hide, sort, leave out.
#include <gtest/gtest.h>

#include "tests/support/import_docx.h"
#include "tests/support/register_files.h"
#include "tests/support/sheet_builder.h"

namespace sightline {
namespace {

using namespace sheets;

TEST(RegisterSheets, AreReadInAnyOrderOfColumnsAndRows) {
    const Imported wanted = importedBytes(good().bytes());
    Book book = good();
    for (auto& [name, rows] : book.sheets) {
        size_t widest = 0;
        for (const auto& row : rows) widest = std::max(widest, row.size());
        for (auto& row : rows) {
            row.resize(widest);
            std::ranges::reverse(row);
        }
        std::reverse(rows.begin() + 1, rows.end());
    }
    std::ranges::reverse(book.sheets);
    const Imported got = importedBytes(book.bytes());
    Checklist content = contentOf(got.checklist);
    EXPECT_EQ(content, contentOf(wanted.checklist));
}

TEST(RegisterSheets, KeepOutWhatIsNotTheirsAndSaySo) {
    Book book = good();
    book["Evidence"][0].emplace_back("Where filed");
    book["Evidence"][1].resize(18);
    book["Evidence"][1][17] = "Cupboard";
    book["Notes"] = {{"Mine"}};
    book["Read me"] = {{"How it goes round"}};
    book["Actions"].push_back({"", "", "", "", "", "", "", "", "a remark beside the table"});
    book["Actions"].push_back({number("9")});
    const Imported got = importedBytes(book.bytes());
    EXPECT_EQ(contentOf(got.checklist), contentOf(importedBytes(good().bytes()).checklist));
    EXPECT_EQ(got.report.skipped.size(), 4U) << got.report.text();
    EXPECT_TRUE(reports(got.report.skipped, "Evidence!R1", "not a column"));
    EXPECT_TRUE(reports(got.report.skipped, "register.xlsx, Notes", "not a sheet"));
    EXPECT_TRUE(reports(got.report.skipped, "register.xlsx, Actions", "1 row that only hold"));
    EXPECT_TRUE(reports(got.report.skipped, "Actions!A4", "empty but for its number"));
}

TEST(RegisterSheets, SayWhichColumnsAreMissing) {
    Book book = good();
    for (auto& row : book["Actions"])
        if (row.size() > 3) row[3] = "";
    const Imported got = importedBytes(book.bytes());
    EXPECT_TRUE(reports(got.report.unclear, "register.xlsx, Actions", "no column \u201COwner\u201D"));
    EXPECT_EQ(got.checklist.actions[0].owner, "");
}

TEST(RegisterSheets, AreReadWhereTheyAreHidden) {
    Book book = good();
    book.rowAttributes["Evidence!3"] = " hidden=\"1\"";
    book.columns["Evidence"] = "<cols><col min=\"9\" max=\"9\" hidden=\"1\"/></cols>";
    book.sheetAttributes["Actions"] = " state=\"hidden\"";
    const Imported got = importedBytes(book.bytes());
    EXPECT_EQ(contentOf(got.checklist), contentOf(importedBytes(good().bytes()).checklist));
    EXPECT_TRUE(reports(got.report.recognised, "Evidence", "1 row is hidden"));
    EXPECT_TRUE(reports(got.report.recognised, "Evidence", "some columns are hidden"));
    EXPECT_TRUE(reports(got.report.recognised, "Actions", "the sheet is hidden"));
}

TEST(RegisterSheets, NumberNewRowsAboveAllOthers) {
    Book book = good();
    book["Actions"].insert(book["Actions"].begin() + 1, {"", number("2"), "First of two new steps."});
    book["Actions"].push_back({number("40"), number("2"), "Old step."});
    book["Actions"].push_back({"", number("2"), "Second of two new steps."});
    const Imported got = importedBytes(book.bytes());
    std::vector<int> ids;
    for (const Action& action : got.checklist.actions) ids.push_back(action.id);
    EXPECT_EQ(ids, (std::vector{1, 40, 41, 42}));
    EXPECT_EQ(got.checklist.actions[2].text, "First of two new steps.");
}

TEST(RegisterSheets, AreRefusedWhereOneIsMissing) {
    Book book = good();
    std::erase_if(book.sheets, [](const auto& sheet) { return sheet.first == "Actions"; });
    const auto got = importBytes(book.bytes());
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().sentence.find("no sheet \u201CActions\u201D"), std::string::npos) << got.error().message();
    Book other;
    other["Budget"] = {{"Month", "Pounds"}};
    const auto foreign = importBytes(other.bytes());
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().kind, FailureKind::Foreign);
    EXPECT_NE(foreign.error().sentence.find("sightline template"), std::string::npos);
}

TEST(RegisterSheets, UseTheUsualScaleWhereTheyHaveNone) {
    Book book = good();
    std::erase_if(book.sheets, [](const auto& sheet) { return sheet.first == "Scale"; });
    const Imported got = importedBytes(book.bytes());
    EXPECT_EQ(got.checklist.scale, defaultScale());
    EXPECT_EQ(got.checklist.lines, defaultLines());
    EXPECT_TRUE(reports(got.report.unclear, "Scale", "the usual scale"));
}

TEST(RegisterSheets, TakeOneRegisterAtATime) {
    const TempFolder folder;
    const auto got = importSources({folder.write("a.xlsx", good().bytes()), folder.write("b.xlsx", good().bytes())});
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().message().find("b.xlsx: This is a second register"), std::string::npos);
}

} // namespace
} // namespace sightline
