#include "data/import/import.h"

#include <gtest/gtest.h>

#include "data/defaults.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

constexpr const char* kFacts =
    "title,authority,service,position_date\nTest of Assurance,Northmoor Council,Children's Services,2026-03\n";
constexpr const char* kElements =
    "number,title,statement,opinion,opinion_date\n1,First,Statement one.,limited,14/02/2026\n"
    "4,,Statement four.,,\n";
constexpr const char* kEvidence = "name,line,line_guessed,kind,covers,link,elements,detail\n"
                                  "Annual audit,independent,no,Audit,2025-11,https://example.org/a,1;4,\"one\ntwo\"\n"
                                  "Board minutes,,,Minutes,,,4,\n";

class CsvFolder : public testing::Test {
protected:
    void SetUp() override {
        folder.write("checklist.csv", kFacts);
        folder.write("element.csv", kElements);
        folder.write("evidence.csv", kEvidence);
    }
    [[nodiscard]] Result<Imported> import() const { return importSources({folder.path()}); }
    // The failure for a folder in which one file says something else.
    Failure failureWith(const char* name, const std::string& bytes) {
        folder.write(name, bytes);
        auto imported = import();
        EXPECT_FALSE(imported) << bytes;
        return imported ? Failure{} : imported.error();
    }
    TempFolder folder;
};

TEST_F(CsvFolder, BecomesAChecklist) {
    folder.write("position.csv", "element,text\n4,\"In place:\nthis\nthat\"\n");
    folder.write("action.csv",
                 "element,text,owner,due,status\n1,Do it,Head of Service,June 2026,in progress\n4,Later,,,\n");
    folder.write("role_holder.csv",
                 "role,abbreviation,holder\nDirector of Children's Services,DCS,Executive Director\n");
    folder.write("culture.csv", "text\nWe ask.\n");
    folder.write("background.csv", "text\nThe law.\nThe guidance.\n");
    const auto imported = import();
    ASSERT_TRUE(imported) << imported.error().message();
    const Checklist& c = imported->checklist;
    EXPECT_EQ(c.authority, "Northmoor Council");
    EXPECT_EQ(c.positionDate, (PartialDate{2026, 3, 0}));
    ASSERT_EQ(c.elements.size(), 2U);
    EXPECT_EQ(c.elements[0].opinion, 3);
    EXPECT_EQ(c.elements[0].opinionDate, (PartialDate{2026, 2, 14}));
    EXPECT_EQ(c.elements[1].title, defaultElementTitle(4));
    EXPECT_EQ(c.elements[1].opinion, 0);
    ASSERT_EQ(c.positions.size(), 1U);
    EXPECT_EQ(c.positions[0].text, "In place:\nthis\nthat");
    ASSERT_EQ(c.evidence.size(), 2U);
    EXPECT_EQ(c.evidence[0].detail, "one\ntwo");
    EXPECT_EQ(c.evidence[0].line, Line::Independent);
    EXPECT_FALSE(c.evidence[0].lineGuessed);
    EXPECT_EQ(c.evidence[1].line, Line::Oversight);
    EXPECT_TRUE(c.evidence[1].lineGuessed);
    EXPECT_EQ(imported->report.guessed.size(), 1U);
    ASSERT_EQ(c.kinds.size(), 2U);
    EXPECT_EQ(c.evidence[1].kind, c.kinds[1].id);
    ASSERT_EQ(c.links.size(), 3U);
    EXPECT_EQ(c.links[2].element, 4);
    EXPECT_EQ(c.links[2].seat, 2);
    ASSERT_EQ(c.actions.size(), 2U);
    EXPECT_EQ(c.actions[0].status, ActionStatus::InProgress);
    EXPECT_EQ(c.actions[0].due, (PartialDate{2026, 6, 0}));
    EXPECT_EQ(c.actions[1].owner, "");
    EXPECT_FALSE(c.actions[1].due.known());
    EXPECT_EQ(c.scale, defaultScale());
    EXPECT_EQ(c.lines, defaultLines());
    EXPECT_EQ(c.background.size(), 2U);
    const Place& place = c.actions[1].place;
    EXPECT_EQ(place.where, "line 3");
    EXPECT_EQ(c.sources.at(static_cast<size_t>(place.source) - 1).name, "action.csv");
    EXPECT_EQ(c.sources[0].digest.size(), 64U);
}

