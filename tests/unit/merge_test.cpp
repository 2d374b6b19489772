// A Word document and a register that are read together.
#include <gtest/gtest.h>

#include "data/content_rules.h"
#include "tests/support/import_docx.h"
#include "tests/support/register_files.h"

namespace sightline {
namespace {

using namespace docx;

std::string bullets(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) out += bullet(text);
    return out;
}

struct Row {
    std::string number;
    std::string statement;
    std::vector<std::string> positions;
    std::vector<std::string> evidence;
    std::vector<std::string> actions;
    std::string owner;
    std::string due;
    std::string opinion;
};

WordFile documentOf(const std::vector<Row>& rows) {
    std::string body =
        docx::row({"No.", "Element", "Current position", "Evidence", "Next steps", "Owner", "By when", "Opinion"});
    for (const Row& r : rows)
        body +=
            rawRow(cell(p(r.number)) + cell(p(r.statement)) + cell(bullets(r.positions)) + cell(bullets(r.evidence)) +
                   cell(bullets(r.actions)) + cell(p(r.owner)) + cell(p(r.due)) + cell(p(r.opinion)));
    WordFile document;
    document.body = table(body);
    return document;
}

std::vector<Row> spring() {
    return {{"1",
             "Leadership is clear.",
             {"A board meets every month.", "A plan is in place."},
             {"Board minutes", "Inspection letter (2024)"},
             {"Publish the plan on the web site.", "Ask the children."},
             "",
             "",
             ""},
            {"2",
             "Lines of accountability are clear.",
             {"The Chief Executive line manages the Director."},
             {"Team plan", "Board minutes"},
             {"Review the scheme of delegation."},
             "",
             "",
             ""}};
}

/// What the officer made of the register of that document.
Checklist known() {
    Checklist list = imported(documentOf(spring())).checklist;
    for (Evidence& item : list.evidence) item.id += 100;
    for (EvidenceLink& link : list.links) link.evidence += 100;
    for (Action& action : list.actions) action.id += 200;
    list.kinds = {{1, "Minutes"}};
    list.service = "Children's Services";
    list.approvedBy = "Chief Executive";
    list.lines[2].staleAfterMonths = 12;
    list.elements[0].title = "Leadership";
    list.elements[0].opinion = 3;
    list.elements[0].opinionReason = "Gaps.";
    list.elements[0].opinionDate = {2026, 6, 1};
    list.elements[0].opinionBy = "Head of Internal Audit";
    Evidence& minutes = list.evidence[0];
    minutes.line = Line::Independent;
    minutes.lineGuessed = false;
    minutes.kind = 1;
    minutes.organisation = "The board";
    minutes.covers = {2026, 5, 0};
    minutes.reviewDue = {2027, 1, 1};
    minutes.link = "https://example.org/minutes";
    minutes.marking = "OFFICIAL";
    minutes.file = "minutes.pdf";
    list.actions[0].owner = "Head of Communications";
    list.actions[0].due = {2026, 9, 30};
    list.actions[0].status = ActionStatus::InProgress;
    list.actions[1].status = ActionStatus::Done;
    list.actions[1].completed = {2026, 5, 5};
    return list;
}

Imported joined(const std::vector<Row>& rows, const Checklist& registered) {
    const TempFolder folder;
    auto got = importSources({folder.write("new.docx", documentOf(rows).bytes()),
                              folder.write("register.xlsx", must(makeRegister(registered, kCreated)))});
    if (!got) {
        ADD_FAILURE() << got.error().message();
        return {};
    }
    EXPECT_TRUE(checkContent(got->checklist)) << checkContent(got->checklist).error().message();
    return std::move(*got);
}

TEST(Merge, ChangesNothingWhereTheDocumentIsTheSame) {
    Checklist wanted = known();
    const Imported got = joined(spring(), wanted);
    expectSameContent(got.checklist, wanted);
    EXPECT_EQ(got.report.matched.size(), 2U + 3U + 3U + 3U);
    EXPECT_TRUE(got.report.contradicted.empty()) << got.report.text();
    EXPECT_TRUE(got.report.onlyInRegister.empty()) << got.report.text();
    EXPECT_TRUE(got.report.onlyInDocuments.empty()) << got.report.text();
    EXPECT_EQ(got.report.guessed.size(), 2U) << "only what the register has not confirmed either";
}

TEST(Merge, ReadsThemInAnyOrder) {
    const TempFolder folder;
    const auto document = folder.write("new.docx", documentOf(spring()).bytes());
    const auto workbook = folder.write("register.xlsx", must(makeRegister(known(), kCreated)));
    EXPECT_EQ(must(importSources({document, workbook})).checklist, must(importSources({workbook, document})).checklist);
}

TEST(Merge, KeepsWhatTheRegisterKnowsOfANewVersion) {
    auto rows = spring();
    rows[0].statement = "Leadership is clear and visible.";
    rows[0].positions.insert(rows[0].positions.begin(), "A new director is in post.");
    rows[0].evidence.insert(rows[0].evidence.begin(), "Staff survey (2025)");
    rows[0].evidence[1] = "Board Minutes.";
    rows[0].actions[0] = "Publish the new plan on the web site";
    const Imported got = joined(rows, known());
    const Checklist& c = got.checklist;
    EXPECT_EQ(c.elements[0].statement, "Leadership is clear and visible.");
    EXPECT_EQ(c.elements[0].title, "Leadership");
    EXPECT_EQ(c.elements[0].opinion, 3);
    EXPECT_EQ(c.elements[0].opinionBy, "Head of Internal Audit");
    EXPECT_EQ(c.positions[0].text, "A new director is in post.");
    EXPECT_EQ(c.positions[0].id, 1) << "positions keep the order of the document";
    const Evidence& minutes = c.evidence[0];
    EXPECT_EQ(minutes.id, 101);
    EXPECT_EQ(minutes.name, "Board Minutes.");
    EXPECT_EQ(minutes.line, Line::Independent);
    EXPECT_FALSE(minutes.lineGuessed);
    EXPECT_EQ(minutes.kind, 1);
    EXPECT_EQ(minutes.file, "minutes.pdf");
    EXPECT_EQ(minutes.covers, (PartialDate{2026, 5, 0}));
    EXPECT_EQ(c.evidence.back().id, 104);
    EXPECT_EQ(c.evidence.back().name, "Staff survey (2025)");
    EXPECT_EQ(c.links[0].evidence, 104) << "the document gives the order within an element";
    EXPECT_EQ(c.actions[0].id, 201);
    EXPECT_EQ(c.actions[0].text, "Publish the new plan on the web site");
    EXPECT_EQ(c.actions[0].owner, "Head of Communications");
    EXPECT_EQ(c.actions[0].status, ActionStatus::InProgress);
    EXPECT_EQ(c.lines[2].staleAfterMonths, 12);
    EXPECT_EQ(c.approvedBy, "Chief Executive");
    EXPECT_TRUE(reports(got.report.reworded, "Publish the new plan", "Actions!A2"));
    EXPECT_TRUE(reports(got.report.onlyInDocuments, "Staff survey", "does not have"));
    EXPECT_TRUE(reports(got.report.onlyInDocuments, "A new director", "does not have"));
}

TEST(Merge, KeepsEvidenceAndNextStepsThatOnlyTheRegisterHas) {
    Checklist registered = known();
    registered.evidence.push_back({150, "Case audit", "", Line::Management, false, 0, "", {}, {}, "", "", "", 0, {}});
    registered.links.push_back({150, 2, 7, {}});
    registered.links.push_back({102, 2, 8, {}});
    registered.actions.push_back({250, 2, "Write to the partners.", "", {}, ActionStatus::Open, {}, {}});
    registered.positions.push_back({50, 2, "An old position that nobody wrote about again.", {}});
    const Imported got = joined(spring(), registered);
    EXPECT_EQ(got.checklist.evidence.back().name, "Case audit");
    EXPECT_EQ(got.checklist.actions.back().id, 250);
    EXPECT_EQ(got.checklist.positions.size(), 3U);
    ASSERT_EQ(got.checklist.links.size(), 6U);
    EXPECT_EQ(got.checklist.links[4].evidence, 150) << "after what the document names, in the register's order";
    EXPECT_EQ(got.checklist.links[4].seat, 3);
    EXPECT_EQ(got.checklist.links[5].evidence, 102);
    EXPECT_TRUE(reports(got.report.onlyInRegister, "Case audit", "it is kept"));
    EXPECT_TRUE(reports(got.report.onlyInRegister, "Inspection letter", "the tick is kept"));
    EXPECT_TRUE(reports(got.report.onlyInRegister, "Write to the partners.", "it is kept"));
    EXPECT_TRUE(reports(got.report.skipped, "An old position", "come from Word"));
}

TEST(Merge, ReportsContradictionsAndTakesTheRegister) {
    auto rows = spring();
    rows[0].actions = {"Publish the plan on the web site."};
    rows[0].owner = "Head of Quality";
    rows[0].due = "31 December 2026";
    rows[0].opinion = "Substantial";
    rows[1].opinion = "Reasonable: well understood";
    const Imported got = joined(rows, known());
    EXPECT_EQ(got.checklist.elements[0].opinion, 3);
    EXPECT_EQ(got.checklist.elements[0].opinionReason, "Gaps.");
    EXPECT_EQ(got.checklist.elements[1].opinion, 2) << "only the document says something";
    EXPECT_EQ(got.checklist.elements[1].opinionReason, "well understood");
    EXPECT_EQ(got.checklist.actions[0].owner, "Head of Communications");
    EXPECT_EQ(got.checklist.actions[0].due, (PartialDate{2026, 9, 30}));
    EXPECT_EQ(got.report.contradicted.size(), 3U) << got.report.text();
    EXPECT_TRUE(reports(got.report.contradicted, "Elements!A2",
                        "opinion: Word says \u201CSubstantial\u201D, the register \u201CLimited\u201D"));
    EXPECT_TRUE(
        reports(got.report.contradicted, "Actions!A2",
                "owner: Word says \u201CHead of Quality\u201D, the register \u201CHead of Communications\u201D"));
    EXPECT_TRUE(reports(got.report.contradicted, "Actions!A2",
                        "due: Word says 31 December 2026, the register 30 September 2026"));
}

TEST(Merge, AsksForNoDateThatTheRegisterKnows) {
    auto rows = spring();
    rows[0].evidence[0] = "Board minutes 2023/24";
    Checklist registered = known();
    registered.evidence[0].name = rows[0].evidence[0];
    EXPECT_FALSE(reports(joined(rows, registered).report.unclear, "Board minutes", "no certain date"));
    registered.evidence[0].covers = {};
    EXPECT_TRUE(reports(joined(rows, registered).report.unclear, "Board minutes", "no certain date"));
}

TEST(Merge, TakesTheLaterPositionDate) {
    Checklist registered = known();
    registered.positionDate = {2026, 7, 1};
    EXPECT_EQ(joined(spring(), registered).checklist.positionDate, (PartialDate{2026, 7, 1}));
    registered.positionDate = {2025, 7, 1};
    const Imported got = joined(spring(), registered);
    EXPECT_EQ(got.checklist.positionDate, (PartialDate{2026, 6, 0}));
    EXPECT_TRUE(reports(got.report.contradicted, "About", "the later was taken"));
}

TEST(Merge, KeepsElementsThatNoDocumentHas) {
    auto rows = spring();
    rows.pop_back();
    const Imported got = joined(rows, known());
    EXPECT_EQ(got.checklist.elements.size(), 2U);
    EXPECT_EQ(got.checklist.positions.size(), 3U);
    EXPECT_TRUE(reports(got.report.onlyInRegister, "accountability", "no document has this element"));
}

TEST(Merge, AsksWhereANameMayHaveBeenChanged) {
    auto rows = spring();
    rows[0].evidence[1] = "Inspection letter by Ofsted (2024)";
    Checklist registered = known();
    registered.evidence[1].name = "Inspection letter of Ofsted (2024)";
    const Imported got = joined(rows, registered);
    EXPECT_EQ(got.checklist.evidence.size(), 4U);
    EXPECT_TRUE(
        reports(got.report.unclear, "letter by Ofsted", "looks like \u201CInspection letter of Ofsted (2024)\u201D"));
}

TEST(Merge, ReadsTheDocumentsOpinionsByTheRegistersScale) {
    Checklist registered = known();
    registered.elements[0].opinion = 0;
    registered.elements[0].opinionReason.clear();
    registered.scale[0].word = "Green";
    auto rows = spring();
    rows[0].opinion = "Green";
    EXPECT_EQ(joined(rows, registered).checklist.elements[0].opinion, 1);
}

TEST(Merge, NeedsNoMoreOfTheRegisterThanItsSheets) {
    Checklist registered = templateChecklist();
    const Imported got = joined(spring(), registered);
    EXPECT_EQ(got.checklist.authority, "Northmoor Council");
    EXPECT_EQ(got.checklist.positions.size(), 3U);
    EXPECT_EQ(got.checklist.elements.size(), 6U) << "those that the document does not have are the register's";
}

TEST(Merge, SaysAllOfItInTheReport) {
    auto rows = spring();
    rows[0].evidence.emplace_back("Staff survey");
    const Imported got = joined(rows, known());
    const std::string text = got.report.text();
    EXPECT_NE(text.find("11 rows are in both Word and the register."), std::string::npos) << text;
    EXPECT_NE(text.find("New in Word (1)"), std::string::npos) << text;
    for (const char* key :
         {"\"contradicted\"", "\"only_in_register\"", "\"only_in_documents\"", "\"reworded\"", "\"matched\""})
        EXPECT_NE(got.report.json().find(key), std::string::npos);
}

} // namespace
} // namespace sightline
