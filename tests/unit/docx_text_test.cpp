// The text of a Word checklist: lists, links, tracked changes, odd characters; and what stands before the table.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/import_docx.h"

namespace sightline {
namespace {

using namespace docx;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string kOne = "Clarity about how senior management arrangements meet needs.";

std::string checklistOf(const std::string& position, const std::string& evidence = "",
                        const std::string& actions = "") {
    return table(header() + rawRow(cell(p("1")) + cell(p(kOne)) + cell(position) + cell(evidence) + cell(actions)));
}

TEST(DocxText, ReadsBulletsAndPlainParagraphs) {
    const Imported got = importedBody(checklistOf(bullet("A.") + bullet("B.") + p("C.") + p("D.")));
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: A.", "1: B.", "1: C.", "1: D."));
}

TEST(DocxText, KeepsNestedBulletsWithTheirParent) {
    const Imported got = importedBody(
        checklistOf(bullet("Led by:") + bullet("this", 1) + bullet("that", 1) + bullet("deep", 2) + bullet("B."),
                    bullet("Plan") + bullet("annex", 1), bullet("Do") + bullet("first", 1)));
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: Led by:\nthis\nthat\ndeep", "1: B."));
    ASSERT_EQ(got.checklist.evidence.size(), 1U);
    EXPECT_EQ(got.checklist.evidence[0].name, "Plan");
    EXPECT_EQ(got.checklist.evidence[0].detail, "annex");
    EXPECT_THAT(texts(got.checklist.actions), ElementsAre("1: Do\nfirst"));
}

TEST(DocxText, SeesNestingByIndentOrAnotherListToo) {
    const Imported got = importedBody(
        checklistOf(bullet("A:") + bullet("a", 1, 2) + indented("B.", 0) + indented("b", 400) + p("C:") + bullet("c") +
                    paragraph(run("d"), "<w:pStyle w:val=\"ListBullet2\"/>") + p("D.") + bullet("E.")));
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: A:\na", "1: B.\nb", "1: C:\nc\nd", "1: D.", "1: E."));
}

TEST(DocxText, SplitsTypedBulletsAndJoinsSoftLines) {
    const std::string lines = "<w:r><w:t>• A.</w:t><w:br/><w:t>• B.</w:t></w:r>";
    const std::string soft = "<w:r><w:t>C on</w:t><w:br/><w:t>two lines.</w:t></w:r>";
    const Imported got = importedBody(checklistOf(paragraph(lines) + paragraph(soft) + p("- D.")));
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: A.", "1: B.", "1: C on two lines.", "1: D."));
}

TEST(DocxText, CountsInsertionsAndNotDeletions) {
    const std::string changed = run("We ") + "<w:ins w:id=\"1\">" + run("now ") +
                                "</w:ins><w:del w:id=\"2\"><w:r><w:delText>never </w:delText></w:r></w:del>" +
                                run("meet.") + "<w:moveFrom>" + run(" Gone.") + "</w:moveFrom><w:moveTo>" +
                                run(" Come.") + "</w:moveTo>";
    const std::string joined = paragraph(run("Half a "), "<w:rPr><w:del w:id=\"3\"/></w:rPr>") + p("sentence.");
    const std::string gone = paragraph("<w:del>" + run("x") + "</w:del>", "<w:rPr><w:del/></w:rPr>");
    const std::string body = checklistOf(paragraph(changed) + joined + gone + p("Last."));
    const std::string deletedRow =
        "<w:tr><w:trPr><w:del w:id=\"4\"/></w:trPr>" + cell(p("2")) + cell(p("No")) + "</w:tr>";
    const Imported got =
        importedBody(body.substr(0, body.size() - std::string("</w:tbl>").size()) + deletedRow + "</w:tbl>");
    EXPECT_THAT(texts(got.checklist.positions),
                ElementsAre("1: We now meet. Come.", "1: Half a sentence.", "1: Last."));
    EXPECT_EQ(got.checklist.elements.size(), 1U);
    EXPECT_TRUE(reports(got.report.skipped, "", "tracked deletions"));
    EXPECT_TRUE(reports(got.report.recognised, "", "tracked insertions"));
}

TEST(DocxText, KeepsLinksOfEvidence) {
    WordFile document;
    document.relations =
        "<Relationship Id=\"r1\" Type=\"http://x/hyperlink\" Target=\"https://files.example.org/a\" "
        "TargetMode=\"External\"/>"
        "<Relationship Id=\"r2\" Type=\"http://x/hyperlink\" Target=\"mailto:a@example.org\" TargetMode=\"External\"/>";
    const std::string byId =
        run("Report one. ") + "<w:hyperlink r:id=\"r1\">" + run("123 (example.org)") + "</w:hyperlink>";
    const std::string byField = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK "
                                "\"http://example.org/b\" \\o \"tip\" "
                                "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
                                run("Report two") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    const std::string simple = "<w:fldSimple w:instr=\"HYPERLINK &quot;https://example.org/c&quot;\">" +
                               run("Report three") + "</w:fldSimple>";
    const std::string mail = "<w:hyperlink r:id=\"r2\">" + run("Report four") + "</w:hyperlink>";
    document.body = checklistOf("", paragraph(byId) + paragraph(byField) + paragraph(simple) + paragraph(mail));
    const Imported got = imported(document);
    const auto& items = got.checklist.evidence;
    ASSERT_EQ(items.size(), 4U);
    EXPECT_EQ(items[0].name, "Report one.");
    EXPECT_EQ(items[0].link, "https://files.example.org/a");
    EXPECT_EQ(items[1].name, "Report two");
    EXPECT_EQ(items[1].link, "http://example.org/b");
    EXPECT_EQ(items[2].link, "https://example.org/c");
    EXPECT_EQ(items[3].name, "Report four");
    EXPECT_EQ(items[3].link, "");
    EXPECT_TRUE(reports(got.report.skipped, "mailto:a@example.org", "not a web address"));
    EXPECT_TRUE(reports(got.report.recognised, "123 (example.org)", "where the link leads"));
}

TEST(DocxText, LeavesOutFieldCodes) {
    const std::string nested =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText></w:r><w:r><w:fldChar "
        "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar "
        "w:fldCharType=\"separate\"/></w:r>" +
        run("code") +
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
        run("shown") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    EXPECT_THAT(texts(importedBody(checklistOf(paragraph(nested))).checklist.positions), ElementsAre("1: shown"));
}

TEST(DocxText, NormalisesHyphensAndSpaces) {
    const std::string odd =
        "<w:r><w:t>Safe\u00ADguarding\u00A0children</w:t><w:softHyphen/><w:t>,</w:t><w:tab/><w:t>multi</w:t>"
        "<w:noBreakHyphen/><w:t>agency, co\u2011ordinated\u200B   \u202Ework\uFEFF</w:t></w:r>";
    EXPECT_THAT(texts(importedBody(checklistOf(paragraph(odd))).checklist.positions),
                ElementsAre("1: Safeguarding children, multi-agency, co-ordinated work"));
}

TEST(DocxText, NeverLetsControlCharactersOrBrokenTextThrough) {
    const std::string odd = "<w:r><w:t>A&#1;B&#xD800;C&#10;D</w:t></w:r>";
    EXPECT_THAT(texts(importedBody(checklistOf(paragraph(odd))).checklist.positions),
                ElementsAre("1: AB\uFFFD\uFFFD\uFFFDC D"));
}

TEST(DocxText, ReportsWhatIsNotReadableText) {
    const std::string hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>";
    const std::string box = "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>" + p("boxed") +
                            "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" +
                            p("boxed") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>";
    const std::string picture = "<w:r><w:drawing/></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>";
    const std::string prompt =
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Click here") + "</w:sdtContent></w:sdt>";
    WordFile document;
    document.body = checklistOf(paragraph(run("Seen.") + hidden + box + picture + prompt));
    document.more = {{"word/footnotes.xml", "<w:footnotes/>"}};
    const Imported got = imported(document);
    EXPECT_THAT(texts(got.checklist.positions), ElementsAre("1: Seen."));
    const auto& skipped = got.report.skipped;
    EXPECT_TRUE(reports(skipped, "secret", "hidden text"));
    EXPECT_TRUE(reports(skipped, "Click here", "unfilled field"));
    EXPECT_TRUE(reports(skipped, "boxed", "text box"));
    EXPECT_TRUE(reports(skipped, "", "1 pictures"));
    EXPECT_TRUE(reports(skipped, "", "1 marks of footnotes"));
    EXPECT_TRUE(reports(skipped, "", "word/footnotes.xml"));
}

TEST(DocxText, MakesOneItemOfEvidenceNamedTwice) {
    const Imported got = importedBody(
        table(header() + row({"1", kOne, "", "Self-Evaluation.", ""}) +
              rawRow(cell(p("2")) + cell(p("Two")) + cell("") +
                     cell(bullet("self evaluation") + bullet("SEND", 1) + bullet("SELF–EVALUATION")) + cell(""))));
    ASSERT_EQ(got.checklist.evidence.size(), 1U);
    EXPECT_EQ(got.checklist.evidence[0].name, "Self-Evaluation.");
    EXPECT_EQ(got.checklist.evidence[0].detail, "SEND");
    ASSERT_EQ(got.checklist.links.size(), 2U);
    EXPECT_EQ(got.checklist.links[1].place.where, "table 1, row 3, Evidence, paragraph 1");
    EXPECT_EQ(got.report.merged.size(), 2U);
    EXPECT_TRUE(reports(got.report.merged, "SELF–EVALUATION", "again in the same element"));
}

TEST(DocxText, RecognisesDatesAndGuessesLines) {
    const Imported got =
        importedBody(checklistOf("", p("Peer review (November 2023)") + p("Scrutiny committee (2021) and (2022)") +
                                         p("Team plan 2023/24") + p("Programme until March 2027")));
    const auto& items = got.checklist.evidence;
    ASSERT_EQ(items.size(), 4U);
    EXPECT_EQ(items[0].covers, (PartialDate{2023, 11, 0}));
    EXPECT_EQ(items[0].line, Line::Independent);
    EXPECT_EQ(items[1].covers, (PartialDate{2022, 0, 0}));
    EXPECT_EQ(items[1].line, Line::Oversight);
    EXPECT_FALSE(items[2].covers.known());
    EXPECT_FALSE(items[3].covers.known());
    EXPECT_EQ(items[3].line, Line::Management);
    for (const Evidence& item : items) EXPECT_TRUE(item.lineGuessed);
    EXPECT_TRUE(reports(got.report.recognised, "Peer review", "November 2023"));
    EXPECT_TRUE(reports(got.report.unclear, "Team plan", "2023/24"));
    EXPECT_TRUE(reports(got.report.unclear, "Programme", "later than the date of the checklist"));
    EXPECT_TRUE(reports(got.report.guessed, "Peer review", "independent, by the word “peer review”"));
    EXPECT_EQ(got.report.guessed.size(), 4U);
}

TEST(DocxPreamble, GivesTheFacts) {
    WordFile document;
    document.title = "NORTHMOOR TEST OF ASSURANCE – June 2026";
    document.body = heading("Introduction") + p("Northmoor County Council reports to the Youth Council.") +
                    heading("Culture of self-evaluation") + p("We ask ourselves.") +
                    paragraph(run("Background", "<w:b/>")) +
                    p("In Northmoor County Council's Children's Services the law holds.") + checklistOf(p("A."));
    const Imported got = imported(document);
    const Checklist& c = got.checklist;
    EXPECT_EQ(c.title, "NORTHMOOR TEST OF ASSURANCE");
    EXPECT_EQ(c.authority, "Northmoor County Council");
    EXPECT_EQ(c.service, "Children's Services");
    EXPECT_EQ(c.positionDate, (PartialDate{2026, 6, 0}));
    ASSERT_EQ(c.culture.size(), 1U);
    EXPECT_EQ(c.culture[0].text, "We ask ourselves.");
    EXPECT_EQ(c.culture[0].place.where, "paragraph 5");
    EXPECT_EQ(c.background.size(), 2U);
    EXPECT_TRUE(reports(got.report.recognised, "Background", "taken as background"));
}

TEST(DocxPreamble, TakesCasesFromThePropertiesAndDatesFromALine) {
    WordFile document;
    document.title = "TEST OF ASSURANCE";
    document.more = {
        {"docProps/core.xml", "<cp:p xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>Test of Assurance</dc:title></cp:p>"}};
    document.body = p("Position as at 3 June 2026") + checklistOf(p("A."));
    const Imported got = imported(document);
    EXPECT_EQ(got.checklist.title, "Test of Assurance");
    EXPECT_EQ(got.checklist.positionDate, (PartialDate{2026, 6, 3}));
    EXPECT_THAT(got.checklist.background, IsEmpty());
}

TEST(DocxPreamble, SaysWhatIsMissing) {
    WordFile document;
    document.title = "";
    document.body = checklistOf(p("A."));
    const Imported got = imported(document);
    EXPECT_EQ(got.checklist.title, "Test of Assurance");
    EXPECT_EQ(got.checklist.authority, "Authority not named");
    EXPECT_FALSE(got.checklist.positionDate.known());
    EXPECT_EQ(got.checklist.service, "");
    EXPECT_TRUE(reports(got.report.unclear, "", "no title"));
    EXPECT_TRUE(reports(got.report.unclear, "", "no council"));
    EXPECT_TRUE(reports(got.report.unclear, "", "no date of the checklist"));
}

TEST(DocxPreamble, TakesCultureAfterTheTableAndReportsTheRest) {
    const Imported got = importedBody(checklistOf(p("A.")) + p("Signed.") + heading("Our culture") + p("We ask."));
    ASSERT_EQ(got.checklist.culture.size(), 1U);
    EXPECT_TRUE(reports(got.report.skipped, "Signed.", "after the checklist table"));
}

TEST(ImportReport, TellsAnOfficerAndAProgram) {
    const Imported got = importedBody(checklistOf(p("A."), p("Plan")) + p("Signed."));
    const std::string text = got.report.text();
    EXPECT_NE(text.find("Read checklist.docx (Word document): 1 element, 1 current position, 1 piece of evidence"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("paragraph 2: “Signed.”: stands after the checklist table"), std::string::npos) << text;
    const std::string json = got.report.json();
    EXPECT_NE(json.find("\"position\": 1"), std::string::npos) << json;
    EXPECT_NE(json.find("\"place\": \"checklist.docx, paragraph 2\""), std::string::npos) << json;
}

} // namespace
} // namespace sightline
