#include "data/import/evidence/evidence_folder.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/import/evidence/file_type.h"
#include "data/import/evidence/page_text.h"
#include "data/text_rules.h"
#include "tests/support/docx_builder.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/snapshot_files.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_pictures.h"
#include "tests/support/zip_builder.h"

namespace sightline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
namespace fs = std::filesystem;

TEST(EvidenceFolder, ListsFilesAndSaysWhatIsNone) {
    const TempFolder folder;
    fs::create_directories(folder.path() / "2024" / "May");
    for (const char* name : {"b.pdf", "2024/a.pdf", "2024/May/c d.pdf", ".hidden", "~$b.docx", "Thumbs.db"})
        folder.write(name, "x");
    fs::create_symlink(folder.path() / "b.pdf", folder.path() / "link.pdf");
    fs::create_directory_symlink("/", folder.path() / "root");
    ASSERT_EQ(::mkfifo((folder.path() / "pipe.pdf").c_str(), 0600), 0);
    const EvidenceFolder found = must(listEvidence(folder.path()));
    std::vector<std::string> places;
    for (const EvidenceFile& file : found.files) places.push_back(file.place);
    EXPECT_THAT(places, ElementsAre("2024/May/c d.pdf", "2024/a.pdf", "b.pdf"));
    EXPECT_EQ(found.files[0].name, "c d.pdf");
    EXPECT_EQ(found.files[0].bytes, 1);
    std::vector<std::string> others;
    for (const ReportEntry& entry : found.leftOut) others.push_back(entry.place + ": " + entry.why);
    EXPECT_THAT(others, ElementsAre("link.pdf: this is a link, which is not followed; put the file itself here",
                                    "pipe.pdf: this is not a file",
                                    "root: this is a link, which is not followed; put the file itself here"));
}

TEST(EvidenceFolder, IsNotReadWithoutEnd) {
    const TempFolder folder;
    fs::path deep = folder.path();
    for (int i = 0; i < 12; ++i) deep /= "d";
    fs::create_directories(deep);
    folder.write("d/a.pdf", "x");
    const EvidenceFolder found = must(listEvidence(folder.path()));
    EXPECT_EQ(found.files.size(), 1);
    EXPECT_THAT(found.leftOut.at(0).why, HasSubstr("eight deep"));
}

TEST(EvidenceFolder, MustBeOne) {
    const TempFolder folder;
    EXPECT_EQ(listEvidence(folder.path() / "nowhere").error().sentence, "There is no such folder of evidence.");
    EXPECT_THAT(listEvidence(folder.write("a.pdf", "x")).error().sentence, HasSubstr("This is not a folder"));
    EXPECT_TRUE(must(listEvidence(folder.path())).leftOut.empty());
}

std::string typeOf(const std::string& bytes, const std::string& name = "file") {
    const TempFolder folder;
    const auto file = folder.write(name, bytes);
    const auto type = fileType(std::string_view(bytes).substr(0, kTellingBytes), file.string());
    if (!type) return type.error().sentence;
    constexpr std::array<const char*, 4> kNames = {"pdf", "png", "jpeg", "office"};
    return kNames.at(static_cast<size_t>(*type));
}

TEST(FileType, IsToldByTheBytes) {
    EXPECT_EQ(typeOf(testing_support::reportPdf(1, "A").bytes(), "a.docx"), "pdf");
    EXPECT_EQ(typeOf("\r\n\r\n%PDF-1.7"), "pdf");
    EXPECT_EQ(typeOf(testing_support::TestPng{}.bytes()), "png");
    EXPECT_EQ(typeOf(testing_support::TestJpeg{}.bytes()), "jpeg");
    EXPECT_EQ(typeOf(docx::WordFile{}.bytes()), "office");
    EXPECT_EQ(typeOf(zipOf({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<x/>"}})),
              "office");
    EXPECT_EQ(typeOf(zipOf({{"xl/workbook.xml", "<x/>"}})), "office");
}

TEST(FileType, SaysWhatIsNotTaken) {
    EXPECT_EQ(typeOf(""), "The file is empty.");
    EXPECT_THAT(typeOf(zipOf({{"word/document.xml", "<x/>"}, {"word/vbaProject.bin", "x"}})), HasSubstr("macros"));
    EXPECT_THAT(typeOf(zipOf({{"content.xml", "<x/>"}, {"Basic/Standard/Module1.xml", "x"}})), HasSubstr("macros"));
    EXPECT_THAT(typeOf(zipOf({{"readme.txt", "x"}})), HasSubstr("archive"));
    EXPECT_THAT(typeOf("PK\x03\x04 and nothing"), HasSubstr("damaged"));
    EXPECT_THAT(typeOf("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0')), HasSubstr("old kind"));
    EXPECT_THAT(typeOf("GIF89a...."), HasSubstr("GIF"));
    EXPECT_THAT(typeOf(std::string("II*\0abc", 7)), HasSubstr("TIFF"));
    EXPECT_THAT(typeOf(std::string("\0\0\0 ftypheic", 12)), HasSubstr("HEIC"));
    EXPECT_THAT(typeOf(std::string("\0\0\0 ftypisom", 12)), HasSubstr("film"));
    EXPECT_THAT(typeOf("RIFF....WEBPVP8 "), HasSubstr("WebP"));
    EXPECT_THAT(typeOf("<html><body>Hello"), HasSubstr("plain text"));
    EXPECT_THAT(typeOf("caf\xc3\xa9, plainly"), HasSubstr("plain text"));
    EXPECT_THAT(typeOf(std::string("\x01\0\xff\xfe", 4)), HasSubstr("not known"));
}

TEST(PageText, IsFitForASnapshot) {
    EXPECT_EQ(cleanPageText("  One \t line\r\n\n\n and\xc2\xa0"
                            "another \x07 \xe2\x80\xae")
                  .text,
              "One line\nand another");
    EXPECT_EQ(cleanPageText("improve-\nment and Self-\nEvaluation").text, "improvement and Self-\nEvaluation");
    EXPECT_EQ(cleanPageText("\xff\xfe").text, "\xef\xbf\xbd\xef\xbf\xbd");
    EXPECT_EQ(cleanPageText("").text, "");
    EXPECT_EQ(cleanPageText("\xef\x82\xb7 Board").text, "• Board") << "a bullet of a symbol font";
    const PageText huge = cleanPageText(std::string(1'000'000, 'x'));
    EXPECT_TRUE(huge.cut);
    EXPECT_EQ(huge.text.size(), 20'000);
    std::string everything;
    for (int byte = 0; byte < 256; ++byte) everything += static_cast<char>(byte);
    EXPECT_FALSE(textProblem(cleanPageText(everything + everything).text, 20'000, LineFeeds::Allowed).has_value());
}

TEST(PageText, BelongsToItsPage) {
    const auto pages = cleanPageTexts("one\f\ftwo\fthree\f", 3);
    ASSERT_EQ(pages.size(), 3);
    EXPECT_EQ(pages[0].text, "one");
    EXPECT_EQ(pages[1].text, "");
    EXPECT_EQ(pages[2].text, "two");
    EXPECT_EQ(cleanPageTexts("", 2).size(), 2);
}

} // namespace
} // namespace sightline
