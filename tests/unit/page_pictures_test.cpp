#include "data/page_pictures.h"

#include <gtest/gtest.h>

#include "data/limits.h"
#include "data/verify.h"
#include "tests/support/example_document.h"
#include "tests/support/snapshot_files.h"

namespace sightline {
namespace {

using testing_support::digestOf;
using testing_support::exampleDocumentPictures;
using testing_support::exampleWithDocument;
using testing_support::greyPng;

std::string problem(std::string_view png, DocumentPage page = {1, 60, 80, "", ""}) {
    if (page.digest.empty()) page.digest = digestOf(png);
    return pictureProblem(png, page).value_or("none");
}

std::string changed(std::string png, size_t at, char value) {
    png[at] = value;
    return png;
}

TEST(PagePictures, AreHeldToWhatASnapshotMayHold) {
    const std::string png = greyPng(60, 80, 9);
    EXPECT_EQ(problem(png), "none");
    EXPECT_EQ(problem(""), "This is not a PNG picture.");
    EXPECT_EQ(problem(png.substr(0, 32)), "This is not a PNG picture.");
    EXPECT_EQ(problem("GIF89a" + png.substr(6)), "This is not a PNG picture.");
    EXPECT_EQ(problem(png, {1, 60, 81, "", ""}), "The picture has another size than its row says.");
    EXPECT_EQ(problem(changed(png, 24, 16)), "The picture has other than 8 bits a sample.");
    EXPECT_EQ(problem(changed(png, 25, 6)), "The picture is transparent.");
    EXPECT_EQ(problem(changed(png, 28, 1)), "The picture is interlaced.");
    EXPECT_EQ(problem(png, {1, 60, 80, std::string(64, '0'), ""}), "The picture does not have the digest of its row.");
    EXPECT_EQ(problem(png + std::string(limits::kPictureBytes, ' ')), "The picture is larger than 8 MiB.");
}

TEST(PagePictures, ComeOutOfTheSnapshotAsTheyWentIn) {
    SnapshotFiles files;
    const Checklist list = exampleWithDocument();
    must(publish(list, files.path("snapshot.db"), SnapshotFiles::publisher(), exampleDocumentPictures()));
    const auto taken = must(takeSnapshot(files.path("snapshot.db"), files.state()));
    EXPECT_EQ(taken.snapshot.checklist, list);
    const PictureSource pictures = picturesOf(taken.copy);
    const Document& letter = list.documents.front();
    for (const DocumentPage& page : letter.pages)
        EXPECT_EQ(pictures(letter, page).value(), exampleDocumentPictures()(letter, page).value());
    EXPECT_EQ(pictures(letter, {3, 1, 1, "", ""}).error().sentence, "The page is not in the snapshot.");
}

TEST(PagePictures, StayThoseOfTheFileThatWasOpened) {
    SnapshotFiles files;
    const Checklist list = exampleWithDocument();
    const auto path = files.path("snapshot.db");
    must(publish(list, path, SnapshotFiles::publisher(), exampleDocumentPictures()));
    const PictureSource pictures = must(openPictures(path));
    must(publish(exampleChecklist(), files.path("other.db"), SnapshotFiles::publisher()));
    std::filesystem::rename(files.path("other.db"), path);
    const Document& letter = list.documents.front();
    EXPECT_EQ(pictures(letter, letter.pages[1]).value(), exampleDocumentPictures()(letter, letter.pages[1]).value());
    EXPECT_FALSE(picturesOf(path)(letter, letter.pages[1])) << "by its name it is another file";
    EXPECT_FALSE(openPictures(files.path("nothing.db")));
}

TEST(PagePictures, AreCarriedOverWhenASnapshotIsPublishedAgain) {
    SnapshotFiles files;
    const Checklist list = exampleWithDocument();
    must(publish(list, files.path("first.db"), SnapshotFiles::publisher(), exampleDocumentPictures()));
    must(publishDatabase(files.path("first.db"), files.path("second.db"), SnapshotFiles::publisher()));
    EXPECT_EQ(must(takeSnapshot(files.path("second.db"), files.state())).snapshot.checklist, list);
}

TEST(PagePictures, ComeFromADatabaseOfTheCouncilsToo) {
    SnapshotFiles files;
    const Meta meta{3, 1, "2026-06-14T09:00:00Z", "a council's own program", "northmoor-council"};
    must(writeDatabase(exampleWithDocument(), meta, files.path("own.db"), exampleDocumentPictures()));
    must(publishDatabase(files.path("own.db"), files.path("snapshot.db"), SnapshotFiles::publisher()));
    EXPECT_EQ(must(takeSnapshot(files.path("snapshot.db"), files.state())).snapshot.checklist.documents,
              exampleWithDocument().documents);
}

TEST(PagePictures, ThatAreWrongAreRefusedWithTheirPlace) {
    const auto refusal = [](const std::string& sql) {
        SnapshotFiles files;
        const Meta meta{3, 1, "2026-06-14T09:00:00Z", "sightline test", "northmoor-council"};
        must(writeDatabase(exampleWithDocument(), meta, files.path("own.db"), exampleDocumentPictures()));
        must(must(Database::create(files.path("own.db"))).run("PRAGMA foreign_keys=OFF;" + sql));
        const auto refused =
            publishDatabase(files.path("own.db"), files.path("snapshot.db"), SnapshotFiles::publisher());
        if (refused) return std::string("accepted");
        return refused.error().message().substr(files.path("own.db").string().size());
    };
    const std::string page = ", table page, document 7, number 2, column ";
    EXPECT_EQ(refusal("UPDATE page SET picture = 'x' WHERE number = 2"), page + "picture: This is not a picture.");
    EXPECT_EQ(refusal("UPDATE page SET picture = x'00' WHERE number = 2"),
              page + "picture: This is not a PNG picture.");
    EXPECT_EQ(refusal("UPDATE page SET width = 79 WHERE number = 2"),
              page + "picture: The picture has another size than its row says.");
    EXPECT_EQ(refusal("UPDATE page SET document = 8 WHERE number = 2"),
              ", table page, document 8: There is no such document.");
    EXPECT_EQ(refusal("DELETE FROM page WHERE number = 1"), page + "number: Pages are numbered from 1 without gaps.");
    EXPECT_EQ(refusal("DELETE FROM page"), ", table document, row 7: The document has no page.");
    EXPECT_EQ(refusal("UPDATE evidence SET document = 8 WHERE id = 1"),
              ", table evidence, row 1, column document: There is no row 8 in the table document.");
    EXPECT_EQ(refusal("UPDATE document SET name = '../letter.pdf'"),
              ", table document, row 7, column name: A file name without folders is needed.");
}

TEST(PagePictures, AreNeededWhereThereArePages) {
    SnapshotFiles files;
    const auto refused = publish(exampleWithDocument(), files.path("snapshot.db"), SnapshotFiles::publisher());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().message(), "letter.pdf: There are no pictures of its pages.");
    EXPECT_FALSE(std::filesystem::exists(files.path("snapshot.db")));
}

} // namespace
} // namespace sightline
