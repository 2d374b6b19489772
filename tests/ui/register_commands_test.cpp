#include <gtest/gtest.h>

#include "app/command_export.h"
#include "app/command_import.h"
#include "app/command_template.h"
#include "data/verify.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

class RegisterCommands : public testing::Test {
protected:
    void SetUp() override {
        testing::internal::CaptureStdout();
        testing::internal::CaptureStderr();
    }
    void TearDown() override { endCapture(); }
    void endCapture() {
        if (captured) out = testing::internal::GetCapturedStdout();
        if (captured) errors = testing::internal::GetCapturedStderr();
        captured = false;
    }

    SnapshotFiles files;
    std::string out;
    std::string errors;
    bool captured = true;
};

TEST_F(RegisterCommands, ExportAndImportBringASnapshotRound) {
    const auto snapshot = files.published();
    const std::string workbook = files.path("register.xlsx");
    EXPECT_EQ(runExport({{snapshot, ""}, {}, workbook, ""}), kFine);
    EXPECT_EQ(runImport({{workbook}, files.path("again.db"), files.path("report.json"), "", ""}), kFine);
    const Checklist again = must(takeSnapshot(files.path("again.db"), files.state())).snapshot.checklist;
    EXPECT_EQ(again.evidence.size(), exampleChecklist().evidence.size());
    EXPECT_EQ(again.elements[0].opinion, exampleChecklist().elements[0].opinion);
    EXPECT_NE(readBytes(files.path("report.json")).find("\"kind\": \"workbook\""), std::string::npos);
    endCapture();
    EXPECT_NE(out.find("Read register.xlsx (register): 6 elements"), std::string::npos) << out;
}

TEST_F(RegisterCommands, TemplateNeverWritesOverAFile) {
    const std::string workbook = files.path("new.xlsx");
    EXPECT_EQ(runTemplate({workbook}), kFine);
    const std::string bytes = readBytes(workbook);
    EXPECT_TRUE(bytes.starts_with("PK"));
    writeBytes(workbook, "at work");
    EXPECT_EQ(runTemplate({workbook}), kRefused);
    EXPECT_EQ(readBytes(workbook), "at work");
    EXPECT_EQ(runTemplate({files.path("new.xls")}), kUsage);
    endCapture();
    EXPECT_NE(errors.find("already"), std::string::npos);
}

// Its number is to be counted on: going on without would begin at one again.
TEST_F(RegisterCommands, AnEarlierSnapshotThatWasNamedHasToBeThere) {
    const std::string workbook = files.path("register.xlsx");
    EXPECT_EQ(runExport({{files.published(), ""}, {}, workbook, ""}), kFine);
    const std::string earlier = files.path("mistyped.db");
    EXPECT_EQ(runImport({{workbook}, files.path("desk.db"), "", "", earlier}), kRefused);
    EXPECT_FALSE(std::filesystem::exists(files.path("desk.db")));
    EXPECT_EQ(runImport({{workbook}, files.path("desk.db"), "", "", files.path("snapshot.db")}), kFine);
    EXPECT_EQ(must(openVerified(files.path("desk.db"))).snapshot.meta.sequence, 2);
    endCapture();
    EXPECT_NE(errors.find("mistyped.db: There is no such file or folder."), std::string::npos) << errors;
}

TEST_F(RegisterCommands, AWrongCellLeavesTheSnapshotAsItWas) {
    const auto snapshot = files.published();
    const std::string before = readBytes(snapshot);
    const std::string workbook = files.path("new.xlsx");
    EXPECT_EQ(runTemplate({workbook}), kFine);
    EXPECT_EQ(runImport({{workbook}, snapshot, "", "", ""}), kRefused);
    EXPECT_EQ(readBytes(snapshot), before);
    endCapture();
    EXPECT_NE(errors.find("new.xlsx, About!C3: "), std::string::npos) << errors;
}

} // namespace
} // namespace sightline
