// The rules that importers decide by, each a table of examples.
#include <gtest/gtest.h>

#include "data/defaults.h"
#include "data/import/authority_rule.h"
#include "data/import/date_rule.h"
#include "data/import/element_rule.h"
#include "data/import/header_rule.h"
#include "data/import/line_rule.h"
#include "data/import/name_match.h"
#include "data/import/opinion_rule.h"
#include "data/import/text.h"

namespace sightline {
namespace {

TEST(DateRule, ReadsTheFormsOfficersWrite) {
    const std::pair<const char*, const char*> cases[] = {{"14 June 2024", "2024-06-14"},
                                                         {"14th of June 2024", "2024-06-14"},
                                                         {"1st June, 2024", "2024-06-01"},
                                                         {"June 14, 2024", "2024-06-14"},
                                                         {"14/06/2024", "2024-06-14"},
                                                         {"4.6.2024", "2024-06-04"},
                                                         {"2024-06-14", "2024-06-14"},
                                                         {"June 2024", "2024-06"},
                                                         {"Nov 2023", "2023-11"},
                                                         {"Sept. 2024", "2024-09"},
                                                         {"held in MAY 2024.", "2024-05"},
                                                         {"(2021)", "2021"},
                                                         {"Inspection 2024 judged", "2024"},
                                                         {"Annual report 2022", "2022"},
                                                         {"10\u201312 June 2024", "2024-06-12"}};
    for (const auto& [text, date] : cases) {
        const DatesInText dates = datesIn(text);
        ASSERT_EQ(dates.found.size(), 1U) << text;
        EXPECT_EQ(isoDate(dates.found.front().date), date) << text;
        EXPECT_TRUE(dates.unclear.empty()) << text;
    }
}

TEST(DateRule, GuessesNothing) {
    for (const char* text : {"2023/24", "2022-2025", "2023\u20132024", "Nov 23", "Q2 2024", "31/31/2024",
                             "30 February 2024", "14/06/24", "the 2014 Act", "Summit 2024"}) {
        EXPECT_TRUE(datesIn(text).found.empty()) << text;
        EXPECT_EQ(datesIn(text).unclear.size(), 1U) << text;
    }
    for (const char* text :
         {"", "may be", "Section 11", "03000 123456", "1 of 3", "12345", "version 2.1", "Year 2019x9"})
        EXPECT_TRUE(datesIn(text).found.empty()) << text;
}

TEST(DateRule, TakesAWholeCellOrNothing) {
    EXPECT_EQ(wholeDate(" 2024 "), (PartialDate{2024, 0, 0}));
    EXPECT_EQ(wholeDate("14/06/2024"), (PartialDate{2024, 6, 14}));
    EXPECT_EQ(wholeDate("June 2024"), (PartialDate{2024, 6, 0}));
    for (const char* text : {"", "by June 2024", "June 2024 and July 2024", "Jun-24", "soon"})
        EXPECT_FALSE(wholeDate(text)) << text;
}

TEST(DateRule, CoversTheLatestDateThatIsNotAPlan) {
    EXPECT_EQ(dateCovered("May 2022, again June 2023 and (2024)", {}).date, (PartialDate{2023, 6, 0}));
    EXPECT_EQ(dateCovered("(2020) and (2021)", {2024, 6, 0}).date, (PartialDate{2021, 0, 0}));
    const DateCovered plan = dateCovered("July 2023 to March 2025", {2024, 6, 0});
    EXPECT_FALSE(plan.date.known());
    EXPECT_NE(plan.unclear.find("March 2025"), std::string::npos);
    EXPECT_TRUE(dateCovered("nothing", {}).unclear.empty());
}

TEST(LineRule, GoesByTheFirstRuleThatFits) {
    const std::tuple<const char*, Line, const char*> cases[] = {
        {"Ofsted letter", Line::Independent, "ofsted"},
        {"Internal audits programme", Line::Independent, "audit"},
        {"Peer Reviews", Line::Independent, "peer review"},
        {"Inspection of the Partnership Board", Line::Independent, "inspection"},
        {"University of Northmoor's evaluation", Line::Independent, "university"},
        {"Scrutiny Committee minutes", Line::Oversight, "committee"},
        {"Safeguarding Partnerships", Line::Oversight, "partnership"},
        {"Governance framework", Line::Oversight, "governance"},
        {"Dashboard", Line::Management, ""},
        {"Auditorium plan", Line::Management, ""},
        {"Supervision framework", Line::Management, ""}};
    for (const auto& [name, line, keyword] : cases) {
        EXPECT_EQ(guessLine(name).line, line) << name;
        EXPECT_EQ(guessLine(name).keyword, keyword) << name;
    }
}

TEST(NameMatch, OverlooksCasePunctuationAndSpaces) {
    for (const char* same :
         {"Self-Evaluation.", "self evaluation", "SELF\u2013EVALUATION", "Self\u00A0evaluation", " Self-evaluation "})
        EXPECT_EQ(nameKey(same), "selfevaluation") << same;
    EXPECT_EQ(nameKey("Children\u2019s Plan"), nameKey("Childrens' plan."));
    EXPECT_EQ(nameKey("CAF\u00C9"), nameKey("caf\u00E9"));
    EXPECT_NE(nameKey("Plan 1"), nameKey("Plan 2"));
    for (const char* nothing : {"None", "N/A", "-", "nil.", "None identified", "\u2014"})
        EXPECT_TRUE(saysNothing(nothing)) << nothing;
    EXPECT_FALSE(saysNothing("None of the plans is late"));
}

TEST(HeaderRule, KnowsColumnsByMeaning) {
    using enum ColumnRole;
    const std::pair<const char*, ColumnRole> cases[] = {
        {"The six elements", Element},
        {"Key element", Element},
        {"Requirement", Element},
        {"No.", Number},
        {"Element no", Number},
        {"In Dorset \u2013 current position", Position},
        {"What is in place", Position},
        {"Current arrangements", Position},
        {"Evidence", Evidence},
        {"Sources of assurance", Evidence},
        {"Evidence of what is in place", Evidence},
        {"How do we know?", Evidence},
        {"Next steps", Action},
        {"Actions", Action},
        {"Next steps and by when", Action},
        {"RAG", Opinion},
        {"Opinion", Opinion},
        {"Level of assurance", Opinion},
        {"Lead", Owner},
        {"Action owner", Owner},
        {"Owner", Owner},
        {"By whom", Owner},
        {"By when", Due},
        {"Due", Due},
        {"Due date for action", Due},
        {"Target date", Due},
        {"Telephone", None},
        {"", None},
        {"A long sentence that happens to speak of evidence and of next steps and goes on", None}};
    for (const auto& [header, role] : cases) EXPECT_EQ(columnRole(header), role) << header;
}

TEST(ElementRule, ReadsNumbersAndMeaning) {
    for (const char* text : {"3", "3.", "(3)", "Element 3", "No. 3", " 3: "}) EXPECT_EQ(bareNumber(text), 3) << text;
    for (const char* text : {"", "three", "3.1", "3 things", "300"}) EXPECT_FALSE(bareNumber(text)) << text;
    EXPECT_EQ(splitNumber("2. Clarity").number, 2);
    EXPECT_EQ(splitNumber("2. Clarity").statement, "Clarity");
    EXPECT_EQ(splitNumber("Element 4: Voice").statement, "Voice");
    EXPECT_FALSE(splitNumber("2 posts are held").number);
    EXPECT_FALSE(splitNumber("2024. A year").number);
    EXPECT_EQ(elementByMeaning("Clarity about child protection systems"), 5);
    EXPECT_EQ(elementByMeaning("Something else"), 0);
    EXPECT_EQ(elementByMeaning("Child protection and the voice of children"), 0);
    EXPECT_EQ(shortTitle("The seniority of and breadth of responsibilities"), defaultElementTitle(3));
}

TEST(OpinionRule, TakesWordsOfTheScaleOnly) {
    const auto scale = defaultScale();
    EXPECT_EQ(findOpinion("substantial", scale)->id, 1);
    EXPECT_EQ(findOpinion("No assurance", scale)->id, 4);
    EXPECT_EQ(findOpinion("Reasonable assurance: two gaps", scale)->reason, "two gaps");
    EXPECT_EQ(findOpinion("Limited (records are late)", scale)->reason, "records are late");
    EXPECT_EQ(findOpinion("Not assessed", scale)->id, 0);
    for (const char* text : {"Green", "Amber", "Red", "Limited time", "No", "", "Substantially met"})
        EXPECT_FALSE(findOpinion(text, scale)) << text;
}

TEST(AuthorityRule, FindsTheCouncil) {
    EXPECT_EQ(authorityIn({"The Council met.", "Northmoor Council and the Youth Council met Southmoor Council.",
                           "Northmoor Council's plan."},
                          ""),
              "Northmoor Council");
    EXPECT_EQ(authorityIn({"Southmoor Council. Southmoor Council. Northmoor Council."}, "Northmoor checklist"),
              "Northmoor Council");
    EXPECT_EQ(authorityIn({"For the London Borough of Kingsmead and Vale, in 2024"}, ""),
              "London Borough of Kingsmead and Vale");
    EXPECT_EQ(authorityIn({"NORTHMOOR COUNTY COUNCIL"}, ""), "Northmoor County Council");
    EXPECT_EQ(authorityIn({"The County Council, our Council and the Care Leavers Council"}, ""), "");
}

TEST(Text, IsCutAndCleaned) {
    EXPECT_EQ(oneLine(" a\t\n b\u00A0\u00AD\u200Bc\u2011d "), "a b c-d");
    EXPECT_EQ(excerpt("one two three", 8), "one two\u2026");
    EXPECT_EQ(excerpt("short", 8), "short");
    EXPECT_EQ(invalidUtf8("caf\u00E9"), std::nullopt);
    EXPECT_EQ(invalidUtf8("ab\xF5"), 2U);
    EXPECT_EQ(invalidUtf8("\xF4\x90\x80\x80"), 0U);
}

} // namespace
} // namespace sightline
