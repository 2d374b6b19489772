// Documents are read in a confined child: what it gives back is what reading here gives, and what a hostile one does
// to it is one sentence.
#include "data/import/import_apart.h"

#include <chrono>
#include <functional>

#include <gtest/gtest.h>
#include <sys/resource.h>

#include "data/import/imported_bytes.h"
#include "data/limited/resource_limits.h"
#include "tests/support/docx_builder.h"
#include "tests/support/places.h"
#include "tests/support/temp_folder.h"
#include "tests/support/zip_builder.h"

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

/// S4: made to take time, memory or files.
struct Bomb {
    const char* name;
    std::function<std::string()> bytes;
};

std::string withDocument(const std::string& xml) {
    docx::WordFile file;
    auto parts = file.parts();
    for (auto& [name, bytes] : parts)
        if (name == "word/document.xml") bytes = xml;
    return zipOf(parts);
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

const char* const kOpen = "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/"
                          "wordprocessingml/2006/main\"><w:body>";

class Bombs : public testing::TestWithParam<Bomb> {};

TEST_P(Bombs, AreRefusedQuicklyAndCheaply) {
    const TempFolder folder;
    const auto path = folder.write(GetParam().name, GetParam().bytes());
    const auto begun = std::chrono::steady_clock::now();
    rusage before{};
    ::getrusage(RUSAGE_CHILDREN, &before);
    const auto imported = importApart({path}, {});
    rusage after{};
    ::getrusage(RUSAGE_CHILDREN, &after);
    const auto processor = [](const rusage& used) {
        return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
               static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
    };
    RecordProperty(
        "milliseconds",
        static_cast<int>(
            std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun).count()));
    RecordProperty("processor_ms", static_cast<int>((processor(after) - processor(before)) * 1000));
    RecordProperty("peak_mib", static_cast<int>(after.ru_maxrss / 1024));
    ASSERT_FALSE(imported) << "taken";
    EXPECT_TRUE(imported.error().message().starts_with(path.string())) << imported.error().message();
    EXPECT_EQ(imported.error().sentence.back(), '.');
    // The greatest of all children so far: it says nothing where one before took more.
    constexpr long kMost = 256 << 10;
    EXPECT_TRUE(kSanitized || before.ru_maxrss > kMost || after.ru_maxrss <= kMost) << after.ru_maxrss / 1024 << " MiB";
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << "nothing is written";
}

INSTANTIATE_TEST_SUITE_P(
    Documents, Bombs,
    testing::Values(Bomb{"ratio.docx", [] { return withDocument(kOpen + std::string(15'000'000, ' ')); }},
                    Bomb{"large-part.docx", [] { return withDocument(kOpen + std::string(40'000'000, 'x')); }},
                    Bomb{"laughs.docx",
                         [] {
                             return withDocument(
                                 "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">"
                                 "<!ENTITY c \"&b;&b;&b;\">]><w:document>&c;</w:document>");
                         }},
                    Bomb{"external.docx",
                         [] {
                             return withDocument(
                                 "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                                 "<w:document>&a;</w:document>");
                         }},
                    Bomb{"deep.docx", [] { return withDocument(kOpen + repeated("<w:p>", 200'000)); }},
                    Bomb{"many-parts.docx",
                         [] {
                             docx::WordFile file;
                             auto parts = file.parts();
                             for (int i = 0; i < 5'000; ++i) parts.emplace_back("part" + std::to_string(i), "x");
                             return zipOf(parts);
                         }},
                    Bomb{"climbing.docx",
                         [] {
                             return zipOf({{"../../outside.txt", "x"}, {"../word/document.xml", "<x/>"}});
                         }},
                    Bomb{"nested.docx",
                         [] {
                             return zipOf({{"inner.docx", zipOf({{"inner.docx", std::string(1000, 'x')}})}});
                         }},
                    Bomb{"sizes-lie.docx",
                         [] {
                             std::string bytes = document("A.");
                             // Every size in the central directory says nothing at all.
                             for (std::size_t at = bytes.find("PK\1\2"); at != std::string::npos;
                                  at = bytes.find("PK\1\2", at + 4))
                                 bytes.replace(at + 20, 8, 8, '\0');
                             return bytes;
                         }},
                    Bomb{"half.docx", [] { return document("A.").substr(0, 600); }},
                    Bomb{"many-rows.docx",
                         [] {
                             return withDocument(kOpen + std::string("<w:tbl>") +
                                                 repeated("<w:tr><w:tc><w:p/></w:tc></w:tr>", 300'000) +
                                                 "</w:tbl></w:body></w:document>");
                         }},
                    Bomb{"noise.docx", [] { return "PK\3\4" + std::string(5'000'000, '\x5a'); }}),
    [](const auto& param) {
        std::string name = param.param.name;
        std::erase_if(name, [](char c) { return c == '-' || c == '.'; });
        return name;
    });

} // namespace
} // namespace sightline
