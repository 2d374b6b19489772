// Words that a spreadsheet could take for a formula stay words in the workbook that goes out.
#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "data/import/office_package.h"
#include "tests/support/register_files.h"
#include "tests/support/rounds.h"
#include "tests/support/zip_builder.h"

namespace sightline {
namespace {

constexpr int kTextFormat = 49;

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

/// What the cells of a workbook would do in a program for spreadsheets.
struct Cells {
    int texts = 0;
    std::vector<std::string> alive; ///< those that compute, lead elsewhere, or may turn into something that does
};

std::vector<int> formatsOf(const OfficePackage& package) {
    pugi::xml_document look;
    look.load_string(must(package.part("xl/styles.xml")).c_str());
    std::vector<int> formats;
    for (const auto& xf : look.document_element().child("cellXfs").children("xf"))
        formats.push_back(xf.attribute("numFmtId").as_int());
    return formats;
}

Cells cellsOf(const std::string& bytes) {
    const auto package = must(OfficePackage::open(bytes, "register.xlsx"));
    const std::vector<int> formats = formatsOf(package);
    Cells cells;
    for (int sheet = 2; sheet <= 7; ++sheet) {
        pugi::xml_document xml;
        xml.load_string(must(package.part("xl/worksheets/sheet" + std::to_string(sheet) + ".xml")).c_str());
        if (xml.document_element().child("hyperlinks")) cells.alive.emplace_back("links");
        for (const auto& row : xml.document_element().child("sheetData").children("row"))
            for (const auto& cell : row.children("c")) {
                const bool text = std::string_view(cell.attribute("t").value()) == "s";
                // 49 is the format for text: a cell of it stays text when somebody goes into it and out again.
                const auto style = static_cast<size_t>(cell.attribute("s").as_int());
                const bool isHeader = row.attribute("r").as_int() == 1;
                if (cell.child("f") || (text && !isHeader && formats.at(style) != kTextFormat))
                    cells.alive.emplace_back(cell.attribute("r").value());
                cells.texts += text ? 1 : 0;
            }
    }
    return cells;
}

TEST(RegisterCellsThatGoOut, AreTextAndNeverAFormula) {
    const Cells cells = cellsOf(must(makeRegister(suspiciousChecklist(), kCreated)));
    testing_support::sayFigure(std::to_string(cells.texts) + " cells, " + std::to_string(suspicious().size()) +
                               " beginnings of an attack twice each, " + std::to_string(cells.alive.size()) + " alive");
    EXPECT_EQ(cells.alive, std::vector<std::string>());
    EXPECT_GT(cells.texts, 200);
}

// The control: the same workbook without the format that keeps text text, and with one word written as a formula.
TEST(RegisterCellsThatGoOut, AreFoundWhereTheyAreNotInert) {
    const std::string bytes = must(makeRegister(suspiciousChecklist(), kCreated));
    const auto package = must(OfficePackage::open(bytes, "register.xlsx"));
    const auto changed = [&](const std::string& part, const std::string& from, const std::string& to) {
        std::vector<std::pair<std::string, std::string>> parts;
        for (const std::string& name : package.names()) {
            std::string content = must(package.part(name));
            const bool wanted = name == part && content.find(from) != std::string::npos;
            for (size_t at = 0; wanted && (at = content.find(from, at)) != std::string::npos; at += to.size())
                content.replace(at, from.size(), to);
            parts.emplace_back(name == "[content_types].xml" ? "[Content_Types].xml" : name, std::move(content));
        }
        return zipOf(parts);
    };
    const Cells general = cellsOf(changed("xl/styles.xml", "numFmtId=\"49\"", "numFmtId=\"0\""));
    EXPECT_GT(general.alive.size(), suspicious().size());
    const Cells formulas = cellsOf(changed("xl/worksheets/sheet6.xml", "<v>", "<f>1+1</f><v>"));
    EXPECT_GT(formulas.alive.size(), suspicious().size());
    testing_support::sayFigure("control: without the format for text " + std::to_string(general.alive.size()) +
                               " cells are found, written as formulas " + std::to_string(formulas.alive.size()));
}

TEST(RegisterCellsThatGoOut, ComeBackAsTheyWere) {
    expectSameContent(importedBytes(must(makeRegister(suspiciousChecklist(), kCreated))).checklist,
                      suspiciousChecklist());
}

} // namespace
} // namespace sightline