TEST_F(CsvFolder, TakesItsOwnScaleLinesAndKinds) {
    folder.write(
        "opinion.csv",
        "word,rank,colour_role,shape,definition\nWeak,2,poor,triangle,Not enough.\nLimited,1,good,disc-tick,Fine.\n"
        "Open,3,none,dashed-ring,Nobody has said.\n");
    folder.write("line.csv",
                 "line,word,stale_after_months\nindependent,Third,12\nmanagement,First,36\noversight,Second,24\n");
    folder.write("kind.csv", "word\nMinutes\nAudit\n");
    const auto imported = import();
    ASSERT_TRUE(imported) << imported.error().message();
    const Checklist& c = imported->checklist;
    ASSERT_EQ(c.scale.size(), 3U);
    EXPECT_EQ(c.scale[0].word, "Limited");
    EXPECT_EQ(c.elements[0].opinion, c.scale[0].id);
    EXPECT_EQ(c.lines[2].word, "Third");
    EXPECT_EQ(c.lines[2].staleAfterMonths, 12);
    EXPECT_EQ(c.evidence[0].kind, 2);
}

TEST_F(CsvFolder, LetsEvidenceElementOrderTheEvidence) {
    folder.write("evidence_element.csv", "evidence,element\n2,4\n1,4\n1,1\n");
    const auto imported = import();
    ASSERT_TRUE(imported) << imported.error().message();
    const auto& links = imported->checklist.links;
    ASSERT_EQ(links.size(), 3U);
    EXPECT_EQ(links[1].evidence, 2);
    EXPECT_EQ(links[1].seat, 1);
    EXPECT_EQ(links[2].evidence, 1);
    EXPECT_NE(imported->report.text().find("“elements” was not used"), std::string::npos);
}

TEST_F(CsvFolder, ReportsFilesItDoesNotKnow) {
    folder.write("notes.txt", "hello");
    folder.write("budget.csv", "a\n1\n");
    const auto imported = import();
    ASSERT_TRUE(imported);
    const std::string text = imported->report.text();
    EXPECT_NE(text.find("notes.txt"), std::string::npos) << text;
    EXPECT_NE(text.find("budget.csv"), std::string::npos) << text;
}

TEST_F(CsvFolder, RefusesAKindThatIsNotListed) {
    const Failure failure = failureWith("kind.csv", "word\nAudit\n");
    EXPECT_EQ(failure.place, (folder.path() / "evidence.csv").string() + ", line 4, column “kind”");
    EXPECT_NE(failure.sentence.find("“Minutes” is not in kind.csv"), std::string::npos);
}

TEST_F(CsvFolder, OfOtherFilesIsRefused) {
    std::filesystem::remove(folder.path() / "checklist.csv");
    const auto imported = import();
    ASSERT_FALSE(imported);
    EXPECT_EQ(imported.error().kind, FailureKind::Missing);
    EXPECT_NE(imported.error().message().find(folder.path().string()), std::string::npos);
    EXPECT_NE(imported.error().sentence.find("checklist.csv"), std::string::npos);
}

struct BadTable {
    const char* what;
    const char* file;
    const char* bytes;
    const char* place; // after the folder
    const char* sentence;
};

class CsvTableRefuses : public CsvFolder, public testing::WithParamInterface<BadTable> {};

TEST_P(CsvTableRefuses, NamesFileLineAndColumn) {
    const BadTable& bad = GetParam();
    const Failure failure = failureWith(bad.file, bad.bytes);
    EXPECT_EQ(failure.place, (folder.path() / bad.file).string() + bad.place);
    EXPECT_NE(failure.sentence.find(bad.sentence), std::string::npos) << failure.sentence;
    EXPECT_EQ(failure.sentence.back(), '.');
}

