// Workbooks that are not what was asked for, are damaged, or are made to harm.
#include <functional>

#include <gtest/gtest.h>

#include "tests/support/register_files.h"
#include "tests/support/sheet_builder.h"

namespace sightline {
namespace {

using namespace sheets;
using Parts = std::vector<std::pair<std::string, std::string>>;

std::string changed(const std::function<void(Parts&)>& change) {
    Parts parts = good().parts();
    change(parts);
    return zipOf(parts);
}

std::string& part(Parts& parts, const std::string& name) {
    for (auto& [known, bytes] : parts)
        if (known == name) return bytes;
    return parts.emplace_back(name, "").second;
}

std::string sheetOf(const std::string& rows) {
    return changed([&](Parts& p) {
        part(p, "xl/worksheets/sheet4.xml") = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    });
}

// Text that does not pack well.
std::string noise(size_t length) {
    std::string out;
    unsigned state = 1;
    while (out.size() < length) {
        state = state * 1664525U + 1013904223U;
        out += static_cast<char>('a' + (state >> 16) % 26);
    }
    return out;
}

// A text of 110,000 letters that 2,000 cells say again.
std::string sharedStringBomb() {
    std::string rows;
    for (int row = 1; row <= 2000; ++row)
        rows +=
            "<row r=\"" + std::to_string(row) + "\"><c r=\"B" + std::to_string(row) + "\" t=\"s\"><v>0</v></c></row>";
    return changed([&](Parts& p) {
        part(p, "xl/_rels/workbook.xml.rels")
            .insert(3, "<Relationship Id=\"t\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/>");
        part(p, "xl/sharedStrings.xml") = "<sst><si><t>" + noise(110'000) + "</t></si></sst>";
        part(p, "xl/worksheets/sheet4.xml") = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    });
}

std::string ods(const std::string& table,
                const std::string& mimetype = "application/vnd.oasis.opendocument.spreadsheet",
                const std::string& head = "") {
    return zipOf({{"mimetype", mimetype},
                  {"content.xml", head + "<office:document-content><office:body><office:spreadsheet>" + table +
                                      "</office:spreadsheet></office:body></office:document-content>"}});
}
std::string table(const std::string& rows) { return "<table:table table:name=\"Evidence\">" + rows + "</table:table>"; }
const std::string kOdsCell = "office:value-type=\"string\"><text:p>x</text:p></table:table-cell>";

struct Hostile {
    const char* what;
    std::function<std::string()> bytes;
    FailureKind kind;
    const char* sentence;
};

class HostileRegisters : public testing::TestWithParam<Hostile> {};

TEST_P(HostileRegisters, AreRefusedInOneSentenceThatNamesTheFile) {
    const TempFolder folder;
    const auto path = folder.write("register.xlsx", GetParam().bytes());
    const auto got = importSources({path});
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().place, path.string());
    EXPECT_EQ(got.error().kind, GetParam().kind) << got.error().message();
    EXPECT_NE(got.error().sentence.find(GetParam().sentence), std::string::npos) << got.error().message();
}

INSTANTIATE_TEST_SUITE_P(
    All, HostileRegisters,
    testing::Values(
        Hostile{"Macros", [] { return changed([](Parts& p) { part(p, "xl/vbaProject.bin") = "x"; }); },
                FailureKind::Foreign, "workbook carries macros"},
        Hostile{"MacroType",
                [] {
                    return changed([](Parts& p) {
                        part(p, "[Content_Types].xml") =
                            "<Types><Override ContentType=\"application/vnd.ms-excel.sheet.macroEnabled.main+xml\"/>"
                            "</Types>";
                    });
                },
                FailureKind::Foreign, "workbook carries macros"},
        Hostile{"Binary",
                [] {
                    return zipOf({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.bin", "x"}});
                },
                FailureKind::Foreign, ".xlsb"},
        Hostile{"Password", [] { return zipOf(good().parts(), "secret"); }, FailureKind::Foreign,
                "protected by a password"},
        Hostile{"OdsPassword",
                [] {
                    return zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                  {"META-INF/manifest.xml", "<manifest:encryption-data/>"},
                                  {"content.xml", "\x01\x02"}});
                },
                FailureKind::Foreign, "protected by a password"},
        Hostile{"OdsPackedPassword",
                [] {
                    return zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                  {"encrypted-package", "\x01\x02"}});
                },
                FailureKind::Foreign, "protected by a password"},
        Hostile{"OdtInstead", [] { return ods("", "application/vnd.oasis.opendocument.text"); }, FailureKind::Foreign,
                "not a spreadsheet"},
        Hostile{"FlatOds", [] { return std::string("<?xml version=\"1.0\"?>\n<office:document>"); },
                FailureKind::Foreign, "flat OpenDocument"},
        Hostile{"Truncated", [] { return good().bytes().substr(0, 1500); }, FailureKind::Damaged, "is damaged"},
        Hostile{"NoWorkbookRelations",
                [] { return changed([](Parts& p) { part(p, "xl/_rels/workbook.xml.rels") = "<R/>"; }); },
                FailureKind::Damaged, "a sheet is missing"},
        Hostile{"ClimbingTarget",
                [] {
                    return changed([](Parts& p) {
                        std::string& relations = part(p, "xl/_rels/workbook.xml.rels");
                        relations.replace(relations.find("worksheets/"), 11, "../../etc/");
                    });
                },
                FailureKind::Damaged, "a sheet is missing"},
        Hostile{"NoSharedString", [] { return sheetOf("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>"); },
                FailureKind::Damaged, "a text is missing"},
        Hostile{"NoNumber", [] { return sheetOf("<row r=\"1\"><c r=\"A1\"><v>1e</v></c></row>"); },
                FailureKind::Damaged, "a number is none"},
        Hostile{"HugeNumber", [] { return sheetOf("<row r=\"1\"><c r=\"A1\"><v>1e999</v></c></row>"); },
                FailureKind::Damaged, "a number is none"},
        Hostile{"ColumnFarRight", [] { return sheetOf("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>"); },
                FailureKind::Damaged, "cells are out of order"},
        Hostile{"ColumnWithoutEnd", [] { return sheetOf("<row r=\"1\"><c r=\"ZZZZZZZZZZ1\"><v>1</v></c></row>"); },
                FailureKind::Damaged, "cells are out of order"},
        Hostile{"CellTwice",
                [] { return sheetOf("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"); },
                FailureKind::Damaged, "cells are out of order"},
        Hostile{"RowFarDown", [] { return sheetOf("<row r=\"1048577\"><c r=\"A1\"><v>1</v></c></row>"); },
                FailureKind::Damaged, "rows are out of order"},
        Hostile{"RowTwice", [] { return sheetOf("<row r=\"1\"/><row r=\"1\"/>"); }, FailureKind::Damaged,
                "rows are out of order"},
        Hostile{"MillionColumns",
                [] {
                    std::string cells;
                    for (const char letter : noise(1'000'000))
                        cells += std::string("<c><v>") + static_cast<char>('0' + letter % 10) + "</v></c>";
                    return sheetOf("<row r=\"1\">" + cells + "</row>");
                },
                FailureKind::TooLarge, "far longer than a checklist needs"},
        Hostile{"RatioBomb",
                [] { return sheetOf("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + std::string(8 << 20, ' ')); },
                FailureKind::TooLarge, "200 times its size"},
        Hostile{"SizeBomb", [] { return sheetOf("<!--" + noise(17 << 20) + "-->"); }, FailureKind::TooLarge,
                "more than 16 MB"},
        Hostile{"ManyLongSheets",
                [] {
                    return changed([](Parts& p) {
                        for (int i = 1; i <= 6; ++i)
                            part(p, "xl/worksheets/sheet" + std::to_string(i) + ".xml") =
                                "<worksheet><!--" + noise(5 << 20) + "--></worksheet>";
                    });
                },
                FailureKind::TooLarge, "more than 24 MB"},
        Hostile{"SharedStringBomb", sharedStringBomb, FailureKind::TooLarge, "MB of text"},
        Hostile{"LongCell",
                [] {
                    return sheetOf("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + noise(140'000) +
                                   "</t></is></c></row>");
                },
                FailureKind::TooLarge, "refused"},
        Hostile{"Doctype",
                [] {
                    return changed([](Parts& p) {
                        part(p, "xl/worksheets/sheet4.xml")
                            .insert(0, "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]>");
                    });
                },
                FailureKind::Foreign, "document type declaration"},
        Hostile{"DoctypeInOds",
                [] {
                    return ods(table(""), "application/vnd.oasis.opendocument.spreadsheet",
                               "<!DOCTYPE a [<!ENTITY b \"c\">]>");
                },
                FailureKind::Foreign, "document type declaration"},
        Hostile{"Deep",
                [] {
                    std::string inner;
                    for (int i = 0; i < 100'000; ++i) inner += "<a>";
                    for (int i = 0; i < 100'000; ++i) inner += "</a>";
                    return sheetOf(noise(4000) + inner);
                },
                FailureKind::TooLarge, "levels deep"},
        Hostile{"OdsRowsWithoutEnd",
                [] {
                    return ods(table("<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell " +
                                     kOdsCell + "</table:table-row>"));
                },
                FailureKind::TooLarge, "500000 cells"},
        Hostile{"OdsColumnsWithoutEnd",
                [] {
                    std::string rows;
                    for (int i = 0; i < 100; ++i)
                        rows += "<table:table-row><table:table-cell table:number-columns-repeated=\"16384\" " +
                                kOdsCell + "</table:table-row>";
                    return ods(table(rows));
                },
                FailureKind::TooLarge, "500000 cells"},
        Hostile{"OdsRowTooLong",
                [] {
                    const std::string cells = "<table:table-cell table:number-columns-repeated=\"16000\"/>";
                    return ods(table("<table:table-row>" + cells + cells + "</table:table-row>"));
                },
                FailureKind::Damaged, "a row is too long"},
        Hostile{"OdsSpacesWithoutEnd",
                [] {
                    return ods(table("<table:table-row><table:table-cell table:number-columns-repeated=\"16384\" "
                                     "office:value-type=\"string\"><text:p><text:s text:c=\"2000000000\"/>x</text:p>"
                                     "</table:table-cell></table:table-row>"));
                },
                FailureKind::TooLarge, "MB of text"},
        Hostile{"OdsWithoutSheets",
                [] {
                    return zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                                  {"content.xml", "<office:document-content/>"}});
                },
                FailureKind::Damaged, "no sheets"}),
    [](const auto& test) { return std::string(test.param.what); });

TEST(OdsRegisters, MayEndInEmptyRowsAndCellsWithoutNumber) {
    const auto got = importBytes(ods(table("<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell "
                                           "table:number-columns-repeated=\"16384\"/></table:table-row>")));
    ASSERT_FALSE(got);
    EXPECT_NE(got.error().sentence.find("no sheet"), std::string::npos) << got.error().message();
}

// Whatever a byte says, the answer is a value: never a crash.
TEST(HostileRegister, SurvivesChangedBytesAndChangedXml) {
    const std::string bytes = good().bytes();
    const Parts parts = good().parts();
    unsigned state = 3;
    const auto next = [&state](size_t below) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8) % below;
    };
    for (int i = 0; i < 1500; ++i) {
        std::string other = bytes;
        for (int j = 0; j < 3; ++j) other[next(other.size())] = static_cast<char>(next(256));
        const auto got = importBytes(other);
        EXPECT_TRUE(got || !got.error().sentence.empty());
        Parts some = parts;
        std::string& xml = some[next(some.size())].second;
        for (int j = 0; j < 3; ++j) {
            const size_t at = next(xml.size());
            xml.erase(at, next(7));
            xml.insert(std::min(at, xml.size()), 1, "<>/r:=\" 19A"[next(11)]);
        }
        const auto read = importBytes(zipOf(some));
        EXPECT_TRUE(read || !read.error().sentence.empty());
    }
}

} // namespace
} // namespace sightline
