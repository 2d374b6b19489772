#include "tests/support/bombs.h"
#include "tests/support/pdf_builder.h"
#include "tests/support/raw_zip.h"
#include "tests/support/rounds.h"

namespace sightline::testing_support {
namespace {

constexpr const char* kCatalogue = "<</Type/Catalog/Pages 2 0 R>>";

std::string flate(const std::string& bytes) { return "\x78\xda" + deflated(bytes) + std::string(4, '\0'); }

// A file whose only page is object 3; what it draws is object 4.
std::string onePage(const std::string& page, const std::string& content, const std::string& filter = "",
                    const std::string& more = "") {
    PdfObjects objects;
    objects.add(kCatalogue);
    objects.add("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    objects.add("<</Type/Page/Parent 2 0 R/Contents 4 0 R" + page + ">>");
    objects.addStream(content, filter);
    if (!more.empty()) objects.add(more);
    return objects.finish();
}

std::string manyPages() {
    constexpr int kPages = 100'000;
    PdfObjects objects;
    objects.add(kCatalogue);
    std::string kids;
    for (int i = 0; i < kPages; ++i) kids += std::to_string(i + 3) + " 0 R ";
    objects.add("<</Type/Pages/Count " + std::to_string(kPages) + "/MediaBox[0 0 9 9]/Kids[" + kids + "]>>");
    for (int i = 0; i < kPages; ++i) objects.add("<</Type/Page/Parent 2 0 R>>");
    return objects.finish();
}

std::string countLies() {
    PdfObjects objects;
    objects.add(kCatalogue);
    objects.add("<</Type/Pages/Count 2000000000/Kids[3 0 R]>>");
    objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
    return objects.finish();
}

std::string treeThatIsItsOwnChild() {
    PdfObjects objects;
    objects.add(kCatalogue);
    objects.add("<</Type/Pages/Count 9/Parent 2 0 R/Kids[2 0 R 2 0 R 2 0 R]>>");
    return objects.finish();
}

std::string deepTree() {
    constexpr int kDeep = 5'000;
    PdfObjects objects;
    objects.add(kCatalogue);
    for (int i = 2; i < kDeep; ++i) objects.add("<</Type/Pages/Count 1/Kids[" + std::to_string(i + 1) + " 0 R]>>");
    objects.add("<</Type/Page/MediaBox[0 0 9 9]>>");
    return objects.finish();
}

std::string deepArray() { return onePage("/MediaBox[0 0 9 9]/X " + repeated("[", 1'000'000), ""); }

// Every version of the table of objects names itself as the one before it.
std::string tableThatIsBeforeItself() {
    PdfObjects objects;
    objects.add("<</Type/Catalog/Pages 9 0 R>>");
    std::string bytes = objects.finish("/Prev 0000000000");
    const std::size_t table = bytes.find("xref");
    const std::string place = std::to_string(table);
    const std::size_t at = bytes.find("0000000000", bytes.find("/Prev"));
    bytes.replace(at, 10, std::string(10 - place.size(), '0') + place);
    return bytes;
}

std::string hugeImage() {
    const std::string rows = flate(std::string(1'000'000, '\0'));
    PdfObjects objects;
    objects.add(kCatalogue);
    objects.add("<</Type/Pages/Count 1/Kids[3 0 R]>>");
    objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>");
    objects.addStream("q 595 0 0 842 0 0 cm /I Do Q");
    objects.addStream(rows, "/Type/XObject/Subtype/Image/Width 600000/Height 600000/BitsPerComponent 16"
                            "/ColorSpace/DeviceCMYK/Filter/FlateDecode");
    return objects.finish();
}

} // namespace

std::vector<Bomb> pdfBombs() {
    // Of some nothing is left to harm: Poppler draws an empty page.
    std::vector<Bomb> all = {
        bombOf("many-pages.pdf", manyPages, "it has 100000 pages, and at most 500 are taken"),
        bombOf("count-lies.pdf", countLies, "damaged, or has no page"),
        bombOf("own-child.pdf", treeThatIsItsOwnChild, "damaged, or has no page"),
        bombOf("deep-tree.pdf", deepTree, "1 page"),
        bombOf("deep-array.pdf", deepArray, "1 page"),
        bombOf("table-loop.pdf", tableThatIsBeforeItself, "damaged, or has no page"),
        bombOf(
            "huge-page.pdf", [] { return onePage("/MediaBox[0 0 1000000000 1000000000]", ""); }, "1 page"),
    };
    // A limit on time takes that time to meet.
    if (longRun()) all.push_back(bombOf("huge-image.pdf", hugeImage, "more than 30 seconds to draw"));
    return all;
}

} // namespace sightline::testing_support
