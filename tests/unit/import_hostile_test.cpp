// Files that are not what was asked for, are damaged, or are made to harm: each gets one sentence that names it.
#include <functional>

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "data/import/docx_body.h"
#include "data/import/docx_package.h"
#include "data/import/office_xml.h"
#include "tests/support/import_docx.h"

namespace sightline {
namespace {

using namespace docx;

WordFile good() {
    WordFile document;
    document.body = table(header() + row({"1", "Statement", "A.", "B", "C"}));
    return document;
}

using Parts = std::vector<std::pair<std::string, std::string>>;

Parts goodParts(const std::function<void(Parts&)>& change) {
    Parts parts = good().parts();
    change(parts);
    return parts;
}

std::string& part(Parts& parts, const std::string& name) {
    for (auto& [known, bytes] : parts)
        if (known == name) return bytes;
    throw std::runtime_error("no part " + name);
}

std::string withDocument(const std::function<void(std::string&)>& change) {
    return zipOf(goodParts([&](Parts& parts) { change(part(parts, "word/document.xml")); }));
}

std::string utf16(const std::string& ascii) {
    std::string out;
    for (const char c : ascii) out += {c, '\0'};
    return out;
}

std::string ole(const std::string& stream) {
    return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0') + utf16(stream);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const size_t at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("nothing to replace");
    return text.replace(at, from.size(), to);
}

// A text of some length that packs, though less well than the ratio allows: a random block, again and again.
std::string noise(size_t length, const std::vector<std::string>& words) {
    std::string block;
    unsigned state = 1;
    while (block.size() < 24'000) {
        state = state * 1664525U + 1013904223U;
        block += words[(state >> 16) % words.size()];
    }
    std::string out;
    while (out.size() < length) out += block;
    return out;
}

struct Hostile {
    const char* what;
    std::function<std::string()> bytes;
    FailureKind kind;
    const char* sentence;
};

class Hostiles : public testing::TestWithParam<Hostile> {};

TEST_P(Hostiles, AreRefusedInOneSentenceThatNamesTheFile) {
    const TempFolder folder;
    const auto path = folder.write("given.docx", GetParam().bytes());
    const auto got = importSources({path});
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().kind, GetParam().kind) << got.error().message();
    EXPECT_NE(got.error().sentence.find(GetParam().sentence), std::string::npos) << got.error().message();
    EXPECT_TRUE(got.error().message().starts_with(path.string() + ": ")) << got.error().message();
    EXPECT_EQ(got.error().sentence.back(), '.');
}

std::string deep() {
    return withDocument([](std::string& xml) {
        std::string nested;
        for (int i = 0; i < 300; ++i) nested += "<w:sdt>";
        for (int i = 0; i < 300; ++i) nested += "</w:sdt>";
        xml = replaced(xml, "<w:sectPr/>", nested);
    });
}

std::string manyParts() {
    return zipOf(goodParts([](Parts& parts) {
        for (size_t i = 0; i < kMostOfficeParts; ++i) parts.emplace_back("word/media/" + std::to_string(i), "x");
    }));
}

// A 64-bit end record before the usual one: the way to more than 65,535 entries.
std::string zip64() {
    std::string bytes = good().bytes();
    const size_t end = bytes.rfind("PK\x05\x06");
    return bytes.insert(end, "PK\x06\x07" + std::string(16, '\0'));
}

// The size a zip gives for a part is a claim. This one claims a few bytes for many.
std::string sizeLie() {
    std::string bytes =
        zipOf(goodParts([](Parts& parts) { part(parts, "word/document.xml") += std::string(30 << 20, ' '); }));
    for (const char* signature : {"PK\x03\x04", "PK\x01\x02"}) {
        const bool local = std::string(signature) == "PK\x03\x04";
        for (size_t at = bytes.find(signature); at != std::string::npos; at = bytes.find(signature, at + 4)) {
            const size_t name = at + (local ? 30 : 46);
            if (bytes.compare(name, 17, "word/document.xml") == 0)
                bytes.replace(at + (local ? 22 : 24), 4, std::string("\x10\0\0\0", 4));
        }
    }
    return bytes;
}

INSTANTIATE_TEST_SUITE_P(
    All, Hostiles,
    testing::Values(
        Hostile{"Empty", [] { return std::string(); }, FailureKind::Foreign, "is empty"},
        Hostile{"Noise", [] { return std::string("\x01\x02\x03 noise"); }, FailureKind::Foreign,
                "is not a Word document"},
        Hostile{"Pdf", [] { return std::string("%PDF-1.7\n"); }, FailureKind::Foreign, "is a PDF"},
        Hostile{"Rtf", [] { return std::string("{\\rtf1 x}"); }, FailureKind::Foreign, "rich text"},
        Hostile{"Html", [] { return std::string("<!DOCTYPE html><html>"); }, FailureKind::Foreign, "web page"},
        Hostile{"OneCsv", [] { return std::string("title,authority\nT,A\n"); }, FailureKind::Foreign,
                "give the folder"},
        Hostile{"Snapshot", [] { return std::string("SQLite format 3\0", 16); }, FailureKind::Foreign, "is a database"},
        Hostile{"OldWord", [] { return ole("WordDocument"); }, FailureKind::Foreign, "old kind (.doc)"},
        Hostile{"OldExcel", [] { return ole("Workbook"); }, FailureKind::Foreign, "old kind (.xls)"},
        Hostile{"OldOther", [] { return ole("Something"); }, FailureKind::Foreign, "old kind of Office file"},
        Hostile{"Encrypted", [] { return ole("EncryptedPackage"); }, FailureKind::Foreign, "protected by a password"},
        Hostile{"ZipPassword", [] { return zipOf(good().parts(), "secret"); }, FailureKind::Foreign,
                "protected by a password"},
        Hostile{"Truncated", [] { return good().bytes().substr(0, 900); }, FailureKind::Damaged, "is damaged"},
        Hostile{"TornInside",
                [] {
                    std::string bytes = good().bytes();
                    const size_t at = bytes.find("word/document.xml") + 60;
                    bytes.replace(at, 40, std::string(40, '\x55'));
                    return bytes;
                },
                FailureKind::Damaged, "is damaged"},
        Hostile{"OtherZip",
                [] {
                    return zipOf({{"a.txt", "b"}});
                },
                FailureKind::Foreign, "zip archive"},
        Hostile{"Workbook",
                [] {
                    return zipOf(
                        {{"[Content_Types].xml", "<Types/>"}, {"_rels/.rels", "<R/>"}, {"xl/workbook.xml", "<w/>"}});
                },
                FailureKind::Damaged, "not laid out as Excel does it"},
        Hostile{"Slides",
                [] {
                    return zipOf({{"[Content_Types].xml", "<Types/>"},
                                  {"_rels/.rels", "<R/>"},
                                  {"ppt/presentation.xml", "<w/>"}});
                },
                FailureKind::Foreign, "PowerPoint"},
        Hostile{"OpenDocument",
                [] {
                    return zipOf({{"mimetype", "application/vnd.oasis"}, {"content.xml", "<o/>"}});
                },
                FailureKind::Foreign, "OpenDocument"},
        Hostile{"Macros", [] { return zipOf(goodParts([](Parts& p) { p.emplace_back("word/vbaProject.bin", "x"); })); },
                FailureKind::Foreign, "macros"},
        Hostile{"MacroType",
                [] {
                    return zipOf(goodParts([](Parts& p) {
                        part(p, "[Content_Types].xml") =
                            "<Types><Override "
                            "ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>";
                    }));
                },
                FailureKind::Foreign, "macros"},
        Hostile{"TwoDocuments",
                [] { return zipOf(goodParts([](Parts& p) { p.emplace_back("WORD/document.xml", "x"); })); },
                FailureKind::Damaged, "two parts of the same name"},
        Hostile{"NoMainPart",
                [] {
                    return zipOf(goodParts([](Parts& p) {
                        std::erase_if(p, [](const auto& x) { return x.first == "word/document.xml"; });
                    }));
                },
                FailureKind::Foreign, "not a Word document"},
        Hostile{"ClimbingTarget",
                [] {
                    return zipOf(goodParts([](Parts& p) {
                        part(p, "_rels/.rels") =
                            replaced(part(p, "_rels/.rels"), "word/document.xml", "../word/document.xml");
                    }));
                },
                FailureKind::Foreign, "not a Word document"},
        Hostile{"ManyParts", manyParts, FailureKind::TooLarge, "files"},
        Hostile{"Zip64", zip64, FailureKind::Foreign, "packed in a way"},
        Hostile{"RatioBomb", [] { return withDocument([](std::string& xml) { xml += std::string(8 << 20, ' '); }); },
                FailureKind::TooLarge, "more than 200 times its size"},
        Hostile{"SizeBomb",
                [] {
                    return withDocument([](std::string& xml) {
                        xml += noise(kLargestOfficePart, {"a", "bc", "def", "g"});
                    });
                },
                FailureKind::TooLarge, "more than 16 MB"},
        Hostile{"SizeLie", sizeLie, FailureKind::TooLarge, "times its size"},
        Hostile{"Doctype",
                [] {
                    return withDocument([](std::string& xml) {
                        xml = replaced(
                            xml, "<w:document",
                            "<!DOCTYPE w [<!ENTITY a \"b\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><w:document");
                    });
                },
                FailureKind::Foreign, "document type declaration"},
        Hostile{"DoctypeInStyles",
                [] {
                    return zipOf(goodParts([](Parts& p) {
                        part(p, "word/styles.xml").insert(0, "<!DOCTYPE s SYSTEM \"http://example.org/x\">");
                    }));
                },
                FailureKind::Foreign, "document type declaration"},
        Hostile{"BrokenXml", [] { return withDocument([](std::string& xml) { xml.resize(xml.size() - 30); }); },
                FailureKind::Damaged, "broken XML"},
        Hostile{"BinaryXml",
                [] { return withDocument([](std::string& xml) { xml = replaced(xml, "Statement", "St\xFFtement"); }); },
                FailureKind::Damaged, "not text"},
        Hostile{"DeepXml", deep, FailureKind::TooLarge, "levels deep"},
        Hostile{"LongXml",
                [] {
                    return withDocument([](std::string& xml) {
                        xml = replaced(xml, "<w:sectPr/>", noise(4 * kMostXmlSigns + 4, {"<a/>", "<b/>", "<c/>"}));
                    });
                },
                FailureKind::TooLarge, "far longer"},
        Hostile{"ManyParagraphs",
                [] {
                    WordFile d;
                    for (size_t i = 0; i <= kMostParagraphs; ++i) d.body += p(std::to_string(i * 7919));
                    return d.bytes();
                },
                FailureKind::TooLarge, "more than 20000 paragraphs"},
        Hostile{"LongParagraph",
                [] {
                    WordFile d;
                    d.body = p(noise(kLongestParagraph + 1, {"a ", "bc "}));
                    return d.bytes();
                },
                FailureKind::TooLarge, "a paragraph of more than 100000 characters"},
        Hostile{"OtherXml", [] { return withDocument([](std::string& xml) { xml = "<html/>"; }); },
                FailureKind::Foreign, "not laid out as a Word document"},
        Hostile{"NoTable",
                [] {
                    return withDocument([](std::string& xml) {
                        xml = replaced(xml, "<w:tbl>", "<w:x>");
                        xml = replaced(xml, "</w:tbl>", "</w:x>");
                    });
                },
                FailureKind::Foreign, "holds no table"},
        Hostile{"OtherTable",
                [] {
                    WordFile d;
                    d.body = table(row({"Name", "Telephone"}));
                    return d.bytes();
                },
                FailureKind::Foreign, "No table of the document is a checklist"},
        Hostile{"HeaderOnly",
                [] {
                    WordFile d;
                    d.body = table(header());
                    return d.bytes();
                },
                FailureKind::BadContent, "no element below it"}),
    [](const auto& test) { return std::string(test.param.what); });

TEST(ImportSources, SaysThatAFileIsMissing) {
    const TempFolder folder;
    const auto path = folder.path() / "gone.docx";
    const auto got = importSources({path});
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().kind, FailureKind::Missing);
    EXPECT_EQ(got.error().message(), path.string() + ": There is no file of this name.");
    EXPECT_FALSE(importSources({}));
}

