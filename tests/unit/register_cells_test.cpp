// Each cell that is wrong is named, with what is expected in it; what can be understood is taken.
#include <functional>

#include <gtest/gtest.h>

#include "tests/support/import_docx.h"
#include "tests/support/register_files.h"
#include "tests/support/sheet_builder.h"

namespace sightline {
namespace {

using namespace sheets;

struct Wrong {
    const char* what;
    const char* sheet;
    size_t row; // as the sheet counts
    size_t column;
    Cell cell;
    const char* place;
    const char* sentence;
};

class WrongCell : public testing::TestWithParam<Wrong> {};

Book with(const char* sheet, size_t row, size_t column, const Cell& cell) {
    Book book = good();
    Rows& rows = book[sheet];
    if (rows.size() < row) rows.resize(row);
    if (rows[row - 1].size() < column) rows[row - 1].resize(column);
    rows[row - 1][column - 1] = cell;
    return book;
}

TEST_P(WrongCell, IsNamedWithWhatIsExpected) {
    const Wrong& wrong = GetParam();
    const auto got = importBytes(with(wrong.sheet, wrong.row, wrong.column, wrong.cell).bytes());
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().kind, FailureKind::BadContent);
    const std::string message = got.error().message();
    EXPECT_NE(message.find("register.xlsx"), std::string::npos) << message;
    const size_t place = message.find(std::string(wrong.place) + ": ");
    ASSERT_NE(place, std::string::npos) << message;
    const std::string line = message.substr(place, message.find('\n', place) - place);
    EXPECT_NE(line.find(wrong.sentence), std::string::npos) << message;
    EXPECT_EQ(got.error().sentence.back(), '.');
}

INSTANTIATE_TEST_SUITE_P(
    All, WrongCell,
    testing::Values(
        Wrong{"NoTitle", "About", 2, 3, "", "About!C2", "something is expected"},
        Wrong{"OtherFact", "About", 4, 2, "Date", "About!B4", "write Title, Council"},
        Wrong{"FactTwice", "About", 4, 2, "Council", "About!B4", "stands in About!A3 too"},
        Wrong{"PositionDate", "About", 4, 3, "soon", "About!C4", "is not a date"},
        Wrong{"NoRole", "About", 5, 4, "", "About!D5", "something is expected"},
        Wrong{"ElementNumber", "Elements", 2, 1, number("7"), "Elements!A2", "from 1 to 6"},
        Wrong{"ElementTwice", "Elements", 3, 1, number("1"), "Elements!A3", "is there twice"},
        Wrong{"NoStatement", "Elements", 2, 3, "", "Elements!C2", "something is expected"},
        Wrong{"OpinionWord", "Elements", 2, 4, "Amber", "Elements!D2", "write Good, Limited or Not assessed"},
        Wrong{"OpinionDate", "Elements", 2, 6, "31 June 2024", "Elements!F2", "is not a date"},
        Wrong{"RoleOfTwoLines", "Elements", 2, 7, "One\nTwo", "Elements!G2", "one line is expected"},
        Wrong{"NoElement", "Positions", 2, 2, "", "Positions!B2", "1 to 6, is expected"},
        Wrong{"OtherElement", "Positions", 2, 2, number("5"), "Positions!B2", "no element 5"},
        Wrong{"HalfAnElement", "Positions", 2, 2, number("1.5"), "Positions!B2", "a whole number"},
        Wrong{"NoText", "Positions", 2, 3, "", "Positions!C2", "something is expected"},
        Wrong{"LongText", "Positions", 2, 3, std::string(20'001, 'x'), "Positions!C2", "at most 20000"},
        Wrong{"IdTwice", "Evidence", 3, 1, number("1"), "Evidence!A3", "stands in Evidence!A2 too"},
        Wrong{"IdWord", "Evidence", 3, 1, "new", "Evidence!A3", "a whole number"},
        Wrong{"NoName", "Evidence", 3, 2, "", "Evidence!B3", "something is expected"},
        Wrong{"Tick", "Evidence", 3, 3, "perhaps", "Evidence!C3", "is no tick"},
        Wrong{"TickElsewhere", "Evidence", 3, 8, "x", "Evidence!H3", "no element 6"},
        Wrong{"Line", "Evidence", 3, 10, "Second", "Evidence!J3", "write Management, Oversight or Independent"},
        Wrong{"Covers", "Evidence", 3, 13, number("45457"), "Evidence!M3", "is not a date"},
        Wrong{"Link", "Evidence", 3, 15, "www.example.org", "Evidence!O3", "https://"},
        Wrong{"Marking", "Evidence", 3, 16, std::string(101, 'x'), "Evidence!P3", "at most 100"},
        Wrong{"File", "Evidence", 3, 17, "C:\\reports\\a.pdf", "Evidence!Q3", "without its folders"},
        Wrong{"ErrorCell", "Evidence", 3, 12, error("#REF!"), "Evidence!L3", "#REF!"},
        Wrong{"Status", "Actions", 2, 6, "late", "Actions!F2", "write open, in progress or done"},
        Wrong{"Due", "Actions", 2, 5, "TBC", "Actions!E2", "a day such as 14/06/2024"},
        Wrong{"Rank", "Scale", 2, 3, "best", "Scale!C2", "a whole number"},
        Wrong{"Colour", "Scale", 2, 4, "green", "Scale!D2", "write good, fair"},
        Wrong{"Shape", "Scale", 2, 5, "", "Scale!E2", "a shape is expected"},
        Wrong{"NoNone", "Scale", 4, 4, "poor", "Scale", "needs the colour"},
        Wrong{"LineTwice", "Scale", 3, 7, number("1"), "Scale!G3", "is there twice"},
        Wrong{"StaleAfter", "Scale", 3, 9, number("0"), "Scale!I3", "from 1 to 240"},
        Wrong{"HeaderTwice", "Actions", 1, 8, "Owner", "Actions!H1", "is there twice"},
        Wrong{"HeaderMissing", "Actions", 1, 3, "", "Actions!A1", "no column \u201CText\u201D"}),
    [](const auto& test) { return std::string(test.param.what); });

TEST(RegisterCells, AreAllNamedAtOnce) {
    Book book = good();
    for (int row = 0; row < 30; ++row) book["Actions"].push_back({"", number("1"), "Step", "", "soon"});
    book["Elements"][1][3] = "Amber";
    const auto got = importBytes(book.bytes());
    ASSERT_FALSE(got);
    const std::string& sentence = got.error().sentence;
    EXPECT_TRUE(sentence.starts_with("These 31 cells need to be corrected.\n  Elements!D2: ")) << sentence;
    EXPECT_NE(sentence.find("\n  Actions!E3: "), std::string::npos);
    EXPECT_TRUE(sentence.ends_with("\n  and 11 more.")) << sentence;
}

TEST(RegisterCells, TakeTicksOfManyKinds) {
    Book book = good();
    for (const Cell& tick : {Cell("x"), Cell("X"), Cell("yes"), Cell("\u2713"), Cell("TRUE"), truth(true), number("7"),
                             Cell("8"), Cell("no"), Cell("-"), truth(false), number("0"), Cell(" ")})
        book["Evidence"].push_back({"", "Item", "", tick, "", "", "", "", "", "Management"});
    const Imported got = importedBytes(book.bytes());
    std::vector<int> seats;
    for (const EvidenceLink& link : got.checklist.links)
        if (link.element == 2) seats.push_back(link.seat);
    EXPECT_EQ(seats, (std::vector{7, 8, 9, 10, 11, 12, 13, 14, 15})) << "numbers keep their place, ticks come after";
    EXPECT_EQ(std::ranges::count_if(got.report.unclear, [](const auto& e) { return e.why == "supports no element"; }),
              5);
}

TEST(RegisterCells, TakeDatesAsTheyAreShown) {
    Book book = good();
    const std::vector<std::pair<Cell, PartialDate>> dates = {
        {number("45457", 1), {2024, 6, 14}},
        {number("45457.75", 1), {2024, 6, 14}},
        {number("45444", 2), {2024, 6, 0}},
        {number("45292", 4), {2024, 0, 0}},
        {"June 2024", {2024, 6, 0}},
        {"2024-06", {2024, 6, 0}},
        {"2024", {2024, 0, 0}},
        {number("2024"), {2024, 0, 0}},
        {number("2024", 1), {2024, 0, 0}},
        {"14/06/2024", {2024, 6, 14}},
        {"1905-07-16", {1905, 7, 16}},
        {Cell(" t=\"d\"", "<v>2024-06-14T00:00:00</v>"), {2024, 6, 14}},
        {"", {}}};
    for (const auto& [cell, date] : dates) book["Actions"].push_back({"", number("1"), "Step", "", cell});
    const Imported got = importedBytes(book.bytes());
    for (size_t i = 0; i < dates.size(); ++i) EXPECT_EQ(got.checklist.actions[i + 1].due, dates[i].second) << i;
}

TEST(RegisterCells, CountFrom1904WhereTheWorkbookDoes) {
    const auto bytes = [](const Book& book, const char* properties) {
        auto parts = book.parts();
        for (auto& [name, xml] : parts)
            if (name == "xl/workbook.xml") xml.insert(xml.find("<sheets>"), properties);
        return zipOf(parts);
    };
    const Imported got = importedBytes(bytes(good(), "<workbookPr date1904=\"1\"/>"));
    EXPECT_EQ(got.checklist.positionDate, (PartialDate{2028, 6, 15}));
}

TEST(RegisterCells, TakeNumbersAndTruthsAsTheWordsTheyShow) {
    Book book = good();
    book["Actions"].push_back({"", number("1"), number("2024"), number("0.5", 3)});
    book["Actions"].push_back({"", number("1"), truth(true), number("-12.25")});
    book["Actions"].push_back({"", number("1"), number("45457", 1)});
    const Imported got = importedBytes(book.bytes());
    EXPECT_EQ(texts(got.checklist.actions),
              (std::vector<std::string>{"1: Renew the plan.", "1: 2024", "1: TRUE", "1: 14 June 2024"}));
    EXPECT_EQ(got.checklist.actions[1].owner, "50%");
    EXPECT_EQ(got.checklist.actions[2].owner, "-12.25");
}

TEST(RegisterCells, TakeTheLastResultOfAFormulaAndSaySo) {
    Book book = good();
    book["Actions"][1][3] = formula("Head of Practice");
    book["Actions"][1].resize(7);
    book["Actions"][1][6] = {"", "<f>TODAY()</f>"};
    const Imported got = importedBytes(book.bytes());
    EXPECT_EQ(got.checklist.actions[0].owner, "Head of Practice");
    EXPECT_TRUE(reports(got.report.recognised, "Actions!D2", "last result was taken"));
    EXPECT_TRUE(reports(got.report.unclear, "Actions!G2", "formula without a result"));
}

TEST(RegisterCells, LoseOnlyWhatASnapshotCannotHold) {
    Book book = good();
    book["Actions"][1][2] = "One\r\nTwo\t\u202Eend\u2028next_x0007__x005F_x0041_";
    const Imported got = importedBytes(book.bytes());
    EXPECT_EQ(got.checklist.actions[0].text, "One\nTwo end next_x0041_");
}

TEST(RegisterCells, PutRichTextTogether) {
    Book book = good();
    book["Actions"][1][2] = {" t=\"inlineStr\"", "<is><r><rPr><b/></rPr><t>Re</t></r><r><t xml:space=\"preserve\">new "
                                                 "</t></r><r><t>it</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></is>"};
    EXPECT_EQ(importedBytes(book.bytes()).checklist.actions[0].text, "Renew it");
}

TEST(RegisterCells, ConfirmALineThatIsChosen) {
    Book book = good();
    EXPECT_TRUE(importedBytes(book.bytes()).checklist.evidence[1].lineGuessed);
    book["Evidence"][2][9] = "independent";
    const Imported got = importedBytes(book.bytes());
    EXPECT_FALSE(got.checklist.evidence[1].lineGuessed);
    EXPECT_EQ(got.checklist.evidence[1].line, Line::Independent);
    book["Evidence"][2][9] = "";
    const Imported guessed = importedBytes(book.bytes());
    EXPECT_TRUE(guessed.checklist.evidence[1].lineGuessed);
    EXPECT_TRUE(reports(guessed.report.guessed, "Evidence!J3", "by the word \u201Caudit\u201D"));
}

TEST(RegisterCells, AddAKindThatTheScaleDoesNotHave) {
    Book book = good();
    book["Evidence"][2].resize(11);
    book["Evidence"][2][10] = "Inspection";
    const Imported got = importedBytes(book.bytes());
    EXPECT_EQ(got.checklist.kinds, (std::vector<EvidenceKind>{{1, "Document"}, {2, "Inspection"}}));
    EXPECT_TRUE(reports(got.report.recognised, "Evidence!K3", "a new kind"));
}

} // namespace
} // namespace sightline
