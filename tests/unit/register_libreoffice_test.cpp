// A register that LibreOffice saved again, and one that was edited there.
#include <gtest/gtest.h>

#include "data/sample.h"
#include "data/verify.h"
#include "tests/support/flat_sheet.h"
#include "tests/support/office.h"
#include "tests/support/places.h"
#include "tests/support/register_files.h"

namespace sightline {
namespace {

class RegisterInLibreOffice : public testing::Test {
protected:
    void SetUp() override {
        if (!Office::isInstalled()) GTEST_SKIP() << "LibreOffice is not installed";
    }

    std::filesystem::path exported(const Checklist& checklist) {
        return folder.write("register.xlsx", must(makeRegister(checklist, kCreated)));
    }
    void expectTheSameFrom(const std::filesystem::path& file, const Checklist& checklist) {
        const auto got = importSources({file});
        ASSERT_TRUE(got) << got.error().message();
        expectSameContent(got->checklist, checklist);
        EXPECT_TRUE(got->report.unclear.empty()) << got->report.text();
        EXPECT_TRUE(got->report.skipped.empty()) << got->report.text();
    }

    TempFolder folder;
    Office office;
};

TEST_F(RegisterInLibreOffice, IsTheSameWhateverItIsSavedAs) {
    for (const Checklist& checklist : {must(sampleSnapshot("northmoor")).checklist, awkwardChecklist()}) {
        const auto file = exported(checklist);
        for (const char* kind : {"xlsx", "ods"}) {
            SCOPED_TRACE(checklist.title + " as " + kind);
            expectTheSameFrom(office.saveAs(file, kind, "again"), checklist);
        }
    }
}

TEST_F(RegisterInLibreOffice, IsTheSameAfterAJourneyThroughAllItsKinds) {
    const Checklist checklist = awkwardChecklist();
    const auto ods = office.saveAs(exported(checklist), "ods", "1");
    expectTheSameFrom(office.saveAs(office.saveAs(ods, "fods", "2"), "xlsx", "3"), checklist);
}

// The columns of the sheets, from 1.
constexpr int kOpinion = 4;
constexpr int kOpinionDate = 6;
constexpr int kOpinionBy = 7;
constexpr int kOwner = 4;
constexpr int kDue = 5;
constexpr int kElement2 = 4;
constexpr int kLine = 10;

TEST_F(RegisterInLibreOffice, BringsEveryEditOfTheRealChecklistToTheSnapshot) {
    const std::filesystem::path document =
        std::filesystem::path(testing_support::kSourceDir) / "../shared/samples/dorset-test-of-assurance-2024-06.docx";
    if (!std::filesystem::exists(document)) GTEST_SKIP() << "the real checklist is not here";
    const Imported word = must(importSources({document}));
    const auto flat = office.saveAs(exported(word.checklist), "fods", "flat");

    FlatSheets sheets(readBytes(flat));
    for (int row = 2; row <= 7; ++row) {
        sheets.setText("Elements", row, kOpinion, row % 2 == 0 ? "Reasonable" : "Limited");
        sheets.setDate("Elements", row, kOpinionDate, "2024-07-0" + std::to_string(row));
        sheets.setText("Elements", row, kOpinionBy, "Head of Internal Audit");
    }
    for (int row = 2; row <= 12; ++row) {
        sheets.setText("Actions", row, kOwner, "Owner of row " + std::to_string(row));
        sheets.setDate("Actions", row, kDue, "2024-12-" + std::to_string(row + 8));
    }
    sheets.setText("Evidence", 2, kLine, "Independent");
    const auto edited = office.saveAs(folder.write("edited.fods", sheets.bytes()), "xlsx", "edited");

    // Alone, and together with the same document.
    for (const auto& sources : {std::vector{edited}, std::vector{document, edited}}) {
        const auto got = importSources(sources);
        ASSERT_TRUE(got) << got.error().message();
        SnapshotFiles files;
        must(publish(got->checklist, files.path("s.db"), SnapshotFiles::publisher()));
        const Checklist shown = must(takeSnapshot(files.path("s.db"), files.state())).snapshot.checklist;
        EXPECT_EQ(shown.positions.size(), 27U);
        EXPECT_EQ(shown.links.size(), 54U);
        ASSERT_EQ(shown.actions.size(), 11U);
        for (const Element& element : shown.elements) {
            EXPECT_EQ(element.opinion, element.number % 2 == 1 ? 2 : 3);
            EXPECT_EQ(element.opinionDate, (PartialDate{2024, 7, element.number + 1}));
            EXPECT_EQ(element.opinionBy, "Head of Internal Audit");
        }
        for (size_t i = 0; i < 11; ++i) {
            EXPECT_EQ(shown.actions[i].owner, "Owner of row " + std::to_string(i + 2));
            EXPECT_EQ(shown.actions[i].due, (PartialDate{2024, 12, static_cast<int>(i) + 10}));
        }
        EXPECT_EQ(shown.evidence[0].line, Line::Independent);
        EXPECT_FALSE(shown.evidence[0].lineGuessed);
    }
}

TEST_F(RegisterInLibreOffice, ReadsWhatIsTypedIntoNewRows) {
    const auto flat = office.saveAs(exported(exampleChecklist()), "fods", "flat");
    FlatSheets sheets(readBytes(flat));
    const int row = static_cast<int>(exampleChecklist().evidence.size()) + 2;
    sheets.setText("Evidence", row, 2, "Newly found report");
    sheets.setTruth("Evidence", row, kElement2);
    sheets.setDate("Evidence", row, 13, "2026-02-03");
    for (const char* kind : {"xlsx", "ods"}) {
        const auto got = importSources({office.saveAs(folder.write("new.fods", sheets.bytes()), kind, "new")});
        ASSERT_TRUE(got) << got.error().message();
        const Evidence& item = got->checklist.evidence.back();
        EXPECT_EQ(item.id, 6) << "above all others";
        EXPECT_EQ(item.name, "Newly found report");
        EXPECT_EQ(item.covers, (PartialDate{2026, 2, 3}));
        EXPECT_TRUE(item.lineGuessed);
        EXPECT_EQ(got->checklist.links[3].evidence, 6);
        EXPECT_EQ(got->checklist.links[3].seat, 2) << "after the one that was there";
    }
}

} // namespace
} // namespace sightline
