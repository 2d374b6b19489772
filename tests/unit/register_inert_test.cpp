// Words that a spreadsheet could take for a formula stay words in the workbook that goes out.
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "data/import/office_package.h"
#include "tests/support/register_files.h"

namespace sightline {
namespace {

std::vector<std::string> suspicious() {
    std::vector<std::string> out;
    for (const char* start :
         {"=", "+", "-", "@", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0", "|", "%"})
        for (const char* rest : {"1+1", "cmd|' /C calc'!A0", "SUM(A1:A9)", "HYPERLINK(\"http://x\")", "", " 1", "-1",
                                 "=1", "2024", "\"x\""})
            out.push_back(std::string(start) + rest);
    for (const char* quoted : {"\"=1+1\"", "'=1+1", " =1+1", ";=1+1", ",=1+1"}) out.emplace_back(quoted);
    return out;
}

Checklist suspiciousChecklist() {
    Checklist list = exampleChecklist();
    for (const std::string& words : suspicious()) {
        const int id = static_cast<int>(list.actions.size()) + 1;
        list.actions.push_back({id, 1, words, words, {}, ActionStatus::Open, {}, {}});
    }
    list.title = "=1+1";
    list.evidence[0].name = "@SUM(1)";
    return list;
}

TEST(RegisterCellsThatGoOut, AreTextAndNeverAFormula) {
    const std::string bytes = must(makeRegister(suspiciousChecklist(), kCreated));
    const auto package = must(OfficePackage::open(bytes, "register.xlsx"));
    const std::string styles = must(package.part("xl/styles.xml"));
    pugi::xml_document look;
    look.load_string(styles.c_str());
    std::vector<int> formats;
    for (const auto& xf : look.document_element().child("cellXfs").children("xf"))
        formats.push_back(xf.attribute("numFmtId").as_int());
    int texts = 0;
    for (int sheet = 2; sheet <= 7; ++sheet) {
        pugi::xml_document xml;
        xml.load_string(must(package.part("xl/worksheets/sheet" + std::to_string(sheet) + ".xml")).c_str());
        for (const auto& row : xml.document_element().child("sheetData").children("row"))
            for (const auto& cell : row.children("c")) {
                EXPECT_FALSE(cell.child("f")) << cell.attribute("r").value();
                if (std::string(cell.attribute("t").value()) != "s") continue;
                ++texts;
                // 49 is the format for text: a cell of it stays text when somebody goes into it and out again.
                const auto style = static_cast<size_t>(cell.attribute("s").as_int());
                const bool isHeader = row.attribute("r").as_int() == 1;
                EXPECT_TRUE(isHeader || formats.at(style) == 49) << cell.attribute("r").value();
            }
        EXPECT_FALSE(xml.document_element().child("hyperlinks"));
    }
    EXPECT_GT(texts, 200);
}

TEST(RegisterCellsThatGoOut, ComeBackAsTheyWere) {
    expectSameContent(importedBytes(must(makeRegister(suspiciousChecklist(), kCreated))).checklist,
                      suspiciousChecklist());
}

} // namespace
} // namespace sightline
