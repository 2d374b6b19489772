#include "data/import/evidence/evidence_match.h"

#include <gmock/gmock.h>

#include "data/import/evidence/file_name_key.h"

namespace sightline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Item {
    std::string name;
    std::string file = {};
};

Checklist checklistOf(const std::vector<Item>& items) {
    Checklist list;
    for (const Item& item : items) {
        Evidence evidence;
        evidence.id = static_cast<int>(list.evidence.size()) + 1;
        evidence.name = item.name;
        evidence.file = item.file;
        list.evidence.push_back(evidence);
    }
    return list;
}

std::vector<EvidenceFile> filesOf(const std::vector<std::string>& places) {
    std::vector<EvidenceFile> files;
    files.reserve(places.size());
    for (const std::string& place : places)
        files.push_back({"/folder/" + place, place.substr(place.rfind('/') + 1), place, 1});
    return files;
}

EvidenceMatch match(const std::vector<Item>& items, const std::vector<std::string>& places) {
    return matchEvidence(checklistOf(items), filesOf(places));
}

// How one file and one piece of evidence go together: "column", "name", "core" or "no".
std::string fits(const std::string& file, const std::string& evidence) {
    const EvidenceMatch found = match({{evidence}}, {file});
    if (found.matched.empty()) return "no";
    const std::string& reason = found.matched.front().reason;
    return reason.find("but for") != std::string::npos ? "core" : "name";
}

TEST(EvidenceMatch, FindsAFileByItsName) {
    EXPECT_EQ(fits("Self-evaluation.pdf", "Self Evaluation."), "name");
    EXPECT_EQ(fits("self_evaluation.PDF", "Self Evaluation"), "name");
    EXPECT_EQ(fits("Childrens plan.docx", "Children’s Plan"), "name");
    EXPECT_EQ(fits("Annual report 2024.pdf", "Annual report 2024"), "name");
    EXPECT_EQ(fits("Annual report", "Annual report"), "name");
    EXPECT_EQ(fits("Annual plan.pdf", "Annual report"), "no");
    EXPECT_EQ(fits("2024.pdf", "Annual report"), "no");
}

TEST(EvidenceMatch, ForgivesNumberingDatesAndVersions) {
    EXPECT_EQ(fits("03 - Annual report.pdf", "Annual report"), "core");
    EXPECT_EQ(fits("3.2 Annual report.pdf", "Annual report"), "core");
    EXPECT_EQ(fits("Annual report v2 FINAL.pdf", "Annual report"), "core");
    EXPECT_EQ(fits("Annual report (1).pdf", "Annual report"), "core");
    EXPECT_EQ(fits("2024-06-14 Annual report.pdf", "Annual report"), "core");
    EXPECT_EQ(fits("20240614_Annual_report.pdf", "Annual report"), "core");
    EXPECT_EQ(fits("Annual report.pdf", "Annual report (June 2024)"), "core");
    EXPECT_EQ(fits("Annual report 14.06.2024.pdf", "Annual report, 14th June 2024"), "core");
    EXPECT_EQ(fits("Annual report 14 Jun 2024.pdf", "Annual report June 2024"), "core");
    EXPECT_EQ(fits("Annual report 2023-24.pdf", "Annual report"), "core");
}

TEST(EvidenceMatch, DoesNotForgiveWhatTellsDocumentsApart) {
    EXPECT_EQ(fits("Annual report 2023.pdf", "Annual report 2024"), "no");
    EXPECT_EQ(fits("Annual report June 2024.pdf", "Annual report May 2024"), "no");
    EXPECT_EQ(fits("Section 47 audit.pdf", "Section 11 audit"), "no");
    EXPECT_EQ(fits("Section 47.pdf", "Section 11"), "no");
    EXPECT_EQ(fits("Section audit.pdf", "Section 11 audit"), "no");
    EXPECT_EQ(fits("Audit.pdf", "Internal audit"), "no");
    EXPECT_EQ(fits("Internal audit plan.pdf", "Internal audit"), "no");
    EXPECT_EQ(fits("Dismay.pdf", "Dis"), "no");
    EXPECT_EQ(fits("May report.pdf", "Report"), "no"); // "May" may be a name
}