TEST(ImportSources, RefusesAPipeWithoutWaitingForIt) {
    const TempFolder folder;
    const auto path = folder.path() / "pipe.docx";
    ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
    const auto got = importSources({path});
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().kind, FailureKind::NotAFile);
}

TEST(ImportSources, RefusesAFileOverTheLimit) {
    const TempFolder folder;
    const auto path = folder.write("large.docx", "PK\x03\x04");
    std::filesystem::resize_file(path, (size_t{64} << 20) + 1);
    const auto got = importSources({path});
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().kind, FailureKind::TooLarge);
    EXPECT_NE(got.error().sentence.find("64 MB"), std::string::npos);
}

TEST(ImportSources, DecidesByContentAndNotByName) {
    const TempFolder folder;
    EXPECT_TRUE(importSources({folder.write("checklist.pdf", good().bytes())}));
    EXPECT_FALSE(importSources({folder.write("report.docx", "%PDF-1.4")}));
}

TEST(ImportSources, RefusesAFolderAmongDocuments) {
    const TempFolder folder;
    const auto path = folder.write("a.docx", good().bytes());
    const auto got = importSources({path, folder.path()});
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().sentence.find("on its own"), std::string::npos);
}

TEST(ImportSources, ReadsUtf16AndStrictDocuments) {
    const TempFolder folder;
    const auto strict = withDocument([](std::string& xml) {
        xml = replaced(xml, "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                       "http://purl.oclc.org/ooxml/wordprocessingml/main");
    });
    EXPECT_TRUE(importSources({folder.write("strict.docx", strict)}));
    const auto wide =
        withDocument([](std::string& xml) { xml = "\xFF\xFE" + utf16(replaced(xml, "UTF-8", "UTF-16")); });
    const auto got = importSources({folder.write("wide.docx", wide)});
    ASSERT_TRUE(got) << got.error().message();
    EXPECT_EQ(got->checklist.elements.size(), 1U);
}

// Whatever a byte says, the answer is a value: never a crash, and text that comes out is clean.
TEST(ImportSources, SurvivesChangedBytes) {
    const std::string bytes = good().bytes();
    const TempFolder folder;
    unsigned state = 7;
    for (int i = 0; i < 2000; ++i) {
        std::string changed = bytes;
        for (int j = 0; j < 3; ++j) {
            state = state * 1664525U + 1013904223U;
            changed[(state >> 8) % changed.size()] = static_cast<char>(state >> 3);
        }
        const auto package = OfficePackage::open(changed, "x");
        if (!package) {
            EXPECT_FALSE(package.error().sentence.empty());
            continue;
        }
        const auto document = openDocx(*package);
        EXPECT_TRUE(document || !document.error().sentence.empty());
    }
}

TEST(ImportSources, SurvivesChangedXml) {
    const std::string xml = good().xml();
    unsigned state = 11;
    const TempFolder folder;
    for (int i = 0; i < 300; ++i) {
        std::string changed = xml;
        for (int j = 0; j < 4; ++j) {
            state = state * 1664525U + 1013904223U;
            const size_t at = (state >> 8) % changed.size();
            changed.erase(at, state % 7);
            changed.insert(std::min(at, changed.size()), 1, "<>/w:=\" 19"[state % 10]);
        }
        const auto got =
            importSources({folder.write("x.docx", withDocument([&](std::string& own) { own = changed; }))});
        EXPECT_TRUE(got || !got.error().sentence.empty());
    }
}

} // namespace
} // namespace sightline
