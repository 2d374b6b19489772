// Documents are read in a confined child: what it gives back is what reading here gives, and what a hostile one does
// to it is one sentence.
#include "data/import/import_apart.h"

#include <chrono>

#include <gtest/gtest.h>

#include "data/import/imported_bytes.h"
#include "data/limited/resource_limits.h"
#include "tests/support/docx_builder.h"
#include "tests/support/places.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

fs::path sample() { return fs::path(testing_support::kSourceDir) / "assets/samples/northmoor"; }

std::string document(const std::string& text) {
    docx::WordFile file;
    file.body = docx::table(docx::header() + docx::row({"1", "Statement", text, "B", "C"}));
    return file.bytes();
}

TEST(ImportApart, GivesWhatReadingHereGives) {
    const auto apart = importApart({sample()}, {});
    const auto here = importSources({sample()});
    ASSERT_TRUE(apart) << apart.error().message();
    EXPECT_EQ(apart->checklist, here->checklist);
    EXPECT_EQ(apart->report, here->report);
    const TempFolder folder;
    const auto path = folder.write("checklist.docx", document("A."));
    EXPECT_EQ(importApart({path}, {})->checklist, importSources({path})->checklist);
}

TEST(ImportApart, SaysTheSameOfWhatIsRefused) {
    const TempFolder folder;
    for (const fs::path& path :
         {folder.path() / "nowhere.docx", folder.write("text.docx", "no document"), folder.path()}) {
        const auto apart = importApart({path}, {});
        const auto here = importSources({path});
        ASSERT_FALSE(apart);
        EXPECT_EQ(apart.error().message(), here.error().message());
    }
}

TEST(ImportApart, NamesTheDocumentThatWasTooMuch) {
    if (kSanitized) GTEST_SKIP() << "a sanitizer has to have all memory";
    const TempFolder folder;
    const auto fine = folder.write("fine.docx", document("A."));
    ProcessLimits small = kImportLimits;
    small.outputBytes = 100;
    const auto tooLong = importApart({fine}, {}, small);
    ASSERT_FALSE(tooLong);
    EXPECT_EQ(tooLong.error().message(), fine.string() + ": The file says more than a checklist holds.");
    small = kImportLimits;
    small.time = std::chrono::milliseconds(1);
    // Nobody can read so much in so little time, however idle the machine is.
    const auto large = folder.write("large.docx", document(std::string(8'000'000, 'A')));
    const auto slow = importApart({large}, {}, small);
    ASSERT_FALSE(slow);
    EXPECT_EQ(slow.error().message(), large.string() + ": Reading the file takes too long.");
}

TEST(ImportedBytes, ThatAreCutOrChangedAreNeverHalfTaken) {
    const std::string bytes = bytesOf(importSources({sample()}));
    ASSERT_TRUE(importedFrom(bytes));
    for (std::size_t length = 0; length < bytes.size(); length += 97)
        EXPECT_FALSE(importedFrom(bytes.substr(0, length))) << length;
    EXPECT_FALSE(importedFrom(bytes + "x"));
    int taken = 0;
    for (std::size_t at = 0; at < bytes.size(); at += 211) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(changed[at] ^ 0x80);
        taken += importedFrom(changed) ? 1 : 0; // a letter or a number may change; nothing may crash
    }
    EXPECT_GT(taken, 0);
}

} // namespace
} // namespace sightline