INSTANTIATE_TEST_SUITE_P(
    All, CsvTableRefuses,
    testing::Values(
        BadTable{"Empty", "culture.csv", "", ", line 1", "is empty"},
        BadTable{"UnknownColumn", "culture.csv", "text,colour\n", ", line 1", "“colour” is not known"},
        BadTable{"DoubleColumn", "culture.csv", "text,Text\n", ", line 1", "“text” is there twice"},
        BadTable{"NamelessColumn", "culture.csv", "text,\n", ", line 1", "Column 2 has no name"},
        BadTable{"MissingColumn", "action.csv", "text\nDo\n", ", line 1", "“element” is missing"},
        BadTable{"Semicolons", "action.csv", "element;text\n1;Do\n", ", line 1", "separated by commas"},
        BadTable{"FewerCells", "action.csv", "element,text\n1\n", ", line 2", "has 1 cells"},
        BadTable{"MoreCells", "action.csv", "element,text\n1,Do,more\n", ", line 2", "has 3 cells"},
        BadTable{"EmptyText", "action.csv", "element,text\n1,\n", ", line 2, column “text”", "must be filled in"},
        BadTable{"BadDate", "action.csv", "element,text,due\n1,Do,soon\n", ", line 2, column “due”",
                 "“soon” is not a date"},
        BadTable{"ImpossibleDate", "action.csv", "element,text,due\n1,Do,2026-02-30\n", ", line 2, column “due”",
                 "is not a date"},
        BadTable{"BadStatus", "action.csv", "element,text,status\n1,Do,half\n", ", line 2, column “status”",
                 "open, in progress or done"},
        BadTable{"NoSuchElement", "action.csv", "element,text\n2,Do\n", ", line 2, column “element”", "no element 2"},
        BadTable{"ElementNotANumber", "position.csv", "element,text\none,Do\n", ", line 2, column “element”",
                 "whole number from 1 to 6"},
        BadTable{"SevenElements", "element.csv", "number,statement\n7,S\n", ", line 2, column “number”",
                 "whole number from 1 to 6"},
        BadTable{"ElementTwice", "element.csv", "number,statement\n1,S\n1,T\n", ", line 3, column “number”",
                 "is there twice"},
        BadTable{"NoElements", "element.csv", "number,statement\n", "", "at least one element"},
        BadTable{"UnknownOpinion", "element.csv", "number,statement,opinion\n1,S,Green\n", ", line 2, column “opinion”",
                 "“Green” is not a word"},
        BadTable{"TwoChecklists", "checklist.csv", "title,authority\nT,A\nT,B\n", ", line 3, column “title”",
                 "exactly one"},
        BadTable{"NoChecklist", "checklist.csv", "title,authority\n", "", "exactly one"},
        BadTable{"LineFeedInTitle", "checklist.csv", "title,authority\n\"T\nU\",A\n", ", line 2, column “title”",
                 "several lines"},
        BadTable{"BadLine", "evidence.csv", "name,line\nE,fourth\n", ", line 2, column “line”",
                 "management, oversight or independent"},
        BadTable{"BadYesNo", "evidence.csv", "name,line_guessed\nE,maybe\n", ", line 2, column “line_guessed”",
                 "“maybe”"},
        BadTable{"BadLink", "evidence.csv", "name,link\nE,file:///etc/passwd\n", ", line 2, column “link”",
                 "not a web address"},
        BadTable{"BadElements", "evidence.csv", "name,elements\nE,1;5\n", ", line 2, column “elements”",
                 "“5” is not an element"},
        BadTable{"ElementsTwice", "evidence.csv", "name,elements\nE,1;1\n", ", line 2, column “elements”",
                 "is there twice"},
        BadTable{"IdTwice", "culture.csv", "id,text\n1,a\n1,b\n", ", line 3, column “id”", "is there twice"},
        BadTable{"IdNotANumber", "culture.csv", "id,text\n-1,a\n", ", line 2, column “id”", "whole number"},
        BadTable{"NoSuchEvidence", "evidence_element.csv", "evidence,element\n9,1\n", ", line 2, column “evidence”",
                 "no evidence 9"},
        BadTable{"LinkTwice", "evidence_element.csv", "evidence,element\n1,1\n1,1\n", ", line 3, column “evidence”",
                 "twice"},
        BadTable{"ScaleWithoutNone", "opinion.csv", "word,rank,colour_role,shape,definition\nGood,1,good,disc-tick,D\n",
                 "", "“none”"},
        BadTable{"ScaleColourTwice", "opinion.csv",
                 "word,rank,colour_role,shape,definition\nA,1,none,disc-tick,D\nB,2,none,triangle,D\n",
                 ", line 3, column “colour_role”", "Two words"},
        BadTable{"TwoLines", "line.csv", "line,word,stale_after_months\nmanagement,M,24\noversight,O,24\n", "",
                 "three lines"},
        BadTable{"StaleNever", "line.csv", "line,word,stale_after_months\nmanagement,M,0\n",
                 ", line 2, column “stale_after_months”", "1 to 240"},
        BadTable{"NotUtf8", "culture.csv", "text\nCaf\xE9\n", ", line 2, column 4", "CSV UTF-8"}),
    [](const auto& test) { return std::string(test.param.what); });

} // namespace
} // namespace sightline
