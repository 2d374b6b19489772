// The tables of a Word checklist: which columns mean what, which rows belong to which element.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "data/defaults.h"
#include "tests/support/import_docx.h"

namespace sightline {
namespace {

using namespace docx;
using testing::ElementsAre;

const std::string kOne = "Clarity about how senior management arrangements meet needs.";
const std::string kTwo = "Clarity about how it will be held accountable for its functions.";

TEST(DocxTable, ReadsOneChecklistTable) {
    const Imported got = importedBody(table(header() + row({"1", kOne, "A director.", "A plan", "Do more"}) +
                                            row({"2", kTwo, "A cabinet.", "An audit", "Do less"})));
    const Checklist& c = got.checklist;
    ASSERT_EQ(c.elements.size(), 2U);
    EXPECT_EQ(c.elements[0].statement, kOne);
    EXPECT_EQ(c.elements[0].title, defaultElementTitle(1));
    EXPECT_EQ(c.elements[0].place.where, "table 1, row 2, Element, paragraph 1");
    EXPECT_THAT(texts(c.positions), ElementsAre("1: A director.", "2: A cabinet."));
    EXPECT_THAT(mentions(c), ElementsAre("1: A plan", "2: An audit"));
    EXPECT_THAT(texts(c.actions), ElementsAre("1: Do more", "2: Do less"));
    EXPECT_EQ(c.positions[1].place.where, "table 1, row 3, Current position, paragraph 1");
    EXPECT_EQ(c.positions[1].place.source, 1);
    EXPECT_TRUE(reports(got.report.unclear, "", "element 3 is missing"));
    EXPECT_TRUE(got.report.skipped.empty()) << got.report.text();
}

TEST(DocxTable, UnderstandsHeadersInOtherWordsAndAnotherOrder) {
    const Imported got = importedBody(
        table(row({"Actions", "Sources of assurance", "RAG", "What is in place", "By when", "The six elements", "Owner",
                   "No."}) +
              row({"Do more", "A plan", "Limited", "A director.", "30 September 2026", kOne, "Head of Service", "1"})));
    const Checklist& c = got.checklist;
    ASSERT_EQ(c.elements.size(), 1U);
    EXPECT_EQ(c.elements[0].opinion, 3);
    EXPECT_THAT(texts(c.positions), ElementsAre("1: A director."));
    EXPECT_THAT(mentions(c), ElementsAre("1: A plan"));
    ASSERT_EQ(c.actions.size(), 1U);
    EXPECT_EQ(c.actions[0].owner, "Head of Service");
    EXPECT_EQ(c.actions[0].due, (PartialDate{2026, 9, 30}));
}

TEST(DocxTable, ReadsSeveralTablesOneForEachElement) {
    const Imported got = importedBody(p("Element one") + table(header() + row({"1", kOne, "A.", "B", "C"})) +
                                      p("And the next") + table(header() + row({"2", kTwo, "D.", "B", "E"})));
    EXPECT_EQ(got.checklist.elements.size(), 2U);
    EXPECT_EQ(got.checklist.evidence.size(), 1U);
    EXPECT_THAT(mentions(got.checklist), ElementsAre("1: B", "2: B"));
    EXPECT_TRUE(reports(got.report.skipped, "And the next", "after the checklist table"));
}

TEST(DocxTable, ReadsATableThatGoesOnWithoutAHeader) {
    const Imported got = importedBody(table(header() + row({"1", kOne, "A.", "B", "C"})) + p("") +
                                      table(row({"", "", "D.", "", ""}) + row({"2", kTwo, "E.", "", ""})));
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: A.", "1: D.", "2: E."));
}

TEST(DocxTable, TakesAnActionTableBesideTheChecklist) {
    const Imported got =
        importedBody(table(row({"Element", "Current position", "Evidence"}) + row({"1. " + kOne, "A.", "B"})) +
                     table(row({"Element", "Action", "Lead", "Due"}) + row({"1", "C", "Head", "June 2026"})));
    EXPECT_EQ(got.checklist.elements.size(), 1U);
    EXPECT_THAT(texts(got.checklist.actions), ElementsAre("1: C"));
    EXPECT_EQ(got.checklist.actions[0].owner, "Head");
}

TEST(DocxTable, KnowsAHeaderRowThatIsRepeated) {
    const Imported got =
        importedBody(table(header() + row({"1", kOne, "A.", "B", "C"}) + header() + row({"", "", "D.", "E", "F"})));
    EXPECT_EQ(got.checklist.elements.size(), 1U);
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: A.", "1: D."));
    EXPECT_TRUE(reports(got.report.recognised, "table 1, row 3", "header row once more"));
}

TEST(DocxTable, GoesOnWhereTheNumberCellIsEmpty) {
    const Imported got =
        importedBody(table(header() + row({"1", kOne, "A.", "B", "C"}) + row({"", kOne, "D.", "", ""}) +
                           row({"", "with more words.", "E.", "", ""}) + row({"2", kTwo, "F.", "", ""})));
    ASSERT_EQ(got.checklist.elements.size(), 2U);
    EXPECT_EQ(got.checklist.elements[0].statement, kOne + " with more words.");
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: A.", "1: D.", "1: E.", "2: F."));
    EXPECT_TRUE(reports(got.report.unclear, "with more words.", "rest of the statement of element 1"));
}

TEST(DocxTable, CountsElementsThatHaveNoNumber) {
    const Imported got = importedBody(table(row({"Element", "Current position", "Evidence"}) + row({kOne, "A.", ""}) +
                                            row({"", "B.", ""}) + row({kTwo, "C.", ""})));
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: A.", "1: B.", "2: C."));
    EXPECT_TRUE(reports(got.report.recognised, kTwo, "taken as element 2 by its place"));
}

TEST(DocxTable, CountsAutomaticNumbers) {
    const std::string number = paragraph("", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>");
    const auto numbered = [&](const std::string& statement, const std::string& position) {
        return rawRow(cell(number) + cell(p(statement)) + cell(p(position)) + cell("") + cell(""));
    };
    const Imported got = importedBody(table(header() + numbered(kOne, "A.") + numbered(kTwo, "B.")));
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: A.", "2: B."));
}

TEST(DocxTable, ResolvesMergedCells) {
    const Imported got = importedBody(
        table(rawRow(cell(p("The six elements"), span(2)) + cell(p("Current position")) + cell(p("Evidence")) +
                     cell(p("Next steps"))) +
              rawRow(cell(p("1"), kMergeStart) + cell(p(kOne), kMergeStart) + cell(p("A.")) +
                     cell(p("B"), kMergeStart) + cell(p("C"))) +
              rawRow(cell("", kMergeOn) + cell("", kMergeOn) + cell(p("D.")) + cell("", kMergeOn) + cell(p("E"))) +
              rawRow(cell(p("2")) + cell(p(kTwo)) + cell(p("F.")) + cell("", kMergeOn) + cell(p("G")))));
    const Checklist& c = got.checklist;
    ASSERT_EQ(c.elements.size(), 2U);
    EXPECT_EQ(c.elements[0].statement, kOne);
    EXPECT_THAT(texts(c.positions), ElementsAre("1: A.", "1: D.", "2: F."));
    EXPECT_THAT(mentions(c), ElementsAre("1: B", "2: B"));
    EXPECT_THAT(texts(c.actions), ElementsAre("1: C", "1: E", "2: G"));
    EXPECT_TRUE(reports(got.report.recognised, "row 4", "also counts for element 2"));
}

TEST(DocxTable, ReadsASecondHeaderRowBelowAMergedOne) {
    const Imported got = importedBody(table(rawRow(cell(p("No"), kMergeStart) + cell(p("Element"), kMergeStart) +
                                                   cell(p("Evidence"), kMergeStart) + cell(p("Next steps"), span(3))) +
                                            rawRow(cell("", kMergeOn) + cell("", kMergeOn) + cell("", kMergeOn) +
                                                   cell(p("Action")) + cell(p("Lead")) + cell(p("When"))) +
                                            row({"1", kOne, "B", "C", "Head", "2027"})));
    ASSERT_EQ(got.checklist.actions.size(), 1U);
    EXPECT_EQ(got.checklist.actions[0].text, "C");
    EXPECT_EQ(got.checklist.actions[0].owner, "Head");
    EXPECT_EQ(got.checklist.actions[0].due, (PartialDate{2027, 0, 0}));
}

TEST(DocxTable, LooksThroughContentControls) {
    const auto control = [](const std::string& inner) {
        return "<w:sdt><w:sdtPr/><w:sdtContent>" + inner + "</w:sdtContent></w:sdt>";
    };
    const std::string rows = header() + control(rawRow(cell(p("1")) + control(cell(p(kOne))) + cell(control(p("A."))) +
                                                       cell(paragraph(control(run("B")))) + cell(p("C"))));
    const Imported got = importedBody(control(table(rows)));
    ASSERT_EQ(got.checklist.elements.size(), 1U);
    EXPECT_EQ(got.checklist.elements[0].statement, kOne);
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: A."));
    EXPECT_THAT(mentions(got.checklist), ElementsAre("1: B"));
}

TEST(DocxTable, ReadsATableInsideACell) {
    const Imported got =
        importedBody(table(header() + rawRow(cell(p("1")) + cell(p(kOne)) +
                                             cell(p("A.") + table(row({"B.", "C."})) + p("")) + cell("") + cell(""))));
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: A.", "1: B.", "1: C."));
    EXPECT_TRUE(reports(got.report.recognised, "row 2, Current position", "table inside the cell"));
}

TEST(DocxTable, PairsOwnersAndDatesWithNextSteps) {
    const auto body = [](const std::string& actions, const std::string& owners, const std::string& dues) {
        return table(row({"No", "Element", "Next steps", "Lead", "By when"}) +
                     rawRow(cell(p("1")) + cell(p(kOne)) + cell(actions) + cell(owners) + cell(dues)));
    };
    const auto pairs =
        importedBody(body(p("A") + p("B"), p("Head") + p("Deputy"), p("1/10/2026") + p("By end of December 2026")));
    EXPECT_EQ(pairs.checklist.actions.at(1).owner, "Deputy");
    EXPECT_EQ(pairs.checklist.actions.at(0).due, (PartialDate{2026, 10, 1}));
    EXPECT_EQ(pairs.checklist.actions.at(1).due, (PartialDate{2026, 12, 0}));

    const auto forAll = importedBody(body(p("A") + p("B"), p("Head"), p("2027")));
    EXPECT_EQ(forAll.checklist.actions.at(1).owner, "Head");
    EXPECT_EQ(forAll.checklist.actions.at(1).due, (PartialDate{2027, 0, 0}));

    const auto unclear = importedBody(body(p("A") + p("B") + p("C"), p("Head") + p("Deputy"), p("Ongoing")));
    for (const Action& action : unclear.checklist.actions) {
        EXPECT_EQ(action.owner, "");
        EXPECT_FALSE(action.due.known());
    }
    EXPECT_TRUE(reports(unclear.report.unclear, "Deputy", "2 for 3 next steps"));
    EXPECT_TRUE(reports(unclear.report.unclear, "Ongoing", "no certain date"));

    const auto none = importedBody(body("", p("Head"), ""));
    EXPECT_TRUE(reports(none.report.unclear, "Head", "no next step"));
}

TEST(DocxTable, TakesOnlyWordsOfTheScaleAsOpinions) {
    const Imported got =
        importedBody(table(row({"No", "Element", "Evidence", "Opinion"}) + row({"1", kOne, "A", "Green"}) +
                           row({"2", kTwo, "B", "Reasonable assurance – two gaps remain"}) +
                           row({"3", "Seniority", "C", "Not assessed"}) + row({"4", "Voice", "D", "LIMITED"})));
    const auto& e = got.checklist.elements;
    ASSERT_EQ(e.size(), 4U);
    EXPECT_EQ(e[0].opinion, 0);
    EXPECT_TRUE(reports(got.report.unclear, "Green", "not a word of the opinion scale"));
    EXPECT_EQ(e[1].opinion, 2);
    EXPECT_EQ(e[1].opinionReason, "two gaps remain");
    EXPECT_EQ(e[2].opinion, 0);
    EXPECT_EQ(e[3].opinion, 3);
}

TEST(DocxTable, SkipsAndReportsWhatIsNoPartOfTheChecklist) {
    const Imported got =
        importedBody(table(row({"Version", "Author"}) + row({"1.0", "Somebody"})) +
                     table(row({"Test of Assurance", "", "", "", "", ""}) +
                           row({"", "Element", "Current position", "Evidence", "Next steps", "Budget"}) +
                           row({"", "", "stray", "", "", ""}) + row({"1", kOne, "A.", "N/A", "None", "£5"}) +
                           row({"7", "A seventh", "Z.", "", "", ""})));
    const auto& skipped = got.report.skipped;
    EXPECT_TRUE(reports(skipped, "Somebody", "in a table that is not the checklist"));
    EXPECT_TRUE(reports(skipped, "Test of Assurance", "above the header row"));
    EXPECT_TRUE(reports(skipped, "stray", "no element stands beside it"));
    EXPECT_TRUE(reports(skipped, "£5", "“Budget”"));
    EXPECT_TRUE(reports(skipped, "N/A", "there is nothing"));
    EXPECT_TRUE(reports(skipped, "None", "there is nothing"));
    EXPECT_TRUE(reports(skipped, "Z.", "six elements"));
    EXPECT_EQ(got.checklist.elements.size(), 1U);
    EXPECT_TRUE(got.checklist.evidence.empty());
    EXPECT_TRUE(got.checklist.actions.empty());
}

TEST(DocxTable, LeavesOutABandBetweenTheElements) {
    const Imported got =
        importedBody(table(header() + rawRow(cell(p("Leadership"), span(5))) + row({"1", kOne, "A.", "", ""})));
    EXPECT_TRUE(reports(got.report.skipped, "Leadership", "across the table"));
    EXPECT_EQ(got.checklist.elements.size(), 1U);
}

TEST(DocxTable, UsesTheFirstWordsOfAStatementOfItsOwn) {
    const Imported got = importedBody(
        table(header() + row({"1", "How the council keeps its promises to every child it looks after", "A.", "", ""})));
    EXPECT_EQ(got.checklist.elements[0].title, "How the council keeps its promises…");
}

TEST(DocxTable, ReadsDocumentsThatEachHoldAnElement) {
    const TempFolder folder;
    WordFile one;
    one.body = table(header() + row({"1", kOne, "A.", "B", ""}));
    WordFile two;
    two.body = table(header() + row({"2", kTwo, "C.", "B.", ""}));
    const auto got = importSources({folder.write("one.docx", one.bytes()), folder.write("two.docx", two.bytes())});
    ASSERT_TRUE(got) << got.error().message();
    EXPECT_EQ(got->checklist.elements.size(), 2U);
    EXPECT_EQ(got->checklist.evidence.size(), 1U);
    EXPECT_EQ(got->checklist.links.at(1).place.source, 2);
    EXPECT_EQ(got->checklist.sources.at(1).name, "two.docx");
    EXPECT_EQ(got->checklist.sources.at(1).digest.size(), 64U);
}

} // namespace
} // namespace sightline
