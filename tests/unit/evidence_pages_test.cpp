#include "data/import/evidence/evidence_pages.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include "data/publish.h"
#include "data/verify.h"
#include "tests/support/docx_builder.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/snapshot_files.h"
#include "tests/support/test_pictures.h"
#include "tests/support/zip_builder.h"

namespace sightline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing_support::PdfFile;
using testing_support::reportPdf;
using testing_support::TestJpeg;
using testing_support::TestPng;
namespace fs = std::filesystem;

#define NEEDS(program)                                                                                                 \
    if (!installedProgram(program)) GTEST_SKIP() << (program) << " is not installed"

class EvidencePagesTest : public testing::Test {
protected:
    EvidencePagesTest() { fs::create_directory(folder()); }

    [[nodiscard]] fs::path folder() const { return files.path("evidence"); }
    [[nodiscard]] fs::path target() const { return files.path("snapshot.db"); }

    void write(const std::string& name, const std::string& bytes) const { writeBytes(folder() / name, bytes); }

    // A checklist whose evidence has these names.
    static Imported named(const std::vector<std::string>& names) {
        Imported imported;
        imported.checklist = exampleChecklist();
        imported.checklist.evidence.clear();
        imported.checklist.links.clear();
        for (const std::string& name : names) {
            Evidence item;
            item.id = static_cast<int>(imported.checklist.evidence.size()) + 1;
            item.name = name;
            imported.checklist.evidence.push_back(item);
        }
        return imported;
    }

    [[nodiscard]] EvidencePagesOptions options() const {
        return {.folder = folder(), .earlier = target(), .interruption = {}, .progress = {}, .limits = {}};
    }

    // Imports and publishes, and reads what the wall would.
    Snapshot publishedWith(Imported& imported, const EvidencePagesOptions& how) {
        const PictureSource pictures = must(addEvidencePages(imported, how));
        must(publish(imported.checklist, target(), SnapshotFiles::publisher(), pictures));
        VerifiedSnapshot taken = must(takeSnapshot(target(), files.state()));
        copy = taken.copy;
        return std::move(taken.snapshot);
    }

    static std::vector<std::string> lines(const std::vector<ReportEntry>& entries) {
        std::vector<std::string> out;
        out.reserve(entries.size());
        for (const ReportEntry& entry : entries) out.push_back(entry.place + ": " + entry.why);
        return out;
    }

    SnapshotFiles files;
    fs::path copy;
};

TEST_F(EvidencePagesTest, GoIntoTheSnapshotWithPictureAndText) {
    NEEDS("pdftoppm");
    write("Letter.pdf", reportPdf(3, "The letter").bytes());
    Imported imported = named({"Letter", "Something else"});
    const Snapshot snapshot = publishedWith(imported, options());
    ASSERT_THAT(snapshot.checklist.documents, SizeIs(1));
    const Document& letter = snapshot.checklist.documents.front();
    EXPECT_EQ(letter.name, "Letter.pdf");
    EXPECT_THAT(letter.recipe, HasSubstr("poppler"));
    ASSERT_THAT(letter.pages, SizeIs(3));
    EXPECT_EQ(letter.pages[0].height, 2200);
    EXPECT_EQ(letter.pages[0].width, 1555);
    EXPECT_THAT(letter.pages[2].text, HasSubstr("The letter, page 3\nThe board looked at 3 files"));
    EXPECT_EQ(snapshot.checklist.evidence[0].document, letter.id);
    EXPECT_EQ(snapshot.checklist.evidence[0].file, "Letter.pdf");
    EXPECT_EQ(snapshot.checklist.evidence[1].document, 0);
    const std::string png = must(picturesOf(copy)(letter, letter.pages[1]));
    EXPECT_EQ(png.at(25), 0); // grey, as the page has no colour
    ASSERT_TRUE(imported.report.pages);
    EXPECT_THAT(lines(imported.report.pages->read),
                ElementsAre("Letter.pdf: 3 pages; its name is the name of the evidence"));
    EXPECT_EQ(imported.report.pages->withoutFile, 1);
}

