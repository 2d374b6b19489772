#include <zip.h>

#include "tests/support/bombs.h"
#include "tests/support/docx_builder.h"

namespace sightline::testing_support {
namespace {

const char* const kOpen = "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/"
                          "wordprocessingml/2006/main\"><w:body>";

std::string withDocument(const std::string& xml) {
    auto parts = docx::WordFile().parts();
    for (auto& [name, bytes] : parts)
        if (name == "word/document.xml") bytes = xml;
    return zipOf(parts);
}

std::string document(const std::string& text) {
    docx::WordFile file;
    file.body = docx::table(docx::header() + docx::row({"1", "Statement", text, "B", "C"}));
    return file.bytes();
}

std::string manyParts() {
    auto parts = docx::WordFile().parts();
    for (int i = 0; i < 5'000; ++i) parts.emplace_back("part" + std::to_string(i), "x");
    return zipOf(parts);
}

// libzip from 1.11 on finds an archive with such sizes broken, an older one without a document.
constexpr bool kFindsLies = LIBZIP_VERSION_MAJOR > 1 || LIBZIP_VERSION_MINOR >= 11;
// Every size in the central directory says nothing at all.
std::string sizesLie() {
    std::string bytes = document("A.");
    for (std::size_t at = bytes.find("PK\1\2"); at != std::string::npos; at = bytes.find("PK\1\2", at + 4))
        bytes.replace(at + 20, 8, 8, '\0');
    return bytes;
}

} // namespace

std::vector<Bomb> wordBombs() {
    return {
        bombOf(
            "ratio.docx", [] { return withDocument(kOpen + std::string(15'000'000, ' ')); }, "200 times its size"),
        bombOf(
            "large-part.docx", [] { return withDocument(kOpen + noise(17'500'000)); }, "more than 16 MB"),
        bombOf(
            "laughs.docx",
            [] {
                return withDocument("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">"
                                    "<!ENTITY c \"&b;&b;&b;\">]><w:document>&c;</w:document>");
            },
            "document type declaration"),
        bombOf(
            "external.docx",
            [] {
                return withDocument("<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                                    "<w:document>&a;</w:document>");
            },
            "document type declaration"),
        bombOf(
            "deep.docx", [] { return withDocument(kOpen + repeated("<w:p>", 200'000)); }, "is damaged"),
        bombOf("many-parts.docx", manyParts, "files"),
        bombOf(
            "climbing.docx",
            [] {
                return zipOf({{"../../outside.txt", "x"}, {"../word/document.xml", "<x/>"}});
            },
            "not a Word document"),
        bombOf(
            "nested.docx",
            [] {
                return zipOf({{"inner.docx", zipOf({{"inner.docx", std::string(1000, 'x')}})}});
            },
            "not a Word document"),
        bombOf("sizes-lie.docx", sizesLie, kFindsLies ? "its zip structure is broken" : "not a Word document"),
        bombOf(
            "half.docx", [] { return document("A.").substr(0, 600); }, "is damaged"),
        bombOf(
            "many-rows.docx",
            [] {
                return withDocument(kOpen + std::string("<w:tbl>") +
                                    repeated("<w:tr><w:tc><w:p/></w:tc></w:tr>", 300'000) +
                                    "</w:tbl></w:body></w:document>");
            },
            "200 times its size"),
        bombOf(
            "noise.docx", [] { return "PK\3\4" + std::string(5'000'000, '\x5a'); }, "is damaged"),
    };
}

} // namespace sightline::testing_support
