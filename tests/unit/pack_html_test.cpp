#include "data/export/pack_html.h"

#include <gmock/gmock.h>
#include <pugixml.hpp>

#include "assets/embedded.h"
#include "tests/support/example_checklist.h"

namespace sightline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const Day kNow = day(2026, 9, 1);

Snapshot snapshotOf(Checklist checklist) {
    return {{1, 12, "2026-06-14T09:30:00Z", "test"}, std::move(checklist), std::string(128, 'd'), false};
}

/// The page as its reader sees it: parsed again.
class Page {
public:
    explicit Page(const Checklist& checklist, const Checklist* since = nullptr) {
        const Snapshot now = snapshotOf(checklist);
        const Snapshot then = snapshotOf(since == nullptr ? checklist : *since);
        bytes = packHtml(makePack(now, kNow, since == nullptr ? nullptr : &then)).value();
        const auto parsed = document.load_string(bytes.c_str(), pugi::parse_default | pugi::parse_ws_pcdata);
        EXPECT_TRUE(parsed) << parsed.description();
    }

    [[nodiscard]] std::vector<std::string> texts(const std::string& path) const {
        std::vector<std::string> found;
        for (const auto& node : document.select_nodes(path.c_str())) found.push_back(textOf(node.node()));
        return found;
    }
    [[nodiscard]] std::string text(const std::string& path) const {
        const auto found = texts(path);
        return found.empty() ? "(nothing at " + path + ")" : found.front();
    }
    [[nodiscard]] std::size_t count(const std::string& path) const { return texts(path).size(); }
    [[nodiscard]] std::string attribute(const std::string& path) const {
        return document.select_node(path.c_str()).attribute().value();
    }

    std::string bytes;
    pugi::xml_document document;

private:
    static std::string textOf(const pugi::xml_node& node) {
        std::string words;
        for (const auto& piece : node.select_nodes(".//text()"))
            if (piece.node().value() != std::string("\n")) words += piece.node().value();
        return words;
    }
};

std::string in(const std::string& section) { return "//section[@aria-labelledby='" + section + "']"; }