TEST(EvidenceMatch, FollowsTheFileColumnFirst) {
    const EvidenceMatch found = match({{"Letter", "SCAN01.PDF"}, {"Plan", "plan"}, {"Scan01"}, {"Other", "scan01.pdf"}},
                                      {"Letter.pdf", "plan.docx", "scan01.pdf"});
    ASSERT_EQ(found.matched.size(), 2);
    EXPECT_EQ(found.matched[0].file, 1);
    EXPECT_THAT(found.matched[0].evidence, ElementsAre(1)); // the ending was left out
    EXPECT_EQ(found.matched[1].file, 2);
    EXPECT_THAT(found.matched[1].evidence, ElementsAre(0, 3)); // two share a file
    EXPECT_EQ(found.matched[1].reason, "named in the file column");
    ASSERT_EQ(found.unmatched.size(), 1);
    EXPECT_EQ(found.unmatched[0].place, "Letter.pdf"); // its evidence says that it is another file
    EXPECT_EQ(found.withoutFile, 1);
}

TEST(EvidenceMatch, SaysWhichNamedFileIsNotThere) {
    const EvidenceMatch found = match({{"Letter", "letter.pdf"}, {"Plan"}}, {"other.pdf"});
    ASSERT_EQ(found.missing.size(), 1);
    EXPECT_EQ(found.missing[0].text, "Letter");
    EXPECT_THAT(found.missing[0].why, HasSubstr("“letter.pdf” is not in the folder"));
    EXPECT_EQ(found.withoutFile, 1);
}

TEST(EvidenceMatch, DoesNotGuessBetweenTwoFiles) {
    const EvidenceMatch found = match({{"Annual report"}}, {"Annual report.docx", "Annual report.pdf"});
    EXPECT_THAT(found.matched, IsEmpty());
    ASSERT_EQ(found.unmatched.size(), 2);
    EXPECT_THAT(found.unmatched[0].why, HasSubstr("it and “Annual report.pdf” fit “Annual report”"));
    EXPECT_THAT(match({{"Minutes"}}, {"Minutes 2023.pdf", "Minutes 2024.pdf"}).matched, IsEmpty());
    const EvidenceMatch twice = match({{"Letter", "letter.pdf"}}, {"a/letter.pdf", "b/Letter.pdf"});
    EXPECT_THAT(twice.matched, IsEmpty());
    EXPECT_THAT(twice.missing.at(0).why, HasSubstr("several files named"));
    EXPECT_THAT(twice.unmatched.at(0).why, HasSubstr("several files of this name"));
}

TEST(EvidenceMatch, DoesNotGuessBetweenTwoPiecesOfEvidence) {
    const EvidenceMatch found = match({{"Minutes 2023"}, {"Minutes 2024"}}, {"Minutes.pdf"});
    EXPECT_THAT(found.matched, IsEmpty());
    EXPECT_THAT(found.unmatched.at(0).why, HasSubstr("it fits “Minutes 2023”, “Minutes 2024”"));
    // The better name wins, and the same name twice is one.
    EXPECT_THAT(match({{"Minutes 2023"}, {"Minutes 2024"}}, {"Minutes 2024.pdf"}).matched.at(0).evidence,
                ElementsAre(1));
    EXPECT_THAT(match({{"Minutes"}, {"minutes."}}, {"Minutes.pdf"}).matched.at(0).evidence, ElementsAre(0, 1));
}

TEST(EvidenceMatch, OnlySuggestsWhatIsNear) {
    const EvidenceMatch found = match({{"Quality assurance framework"}}, {"Quality assurance framework audit.pdf"});
    EXPECT_THAT(found.matched, IsEmpty());
    EXPECT_THAT(found.unmatched.at(0).why, HasSubstr("if it is “Quality assurance framework”, name it in the file"));
    EXPECT_EQ(match({{"Audit"}}, {"Holiday plans.pdf"}).unmatched.at(0).why, "no evidence has this name");
}

TEST(EvidenceMatch, TakesNamesApart) {
    EXPECT_EQ(fileNameKey("03 - Board_minutes 14-06-2024 v2.pdf"),
              (FileNameKey{"03boardminutes14062024v2", "boardminutes", {6, 14, 2024}}));
    EXPECT_EQ(withoutEnding("Report v1.2"), "Report v1");
    EXPECT_EQ(withoutEnding("Report. A long story"), "Report. A long story");
    EXPECT_EQ(withoutEnding(".hidden"), ".hidden");
}

} // namespace
} // namespace sightline
