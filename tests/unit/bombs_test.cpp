// S4: documents and evidence that are made to take time, memory or files. The program itself is given each: it says in
// one sentence which file it is and what is wrong with it, opens no socket, and leaves no file behind.
#include <algorithm>
#include <csignal>

#include <gtest/gtest.h>
#include <sys/socket.h>

#include "data/limited/limited_process.h"
#include "data/limited/resource_limits.h"
#include "tests/support/bombs.h"
#include "tests/support/docx_builder.h"
#include "tests/support/measured_run.h"
#include "tests/support/rounds.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;
using testing_support::Bomb;
using testing_support::measuredProgram;
using testing_support::MeasuredRun;

constexpr long kMostMiB = 256;
constexpr int kRefused = 3;

/// A folder deep in another one, so that what climbs out of it still lands where it is seen.
class Range {
public:
    Range() { fs::create_directories(folder()); }
    [[nodiscard]] fs::path folder() const { return root.path() / "one/two/three"; }
    [[nodiscard]] std::vector<std::string> files() const { return testing_support::filesBelow(root.path()); }

private:
    TempFolder root;
};

/// The greatest figures of all bombs of a kind.
class Figures {
public:
    void add(const std::string& name, const MeasuredRun& run) {
        ++count;
        keep(slowest, name, run.seconds * 1000);
        keep(busiest, name, run.processorSeconds * 1000);
        keep(largest, name, static_cast<double>(run.peakMiB));
    }
    void say(const std::string& kind) const {
        const auto figure = [](const Figure& most) {
            return std::to_string(static_cast<long>(most.second)) + most.first;
        };
        testing_support::sayFigure(std::to_string(count) + " " + kind + ": at most " + figure(slowest) + ", " +
                                   figure(busiest) + ", " + figure(largest));
    }

private:
    using Figure = std::pair<std::string, double>;
    void keep(Figure& most, const std::string& name, double value) const {
        if (value <= most.second) return;
        const char* const unit = &most == &largest ? " MiB" : &most == &busiest ? " ms of processor time" : " ms";
        most = {unit + (" (" + name + ")"), value};
    }
    int count = 0;
    Figure slowest;
    Figure busiest;
    Figure largest;
};

/// Figures of the suite that runs, which begins with none.
class Measured : public testing::TestWithParam<Bomb> {
protected:
    static void SetUpTestSuite() { figures = {}; }
    static inline Figures figures;
    Range range;
};

class Bombs : public Measured {
protected:
    static void TearDownTestSuite() { figures.say("documents"); }
};

TEST_P(Bombs, AreRefusedQuicklyAndCheaply) {
    const Bomb& bomb = GetParam();
    const fs::path file = range.folder() / bomb.name;
    bomb.make(file);
    const auto before = range.files();
    const MeasuredRun run = measuredProgram({"import", file.string(), "-o", "snapshot.db"}, range.folder());
    figures.add(bomb.name, run);
    EXPECT_EQ(run.code, kRefused);
    EXPECT_TRUE(run.errors.starts_with("sightline: " + file.string())) << run.errors;
    EXPECT_NE(run.errors.find(bomb.says), std::string::npos) << run.errors;
    EXPECT_TRUE(run.errors.ends_with(".\n")) << run.errors;
    EXPECT_EQ(std::ranges::count(run.errors, '\n'), 1) << run.errors;
    EXPECT_EQ(run.output, "");
    EXPECT_TRUE(kSanitized || run.peakMiB <= kMostMiB) << run.peakMiB << " MiB";
    EXPECT_EQ(range.files(), before);
}

std::string nameOf(const testing::TestParamInfo<Bomb>& info) { return testing_support::testName(info.param); }

INSTANTIATE_TEST_SUITE_P(Word, Bombs, testing::ValuesIn(testing_support::wordBombs()), nameOf);
INSTANTIATE_TEST_SUITE_P(Archives, Bombs, testing::ValuesIn(testing_support::archiveBombs()), nameOf);
INSTANTIATE_TEST_SUITE_P(Workbooks, Bombs, testing::ValuesIn(testing_support::workbookBombs()), nameOf);
INSTANTIATE_TEST_SUITE_P(Csv, Bombs, testing::ValuesIn(testing_support::csvBombs()), nameOf);

/// What is in the folder of the evidence. The checklist is fine, so the import goes on without it.
class EvidenceBombs : public Measured {
protected:
    static void TearDownTestSuite() { figures.say("pieces of evidence"); }
};

TEST_P(EvidenceBombs, AreLeftOutQuicklyAndCheaply) {
    const Bomb& bomb = GetParam();
    const std::string name = "Letter" + fs::path(bomb.name).extension().string();
    if (name.ends_with(".pdf") && !installedProgram("pdfinfo")) GTEST_SKIP() << "Poppler is not installed";
    const fs::path folder = range.folder();
    docx::WordFile checklist;
    checklist.body = docx::table(docx::header() + docx::row({"1", "Statement", "A.", "Letter", "C"}));
    testing_support::bombOf(
        "", [&] { return checklist.bytes(); }, "")
        .make(folder / "checklist.docx");
    fs::create_directory(folder / "evidence");
    bomb.make(folder / "evidence" / name);
    auto before = range.files();
    const MeasuredRun run =
        measuredProgram({"import", "checklist.docx", "--evidence", "evidence", "-o", "snapshot.db"}, folder);
    figures.add(bomb.name, run);
    EXPECT_EQ(run.code, 0) << run.errors;
    const std::size_t at = run.output.find("  " + name);
    ASSERT_NE(at, std::string::npos) << run.output;
    const std::string line = run.output.substr(at, run.output.find('\n', at) - at);
    EXPECT_NE(line.find(bomb.says), std::string::npos) << line;
    EXPECT_TRUE(kSanitized || run.peakMiB <= kMostMiB) << run.peakMiB << " MiB";
    const auto after = range.files();
    std::erase_if(before, [&](const std::string& file) { return std::ranges::count(after, file) > 0; });
    EXPECT_EQ(before, std::vector<std::string>()) << "nothing is gone";
    // The snapshot, and the lock of the folder that it is published into.
    for (const std::string& file : after) {
        const bool ours = file.ends_with("/") || file.find("three/evidence/") != std::string::npos ||
                          file.find("three/checklist.docx ") != std::string::npos ||
                          file.find("three/snapshot.db ") != std::string::npos ||
                          file.find("three/.publish.lock ") != std::string::npos;
        EXPECT_TRUE(ours) << file;
    }
}

INSTANTIATE_TEST_SUITE_P(Pictures, EvidenceBombs, testing::ValuesIn(testing_support::pictureBombs()), nameOf);
INSTANTIATE_TEST_SUITE_P(Pdf, EvidenceBombs, testing::ValuesIn(testing_support::pdfBombs()), nameOf);

} // namespace
} // namespace sightline