TEST(PackHtml, IsOneWellFormedPageThatNeedsNothingElse) {
    const Page page(exampleChecklist());
    EXPECT_TRUE(page.bytes.starts_with("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
    EXPECT_EQ(page.text("/html/head/title"),
              "Test of Assurance, Exampleshire Council. Position at June 2026, 2 months old");
    EXPECT_EQ(page.count("//script | //img | //iframe | //object | //link | //form | //@style | //@onload"), 0U);
    EXPECT_THAT(page.attribute("//meta[@http-equiv='Content-Security-Policy']/@content"),
                testing::MatchesRegex("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/]{43}='; base-uri 'none'; "
                                      "form-action 'none'"));
    EXPECT_EQ(page.text("/html/head/style"), embeddedFile("pack.css"));
}

TEST(PackHtml, StyleNeedsNoEscaping) {
    EXPECT_NE(embeddedFile("pack.css"), "");
    EXPECT_EQ(embeddedFile("pack.css").find_first_of("<>&"), std::string_view::npos);
}

TEST(PackHtml, EmptyElementsHaveAnEndTag) {
    const Checklist before = exampleChecklist();
    Checklist list = before;
    list.elements[0].statement = "";
    list.evidence[0].name = "";
    list.actions[0].text = "";
    list.culture[0].text = "";
    list.scale[0].definition = "";
    const Page page(list, &before);
    EXPECT_THAT(page.bytes, HasSubstr("<p class=\"statement\"></p>"));
    const std::vector<std::string> without = {"meta", "circle", "path", "rect"}; // HTML's own, and parts of drawings
    for (std::size_t end = page.bytes.find("/>"); end != std::string::npos; end = page.bytes.find("/>", end + 1)) {
        const std::size_t begin = page.bytes.rfind('<', end) + 1;
        EXPECT_THAT(without, testing::Contains(page.bytes.substr(begin, page.bytes.find(' ', begin) - begin)));
    }
}

TEST(PackHtml, HeadingsAndLandmarksAreInOrder) {
    const Page page(exampleChecklist());
    EXPECT_THAT(page.texts("//h1"), ElementsAre("Test of Assurance"));
    std::vector<std::string> landmarks;
    for (const auto& node : page.document.select_nodes("/html/body/*")) landmarks.emplace_back(node.node().name());
    EXPECT_THAT(landmarks, ElementsAre("a", "header", "nav", "main", "footer"));
    EXPECT_THAT(page.texts("//main/section/h2"),
                ElementsAre("Overview", "Assurance map", "1 Senior management arrangements",
                            "2 Accountability for functions", "3 Seniority and breadth of roles",
                            "4 Voice of children and young people", "5 Child protection systems",
                            "6 Local partnership arrangements", "Actions", "How to read this", "About this checklist"));
    EXPECT_THAT(page.texts(in("element-1") + "/h3"),
                ElementsAre("Opinion", "Current position", "Evidence", "Next steps"));
    EXPECT_EQ(page.texts("//nav//a"), page.texts("//main/section/h2"));
    for (const auto& link : page.document.select_nodes("//a[starts-with(@href, '#')]/@href"))
        EXPECT_EQ(page.count("//*[@id='" + std::string(link.attribute().value() + 1) + "']"), 1U)
            << link.attribute().value();
}

TEST(PackHtml, TablesHaveCaptionsAndScopes) {
    const Checklist before = exampleChecklist();
    Checklist after = before;
    after.elements[0].opinion = 4;
    const Page page(after, &before);
    EXPECT_GT(page.count("//table"), 8U);
    EXPECT_EQ(page.count("//table[not(caption) or string-length(caption) = 0]"), 0U);
    EXPECT_EQ(page.count("//thead//th[not(@scope='col')] | //tbody//th[not(@scope='row')]"), 0U);
    EXPECT_EQ(page.count("//tbody/tr[not(th)]"), 0U);
    for (const auto& table : page.document.select_nodes("//table")) {
        const std::size_t columns = table.node().select_nodes("thead/tr/th").size();
        for (const auto& row : table.node().select_nodes("tbody/tr | tfoot/tr"))
            EXPECT_EQ(row.node().select_nodes("th | td").size(), columns) << table.node().child_value("caption");
    }
}

TEST(PackHtml, NoTextCanBecomeMarkup) {
    const std::string hostile = "</style><script>alert('1')</script>\"'&amp;&#60;<!--]]> <b onclick=x>";
    Checklist list = exampleChecklist();
    for (std::string* text : {&list.title,
                              &list.authority,
                              &list.service,
                              &list.approvedBy,
                              &list.roleHolders[0].role,
                              &list.roleHolders[0].holder,
                              &list.roleHolders[1].abbreviation,
                              &list.culture[0].text,
                              &list.background[0].text,
                              &list.scale[1].word,
                              &list.scale[1].definition,
                              &list.lines[0].word,
                              &list.kinds[0].word,
                              &list.elements[0].title,
                              &list.elements[0].statement,
                              &list.elements[0].opinionReason,
                              &list.elements[0].opinionBy,
                              &list.positions[0].text,
                              &list.evidence[0].name,
                              &list.evidence[0].detail,
                              &list.evidence[0].organisation,
                              &list.evidence[0].marking,
                              &list.actions[0].text,
                              &list.actions[0].owner,
                              &list.sources[0].name})
        *text = hostile;
    const Checklist before = exampleChecklist();
    const Page page(list, &before);
    EXPECT_EQ(page.count("//script | //b | //@onclick | //comment()"), 0U);
    EXPECT_EQ(page.count("//style"), 1U);
    EXPECT_THAT(page.bytes, Not(HasSubstr("<script")));
    EXPECT_EQ(page.text("//h1"), hostile);
    EXPECT_EQ(page.text(in("element-1") + "/p[@class='statement']"), hostile);
    EXPECT_EQ(page.text(in("legend") + "//tbody/tr[2]/td"), hostile);
    EXPECT_THAT(page.texts(in("element-1") + "//tbody/tr/td"), testing::Contains(hostile));
    EXPECT_EQ(page.attribute(in("map") + "//tbody/tr[1]/td[1]/@data-column"), "First line: " + hostile);
}

TEST(PackHtml, OnlyCheckedAddressesBecomeLinks) {
    Checklist list = exampleChecklist();
    list.evidence[1].link = "javascript:alert(1)";
    list.evidence[2].link = "https://example.org/a\"onclick=\"x";
    const Page page(list);
    EXPECT_EQ(page.count(in("element-1") + "//a[@href='https://example.org/letter'][@rel='noopener noreferrer']"), 1U);
    for (const auto& link : page.document.select_nodes("//a/@href"))
        EXPECT_TRUE(link.attribute().value() == std::string("https://example.org/letter") ||
                    *link.attribute().value() == '#')
            << link.attribute().value();
    EXPECT_EQ(page.count("//@onclick"), 0U);
}

TEST(PackHtml, SaysWhatIsNotThere) {
    Checklist list = exampleChecklist();
    list.culture.clear();
    list.roleHolders.clear();
    list.positionDate = {};
    list.approvedBy = "";
    list.approvedOn = {};
    const Page page(list);
    EXPECT_THAT(page.text("//header"), HasSubstr("Position date not given. Seen as of 1 September 2026."));
    EXPECT_THAT(page.text(in("element-3")), HasSubstr("Nobody has given an opinion on this element."));
    EXPECT_THAT(page.text(in("element-3")), HasSubstr("The checklist says nothing about what is in place."));
    EXPECT_THAT(page.text(in("element-3")), HasSubstr("No evidence is named for this element."));
    EXPECT_THAT(page.text(in("element-3")), HasSubstr("No next steps are set for this element."));
    EXPECT_EQ(page.text(in("map") + "//tbody/tr[3]/td[1]"), "Gap: no evidence");
    EXPECT_THAT(page.text(in("actions")), HasSubstr("Nothing is due in the next 30 days."));
    EXPECT_THAT(page.text(in("about")), HasSubstr("The checklist names no role holders."));
    EXPECT_THAT(page.text(in("about")), HasSubstr("Approved bynot given"));
    EXPECT_EQ(page.count("//*[@id='changes']"), 0U);
}

TEST(PackHtml, ActionsHaveTheOverdueOnesFirst) {
    const Page page(exampleChecklist());
    EXPECT_THAT(page.texts(in("actions") + "/h3"),
                ElementsAre("Overdue (2)", "Due in 30 days (0)", "Later (1)", "No date (1)", "Done (1)"));
    EXPECT_THAT(page.texts(in("actions") + "/table[1]/tbody/tr/td"),
                ElementsAre("Element 1", "Head of Quality", "14 June 2026", "79 days late", "Element 1", "no owner",
                            "June 2026", "63 days late"));
    EXPECT_THAT(page.texts(in("actions") + "/table[4]/tbody/tr/td"),
                ElementsAre("Element 5", "Board Chair", "31 January 2026", "done 3 February 2026"));
}

TEST(PackHtml, OpinionsHaveShapeWordAndReason) {
    const Page page(exampleChecklist());
    EXPECT_EQ(page.count(in("overview") + "//tbody/tr/td[1]/span[contains(@class, 'opinion')]/*[name()='svg']"), 6U);
    EXPECT_EQ(page.count("//*[name()='svg'][not(@aria-hidden='true')]"), 0U);
    const std::string element = page.text(in("element-1"));
    EXPECT_THAT(element, HasSubstr("ReasonableSeen working.Two points remain.Given by the Head of Internal Audit, 20 "
                                   "May 2026."));
    std::vector<std::string> definitions;
    for (const Opinion& opinion : exampleChecklist().scale) definitions.push_back(opinion.definition);
    EXPECT_EQ(page.texts(in("legend") + "/table[1]/tbody/tr/td"), definitions);
}

TEST(PackHtml, EvidenceSaysLineDateAndWhatIsGuessedOrStale) {
    Checklist list = exampleChecklist();
    list.evidence[0].covers = {2024, 2, 0};
    const Page page(list);
    EXPECT_EQ(page.count(in("element-1") + "//tr[contains(th, 'Inspection letter')]//span[@class='stale']"), 1U);
    EXPECT_THAT(page.text(in("element-1") + "//tr[contains(th, 'Inspection letter')]"), HasSubstr("Also supports 5"));
    EXPECT_THAT(page.text(in("element-1") + "//tr[contains(th, 'Board minutes')]"), HasSubstr("Oversight, guessed"));
    EXPECT_EQ(page.count(in("element-5") + "//tr[contains(th, 'Team plan')]//*[contains(@class, 'guessed')]"), 0U);
    EXPECT_THAT(page.text(in("element-5") + "//tr[contains(th, 'Team plan')]"), HasSubstr("no date"));
}

TEST(PackHtml, ChangesAreThereWhereAnEarlierSnapshotIs) {
    const Checklist before = exampleChecklist();
    Checklist after = before;
    after.positionDate = {2026, 9, 1};
    after.elements[0].opinion = 4;
    after.positions[1].text = "A plan is in place now.";
    after.scale[0].word = "Strong";
    const Page page(after, &before);
    EXPECT_THAT(page.texts(in("changes") + "/h3"), ElementsAre("Opinions", "Actions", "Evidence", "Positions"));
    EXPECT_THAT(page.texts(in("changes") + "/p"),
                testing::IsSupersetOf({"June 2026 → 1 September 2026 · 63 days",
                                       "The opinion scale changed. Compared as the same: Substantial and Strong.",
                                       "No evidence changed."}));
    EXPECT_THAT(page.texts(in("changes") + "/table[caption='Positions that changed']//td"),
                ElementsAre("reworded", "Element 1", "Before: A plan is in place."));
}

TEST(PackHtml, SaysWhichSnapshotItIs) {
    const Page page(exampleChecklist());
    EXPECT_THAT(page.text("//footer"), HasSubstr("Snapshot 12, made 14 June 2026, dddddddddddddddd."));
    Snapshot sample = snapshotOf(exampleChecklist());
    sample.sample = true;
    const std::string bytes = packHtml(makePack(sample, day(2026, 6, 30), nullptr)).value();
    EXPECT_THAT(bytes, HasSubstr("Position at June 2026, a sample seen as of that date. Seen as of 30 June 2026."));
    EXPECT_THAT(bytes, HasSubstr("Sample of the program"));
}

} // namespace
} // namespace sightline