TEST_F(EvidencePagesTest, TakeEveryKindAndNameWhatIsWrong) {
    NEEDS("pdftoppm");
    const std::string sound = reportPdf(2, "Sound").bytes();
    write("Sound.pdf", sound);
    write("Broken.pdf", sound.substr(0, 700));
    write("Long.pdf", reportPdf(501, "Long", 1).bytes());
    write("Empty.pdf", "");
    write("Text.pdf", "only text");
    PdfFile wide = reportPdf(1, "Wide");
    wide.width = 14'400; // 200 inches, the largest page that PDF knows
    write("Wide.pdf", wide.bytes());
    PdfFile strip = reportPdf(1, "Strip");
    strip.width = 3;
    strip.height = 14'400;
    write("Strip.pdf", strip.bytes());
    write("Photo.jpg", TestJpeg{3'000, 2'000}.bytes());
    write("Cut.jpg", TestJpeg{3'000, 2'000}.bytes().substr(0, 5'000));
    write("Diagram.png", TestPng{}.bytes());
    write("Bomb.png", TestPng{25'000, 17'000, 0, 1}.bytes());
    fs::create_symlink(folder() / "Sound.pdf", folder() / "Link.pdf");
    Imported imported =
        named({"Sound", "Broken", "Long", "Empty", "Text", "Wide", "Strip", "Photo", "Cut", "Diagram", "Bomb"});
    const Snapshot snapshot = publishedWith(imported, options());
    const PagesReport& report = *imported.report.pages;
    EXPECT_THAT(
        lines(report.leftOut),
        ElementsAre("Link.pdf: this is a link, which is not followed; put the file itself here",
                    "Bomb.png: the picture has too many pixels; save it with at most 10,000 on its longer side",
                    "Broken.pdf: the PDF is damaged, or has no page", "Cut.jpg: the picture is damaged, or cut short",
                    "Empty.pdf: the file is empty",
                    "Long.pdf: it has 501 pages, and at most 500 are taken; save the pages that matter as a PDF of "
                    "their own",
                    "Text.pdf: this is plain text or a web page; save it as PDF"));
    std::vector<std::string> sizes;
    for (const Document& document : snapshot.checklist.documents)
        sizes.push_back(document.name + " " + std::to_string(document.pages[0].width) + "x" +
                        std::to_string(document.pages[0].height));
    EXPECT_THAT(sizes, ElementsAre("Diagram.png 64x48", "Photo.jpg 2200x1467", "Sound.pdf 1555x2200",
                                   "Strip.pdf 1x2200", "Wide.pdf 2200x129"));
    EXPECT_THAT(imported.report.text(), HasSubstr("Evidence from " + folder().string() +
                                                  ": 5 documents with 6 pages (5 read, 0 taken over unchanged)."));
}

TEST_F(EvidencePagesTest, OfAnEncryptedFileAreNotTaken) {
    NEEDS("pdftoppm");
    NEEDS("qpdf");
    const auto plain = files.path("plain.pdf");
    writeBytes(plain, reportPdf(1, "Secret").bytes());
    const auto encrypt = [&](const char* password, const char* name) {
        return runLimited({{"/usr/bin/qpdf", "--encrypt", password, "owner", "256", "--", plain.string(),
                            (folder() / name).string()},
                           nullptr,
                           files.path("evidence"),
                           {},
                           {}})
            .fine();
    };
    ASSERT_TRUE(encrypt("secret", "Secret.pdf"));
    ASSERT_TRUE(encrypt("", "Readable.pdf")); // anybody may read it; only its owner may change it
    Imported imported = named({"Secret", "Readable"});
    publishedWith(imported, options());
    EXPECT_THAT(lines(imported.report.pages->leftOut),
                ElementsAre("Secret.pdf: the PDF is protected by a password; save it without one"));
    EXPECT_THAT(lines(imported.report.pages->read), SizeIs(1));
}

TEST_F(EvidencePagesTest, OfOfficeFilesComeThroughLibreOffice) {
    NEEDS("soffice");
    if (!fs::exists("/usr/lib/libreoffice/program/libswlo.so")) GTEST_SKIP() << "LibreOffice's Writer is not installed";
    docx::WordFile word;
    word.body = docx::p("Minutes of the board");
    write("Minutes.docx", word.bytes());
    write("Torn.docx", zipOf({{"word/document.xml", "<w:document"}}));
    Imported imported = named({"Minutes", "Torn"});
    const Snapshot snapshot = publishedWith(imported, options());
    ASSERT_EQ(snapshot.checklist.documents.size(), 1U);
    EXPECT_THAT(snapshot.checklist.documents[0].recipe, HasSubstr("LibreOffice"));
    EXPECT_THAT(snapshot.checklist.documents[0].pages.at(0).text, HasSubstr("Minutes of the board"));
    EXPECT_THAT(lines(imported.report.pages->leftOut), ElementsAre(HasSubstr("Torn.docx: LibreOffice cannot read it")));
}

TEST_F(EvidencePagesTest, AreTakenOverWhileFileAndRecipeStay) {
    NEEDS("pdftoppm");
    write("Same.pdf", reportPdf(2, "Same").bytes());
    write("Changed.pdf", reportPdf(2, "Before").bytes());
    write("Gone.pdf", reportPdf(1, "Gone").bytes());
    Imported first = named({"Same", "Changed", "Gone"});
    const Snapshot before = publishedWith(first, options());
    write("Changed.pdf", reportPdf(3, "After").bytes());
    fs::rename(folder() / "Same.pdf", folder() / "01 Same.pdf");
    fs::remove(folder() / "Gone.pdf");
    Imported second = named({"Changed", "Same", "Gone"});
    const Snapshot after = publishedWith(second, options());
    const PagesReport& report = *second.report.pages;
    EXPECT_THAT(lines(report.takenOver), ElementsAre(HasSubstr("01 Same.pdf: 2 pages")));
    EXPECT_THAT(lines(report.read), ElementsAre(HasSubstr("Changed.pdf: 3 pages")));
    EXPECT_THAT(report.gone, SizeIs(2)); // Gone.pdf, and the name Same.pdf
    EXPECT_EQ(after.checklist.documents.size(), 2);
    const auto pagesOf = [](const Snapshot& snapshot, const std::string& name) {
        return std::ranges::find(snapshot.checklist.documents, name, &Document::name)->pages;
    };
    EXPECT_EQ(pagesOf(after, "01 Same.pdf"), pagesOf(before, "Same.pdf"));
    // Another size is another recipe.
    EvidencePagesOptions smaller = options();
    smaller.limits.side = 1'000;
    Imported third = named({"Same", "Changed"});
    publishedWith(third, smaller);
    EXPECT_THAT(third.report.pages->takenOver, IsEmpty());
    EXPECT_THAT(third.report.pages->read, SizeIs(2));
}

TEST_F(EvidencePagesTest, StayWhereNoFolderIsGiven) {
    write("Plan.png", TestPng{}.bytes());
    write("Old.png", TestPng{32, 32}.bytes());
    Imported first = named({"Plan", "Old"});
    publishedWith(first, options());
    Imported second = named({"The new one", "Plan."});
    EvidencePagesOptions without = options();
    without.folder.clear();
    const Snapshot snapshot = publishedWith(second, without);
    ASSERT_THAT(snapshot.checklist.documents, SizeIs(1));
    EXPECT_EQ(snapshot.checklist.evidence[1].document, snapshot.checklist.documents[0].id);
    EXPECT_EQ(snapshot.checklist.evidence[0].document, 0);
    EXPECT_THAT(second.report.text(), HasSubstr("No folder of evidence was given, so 1 document with 1 page stay"));
    EXPECT_THAT(lines(second.report.pages->gone), ElementsAre("Old.png: 1 page"));
    // And nothing is said where there is nothing to say.
    SnapshotFiles others;
    Imported fresh = named({"Plan"});
    must(addEvidencePages(
        fresh, {.folder = {}, .earlier = others.path("none.db"), .interruption = {}, .progress = {}, .limits = {}}));
    EXPECT_FALSE(fresh.report.pages);
}

TEST_F(EvidencePagesTest, StopAtTheSizeOfASnapshotAndKeepTheRest) {
    for (const char* name : {"A.png", "B.png", "C.png"}) write(name, TestPng{640, 480}.bytes());
    Imported imported = named({"A", "B", "C"});
    EvidencePagesOptions little = options();
    little.limits.allBytes = 8'000;
    const Snapshot snapshot = publishedWith(imported, little);
    EXPECT_THAT(snapshot.checklist.documents, SizeIs(1));
    EXPECT_THAT(lines(imported.report.pages->leftOut),
                ElementsAre(HasSubstr("B.png: with its pages the snapshot would be larger than the 256 MB"),
                            "C.png: not read, as there was no room any more after B.png"));
}

TEST_F(EvidencePagesTest, HaveLimitsOnFilesToo) {
    write("Large.png", TestPng{64, 48}.bytes() + std::string(2'000'000, 'x'));
    Imported imported = named({"Large"});
    EvidencePagesOptions little = options();
    little.limits.fileBytes = 1 << 20;
    publishedWith(imported, little);
    EXPECT_THAT(lines(imported.report.pages->leftOut),
                ElementsAre("Large.png: the file is larger than 1 MB, the most that is taken"));
}

TEST_F(EvidencePagesTest, TellHowFarTheyAre) {
    NEEDS("pdftoppm");
    write("A.pdf", reportPdf(2, "A").bytes());
    write("B.png", TestPng{}.bytes());
    Imported imported = named({"A", "B"});
    std::vector<std::string> told;
    double before = 0;
    EvidencePagesOptions how = options();
    how.progress = [&](const PageProgress& p) {
        told.push_back(std::to_string(p.file) + "/" + std::to_string(p.files) + " " + p.name + " " +
                       std::to_string(p.page) + "/" + std::to_string(p.pages));
        EXPECT_GE(p.done, before);
        EXPECT_LE(p.made, p.done);
        before = p.done;
    };
    must(addEvidencePages(imported, how));
    EXPECT_THAT(told, testing::IsSupersetOf({"1/2 A.pdf 0/0", "1/2 A.pdf 0/2", "1/2 A.pdf 1/2", "2/2 B.png 1/1"}));
    EXPECT_EQ(before, 1);
}

TEST_F(EvidencePagesTest, AreLeftWhenTheRunIsStopped) {
    NEEDS("pdftoppm");
    write("A.pdf", reportPdf(50, "A").bytes());
    Imported imported = named({"A"});
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    EvidencePagesOptions how = options();
    how.interruption = {ends[0]};
    bool asked = false;
    how.progress = [&](const PageProgress& p) {
        if (p.page >= 2 && !std::exchange(asked, true)) {
            EXPECT_EQ(::write(ends[1], "x", 1), 1);
        }
    };
    const auto stopped = addEvidencePages(imported, how);
    ::close(ends[0]);
    ::close(ends[1]);
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, FailureKind::Internal);
}

TEST_F(EvidencePagesTest, AreNotMadeBesideADamagedSnapshot) {
    writeBytes(target(), "no snapshot");
    Imported imported = named({"A"});
    const auto refused = addEvidencePages(imported, options());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().place, target().string());
    EvidencePagesOptions nowhere = options();
    nowhere.earlier.clear();
    nowhere.folder = files.path("nowhere");
    EXPECT_EQ(addEvidencePages(imported, nowhere).error().sentence, "There is no such folder of evidence.");
}

} // namespace
} // namespace sightline
