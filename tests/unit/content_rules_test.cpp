#include "data/content_rules.h"

#include <functional>

#include <gtest/gtest.h>

#include "data/limits.h"
#include "tests/support/example_checklist.h"
#include "tests/support/example_document.h"

namespace sightline {
namespace {

struct Case {
    std::function<void(Checklist&)> change;
    const char* message;
};

void expectAll(std::initializer_list<Case> cases) {
    for (const Case& row : cases) {
        Checklist list = exampleChecklist();
        row.change(list);
        const auto refused = checkContent(list, "a.db");
        EXPECT_EQ(refused ? "nothing refused" : refused.error().message(), row.message);
    }
}

TEST(ContentRules, TheExampleKeepsThemAll) {
    const auto fine = checkContent(exampleChecklist());
    EXPECT_TRUE(fine) << fine.error().message();
}

TEST(ContentRules, HeadAndSources) {
    expectAll({
        {[](Checklist& l) { l.title = ""; },
         "a.db, table checklist, row 1, column title: There is no value, but one is needed."},
        {[](Checklist& l) { l.authority = ""; },
         "a.db, table checklist, row 1, column authority: There is no value, but one is needed."},
        {[](Checklist& l) { l.service = "a\nb"; },
         "a.db, table checklist, row 1, column service: The text holds a line feed, which is not allowed here."},
        {[](Checklist& l) {
             l.positionDate = {2026, 2, 30};
         },
         "a.db, table checklist, row 1, column position_date: This is not a date of the calendar between 1900 and "
         "2199."},
        {[](Checklist& l) {
             l.approvedOn = {2026, 0, 3};
         },
         "a.db, table checklist, row 1, column approved_on: This is not a date of the calendar between 1900 and 2199."},
        {[](Checklist& l) {
             l.reviewDue = {2200, 0, 0};
         },
         "a.db, table checklist, row 1, column review_due: This is not a date of the calendar between 1900 and 2199."},
        {[](Checklist& l) { l.place.source = 7; },
         "a.db, table checklist, row 1, column source: There is no row 7 in the table source."},
        {[](Checklist& l) { l.place.where = std::string(501, 'x'); },
         "a.db, table checklist, row 1, column place: The text has 501 characters; at most 500 are allowed here."},
        {[](Checklist& l) { l.sources[1].id = 1; },
         "a.db, table source, row 1, column id: Another row has the same value, and no two may."},
        {[](Checklist& l) { l.sources[0].name = "a/b"; },
         "a.db, table source, row 1, column name: A file name without folders is needed."},
        {[](Checklist& l) { l.sources[0].kind = "pdf"; },
         "a.db, table source, row 1, column kind: Only docx, workbook, csv, database and sample are kinds of source."},
        {[](Checklist& l) { l.sources[0].digest = "AB"; },
         "a.db, table source, row 1, column digest: A digest is 64 hexadecimal digits in lower case."},
        {[](Checklist& l) { l.sources[0].bytes = -1; },
         "a.db, table source, row 1, column bytes: The number -1 is not between 0 and 9007199254740992."},
        {[](Checklist& l) { l.roleHolders[1].role = ""; },
         "a.db, table role_holder, row 2, column role: There is no value, but one is needed."},
        {[](Checklist& l) { l.culture[1].text = "\xff"; },
         "a.db, table culture, row 2, column text: The text is not valid UTF-8."},
        {[](Checklist& l) { l.background[0].id = 0; },
         "a.db, table background, row 0, column id: The number 0 is not between 1 and 2147483647."},
    });
}

TEST(ContentRules, ScaleLinesAndKinds) {
    expectAll({
        {[](Checklist& l) { l.scale[1].word = l.scale[0].word; },
         "a.db, table opinion, row 2, column word: Another row has the same value, and no two may."},
        {[](Checklist& l) { l.scale[1].rank = 1; },
         "a.db, table opinion, row 2, column rank: Another row has the same value, and no two may."},
        {[](Checklist& l) { l.scale[1].colour = ColourRole::Good; },
         "a.db, table opinion, row 2, column colour_role: Another row has the same value, and no two may."},
        {[](Checklist& l) { l.scale[1].shape = Shape::DiscTick; },
         "a.db, table opinion, row 2, column shape: Another row has the same value, and no two may."},
        {[](Checklist& l) { l.scale[1].definition = ""; },
         "a.db, table opinion, row 2, column definition: There is no value, but one is needed."},
        {[](Checklist& l) { l.scale[1].colour = static_cast<ColourRole>(9); },
         "a.db, table opinion, row 2, column colour_role: The number 9 is not between 0 and 4."},
        {[](Checklist& l) { l.scale.pop_back(); },
         "a.db, table opinion: One row must have the colour role none: it stands for elements without an opinion."},
        {[](Checklist& l) { l.lines.pop_back(); },
         "a.db, table line: The table must have exactly the rows 1, 2 and 3."},
        {[](Checklist& l) { std::swap(l.lines[0], l.lines[1]); },
         "a.db, table line: The table must have exactly the rows 1, 2 and 3."},
        {[](Checklist& l) { l.lines[2].staleAfterMonths = 241; },
         "a.db, table line, row 3, column stale_after_months: The number 241 is not between 1 and 240."},
        {[](Checklist& l) { l.lines[2].word = ""; },
         "a.db, table line, row 3, column word: There is no value, but one is needed."},
        {[](Checklist& l) { l.kinds[1].word = "Inspection"; },
         "a.db, table kind, row 4, column word: Another row has the same value, and no two may."},
    });
}

TEST(ContentRules, ElementsAndPositions) {
    expectAll({
        {[](Checklist& l) { l.elements.clear(); },
         "a.db, table element: There is no element; a checklist has at least one of the six."},
        {[](Checklist& l) { l.elements[5].number = 7; },
         "a.db, table element, row 7, column number: The number 7 is not between 1 and 6."},
        {[](Checklist& l) { l.elements[5].number = 5; },
         "a.db, table element, row 5, column number: Another row has the same value, and no two may."},
        {[](Checklist& l) { l.elements.push_back(l.elements[0]); },
         "a.db, table element: The table has 7 rows; at most 6 are allowed."},
        {[](Checklist& l) { l.elements[2].title = ""; },
         "a.db, table element, row 3, column title: There is no value, but one is needed."},
        {[](Checklist& l) { l.elements[2].statement = ""; },
         "a.db, table element, row 3, column statement: There is no value, but one is needed."},
        {[](Checklist& l) { l.elements[2].opinion = 6; },
         "a.db, table element, row 3, column opinion: There is no row 6 in the table opinion."},
        {[](Checklist& l) { l.elements[2].opinionBy = "\u202e"; },
         "a.db, table element, row 3, column opinion_by: The text holds a character that turns the direction of "
         "writing (U+202E)."},
        {[](Checklist& l) { l.elements.erase(l.elements.begin() + 4); },
         "a.db, table position, row 3, column element: There is no row 5 in the table element."},
        {[](Checklist& l) { l.positions[1].id = 1; },
         "a.db, table position, row 1, column id: Another row has the same value, and no two may."},
        {[](Checklist& l) { l.positions[1].text = ""; },
         "a.db, table position, row 2, column text: There is no value, but one is needed."},
    });
}

TEST(ContentRules, EvidenceAndActions) {
    expectAll({
        {[](Checklist& l) { l.evidence[0].name = std::string(1'001, 'x'); },
         "a.db, table evidence, row 1, column name: The text has 1001 characters; at most 1000 are allowed here."},
        {[](Checklist& l) { l.evidence[0].line = static_cast<Line>(4); },
         "a.db, table evidence, row 1, column line: The number 4 is not between 1 and 3."},
        {[](Checklist& l) { l.evidence[0].kind = 2; },
         "a.db, table evidence, row 1, column kind: There is no row 2 in the table kind."},
        {[](Checklist& l) { l.evidence[0].link = "javascript:x"; },
         "a.db, table evidence, row 1, column link: Only addresses that begin with http:// or https:// are links."},
        {[](Checklist& l) { l.evidence[3].marking = std::string(101, 'x'); },
         "a.db, table evidence, row 5, column marking: The text has 101 characters; at most 100 are allowed here."},
        {[](Checklist& l) { l.links[0].evidence = 4; }, "a.db, table evidence_element, evidence 4, element 1, column "
                                                        "evidence: There is no row 4 in the table evidence."},
        {[](Checklist& l) { l.links[0].element = 9; }, "a.db, table evidence_element, evidence 1, element 9, column "
                                                       "element: There is no row 9 in the table element."},
        {[](Checklist& l) { l.links.push_back(l.links[0]); },
         "a.db, table evidence_element, evidence 1, element 1: This evidence is named twice for this element."},
        {[](Checklist& l) { l.links[0].seat = 0; }, "a.db, table evidence_element, evidence 1, element 1, column seat: "
                                                    "The number 0 is not between 1 and 2147483647."},
        {[](Checklist& l) { l.actions[1].status = static_cast<ActionStatus>(3); },
         "a.db, table action, row 2, column status: The number 3 is not between 0 and 2."},
        {[](Checklist& l) { l.actions[1].text = ""; },
         "a.db, table action, row 2, column text: There is no value, but one is needed."},
        {[](Checklist& l) {
             l.actions[1].due = {2026, 13, 0};
         },
         "a.db, table action, row 2, column due: This is not a date of the calendar between 1900 and 2199."},
        {[](Checklist& l) { l.actions[1].element = 0; },
         "a.db, table action, row 2, column element: There is no row 0 in the table element."},
    });
}

TEST(ContentRules, PagesOfDocuments) {
    Checklist list = testing_support::exampleWithDocument();
    const auto refused = [&list](const std::function<void(DocumentPage&)>& change) {
        Checklist changed = list;
        change(changed.documents[0].pages[0]);
        const auto fine = checkContent(changed, "a.db");
        return fine ? std::string("nothing refused") : fine.error().message();
    };
    EXPECT_EQ(refused([](DocumentPage&) {}), "nothing refused");
    EXPECT_EQ(refused([](DocumentPage& page) { page.width = 8193; }),
              "a.db, table page, document 7, number 1, column width: The number 8193 is not between 1 and 8192.");
    EXPECT_EQ(refused([](DocumentPage& page) { page.height = 0; }),
              "a.db, table page, document 7, number 1, column height: The number 0 is not between 1 and 8192.");
    EXPECT_EQ(refused([](DocumentPage& page) { page.width = page.height = 6400; }),
              "a.db, table page, document 7, number 1: The picture has more than 40 million pixels.");
    EXPECT_EQ(refused([](DocumentPage& page) { page.number = 2; }),
              "a.db, table page, document 7, number 2, column number: Pages are numbered from 1 without gaps.");
}

TEST(ContentRules, RowsAreCounted) {
    Checklist list = exampleChecklist();
    list.kinds.resize(limits::kKinds + 1);
    const auto refused = checkContent(list, "a.db");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, FailureKind::TooLarge);
    EXPECT_EQ(refused.error().message(), "a.db, table kind: The table has 1001 rows; at most 1000 are allowed.");
}

TEST(ContentRules, PlaceHasNoFileWhereThereIsNone) {
    Checklist list = exampleChecklist();
    list.title = "";
    EXPECT_EQ(checkContent(list).error().place, "table checklist, row 1, column title");
}

TEST(ContentRules, MetaSaysWhatWasWritten) {
    const Meta good{3, 3, "2024-02-29T23:59:59Z", "sightline 0.1.0", "northmoor-council"};
    EXPECT_TRUE(checkMeta(good));
    for (const char* created : {"", "2026-06-14", "2026-06-14T09:30:00", "2026-06-14 09:30:00Z", "2026-13-14T09:30:00Z",
                                "2026-06-14T24:00:00Z", "2026-06-14T09:60:00Z", "2026-06-14T0a:00:00Z"}) {
        Meta meta = good;
        meta.created = created;
        EXPECT_EQ(checkMeta(meta, "a.db").error().message(),
                  "a.db, table meta, row 1, column created: A time in UTC such as 2026-06-14T09:30:00Z is needed.");
    }
    EXPECT_FALSE(checkMeta({3, 3, good.created, "x"}));
    EXPECT_FALSE(checkMeta({2, -1, good.created, "x"}));
    EXPECT_FALSE(checkMeta({2, (std::int64_t{1} << 53) + 1, good.created, "x"}));
    EXPECT_FALSE(checkMeta({2, 3, good.created, ""}));
}

} // namespace
} // namespace sightline
