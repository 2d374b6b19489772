#include "tests/support/bombs.h"
#include "tests/support/sheet_builder.h"

namespace sightline::testing_support {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string withPart(const std::string& name, const std::string& bytes) {
    Parts parts = sheets::good().parts();
    for (auto& [known, content] : parts)
        if (known == name) {
            content = bytes;
            return zipOf(parts);
        }
    parts.emplace_back(name, bytes);
    return zipOf(parts);
}

// The sheet "Evidence".
std::string sheetOf(const std::string& rows, const std::string& head = "") {
    return withPart("xl/worksheets/sheet4.xml", head + "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
}

std::string withStrings(const std::string& strings, const std::string& rows, const std::string& head = "") {
    Parts parts = sheets::good().parts();
    for (auto& [name, bytes] : parts) {
        if (name == "xl/_rels/workbook.xml.rels")
            bytes.insert(3, "<Relationship Id=\"t\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/>");
        if (name == "xl/worksheets/sheet4.xml") bytes = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    }
    parts.emplace_back("xl/sharedStrings.xml", head + "<sst>" + strings + "</sst>");
    return zipOf(parts);
}

// One text of 110,000 letters that 2,000 cells say again.
std::string sharedString() {
    std::string rows;
    for (int row = 1; row <= 2000; ++row)
        rows += "<row r=\"" + std::to_string(row) + "\"><c t=\"s\"><v>0</v></c></row>";
    return withStrings("<si><t>" + noise(110'000) + "</t></si>", rows);
}

// Billions, by the book: every entity is ten of the one before.
std::string laughs() {
    std::string entities = "<!ENTITY a0 \"ha\">";
    for (int i = 1; i <= 10; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        entities += "<!ENTITY a" + std::to_string(i) + " \"" + repeated(before, 10) + "\">";
    }
    return "<!DOCTYPE l [" + entities + "]>";
}

constexpr const char* kExternal = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">"
                                  "<!ENTITY % b SYSTEM \"http://127.0.0.1:9/x\"> %b;]>";

// So many pieces, with something between them now and then.
std::string cells(std::size_t count, std::string_view cell, std::string_view between = "", std::size_t every = 1) {
    // Every so often a comment, so that what harms is the number of cells and not how well they pack.
    constexpr std::size_t kApart = 10;
    const std::string comments = noise(count / kApart + 1);
    std::string out;
    for (std::size_t i = 0; i < count; ++i) {
        out += cell;
        if (i % kApart == 0) out += std::string("<!--") + comments[i / kApart] + "-->";
        if (i % every == every - 1) out += between;
    }
    return out;
}

std::string manySheets() {
    sheets::Book book = sheets::good();
    std::string list;
    for (int i = 0; i < 100'000; ++i)
        list += "<sheet name=\"" + std::to_string(i * 7919) + "\" sheetId=\"1\" r:id=\"rId1\"/>";
    return withPart("xl/workbook.xml", "<workbook><sheets>" + list + "</sheets></workbook>");
}

std::string manyAttributes() {
    std::string row = "<row r=\"1\"><c";
    for (int i = 0; i < 2'000'000; ++i) row += " a" + std::to_string(i % 1000) + "=\"\"";
    return sheetOf(row + "/></row>");
}

std::string ods(const std::string& table, const std::string& head = "") {
    return zipOf({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                  {"content.xml", head + "<office:document-content><office:body><office:spreadsheet>" + table +
                                      "</office:spreadsheet></office:body></office:document-content>"}});
}

std::string table(const std::string& rows) { return "<table:table table:name=\"Evidence\">" + rows + "</table:table>"; }

std::string odsCell(const std::string& attributes, const std::string& text = "x") {
    return "<table:table-cell " + attributes + " office:value-type=\"string\"><text:p>" + text +
           "</text:p></table:table-cell>";
}

std::string odsRow(const std::string& attributes, const std::string& cellsOfIt) {
    return "<table:table-row " + attributes + ">" + cellsOfIt + "</table:table-row>";
}

std::vector<Bomb> excelBombs() {
    return {
        bombOf(
            "ratio.xlsx", [] { return sheetOf(std::string(15'000'000, ' ')); }, "200 times its size"),
        bombOf(
            "large-part.xlsx", [] { return sheetOf("<!--" + noise(17'500'000) + "-->"); }, "more than 16 MB"),
        bombOf(
            "laughs.xlsx", [] { return sheetOf("<row><c><v>&a10;</v></c></row>", laughs()); },
            "document type declaration"),
        bombOf(
            "laughs-in-strings.xlsx",
            [] { return withStrings("<si><t>&a10;</t></si>", "<row><c t=\"s\"><v>0</v></c></row>", laughs()); },
            "document type declaration"),
        bombOf(
            "external.xlsx", [] { return sheetOf("<row><c><v>&a;</v></c></row>", kExternal); },
            "document type declaration"),
        bombOf(
            "external-workbook.xlsx",
            [] { return withPart("xl/workbook.xml", std::string(kExternal) + "<workbook>&a;</workbook>"); },
            "document type declaration"),
        bombOf("shared-string.xlsx", sharedString, "MB of text"),
        bombOf(
            "many-strings.xlsx",
            [] { return withStrings(cells(1'700'000, "<si/>"), "<row><c t=\"s\"><v>0</v></c></row>"); }, "no column"),
        bombOf(
            "many-runs.xlsx",
            [] {
                return withStrings("<si>" + cells(400'000, "<r><t>ab</t></r>") + "</si>",
                                   "<row><c t=\"s\"><v>0</v></c></row>");
            },
            "refused"),
        bombOf(
            "million-columns.xlsx", [] { return sheetOf("<row>" + cells(1'000'000, "<c/>") + "</row>"); },
            "cells are out of order"),
        bombOf(
            "million-rows.xlsx", [] { return sheetOf(cells(1'050'000, "<row/>")); }, "rows are out of order"),
        bombOf(
            "many-cells.xlsx",
            [] {
                constexpr std::size_t kInARow = 1'600;
                return sheetOf("<row>" + cells(450'000, "<c><v>1</v></c>", "</row><row>", kInARow) + "</row>");
            },
            "no column"),
        bombOf("many-sheets.xlsx", manySheets, "more than 100 sheets"),
        bombOf("many-attributes.xlsx", manyAttributes, "far longer"),
        bombOf(
            "deep.xlsx", [] { return sheetOf(noise(4000) + repeated("<a>", 90'000) + repeated("</a>", 90'000)); },
            "levels deep"),
        bombOf(
            "long-cell.xlsx",
            [] { return sheetOf("<row><c t=\"inlineStr\"><is><t>" + noise(10'000'000) + "</t></is></c></row>"); },
            "refused"),
        bombOf(
            "cell-of-nowhere.xlsx", [] { return sheetOf("<row><c r=\"ZZZZZZZZZZZZZZ9\"><v>1</v></c></row>"); },
            "cells are out of order"),
        bombOf(
            "row-of-nowhere.xlsx", [] { return sheetOf("<row r=\"99999999999\"><c><v>1</v></c></row>"); },
            "rows are out of order"),
    };
}

std::vector<Bomb> odsBombs() {
    const std::string kManyRows = "table:number-rows-repeated=\"1048576\"";
    const std::string kManyColumns = "table:number-columns-repeated=\"16384\"";
    return {
        bombOf(
            "ratio.ods", [] { return ods(std::string(15'000'000, ' ')); }, "200 times its size"),
        bombOf(
            "laughs.ods", [] { return ods(table("&a10;"), laughs()); }, "document type declaration"),
        bombOf(
            "external.ods", [] { return ods(table("&a;"), kExternal); }, "document type declaration"),
        bombOf(
            "rows.ods", [=] { return ods(table(odsRow(kManyRows, odsCell("")))); }, "500000 cells"),
        bombOf(
            "columns.ods", [=] { return ods(table(repeated(odsRow("", odsCell(kManyColumns)), 100))); },
            "500000 cells"),
        bombOf(
            "rows-and-columns.ods", [=] { return ods(table(odsRow(kManyRows, odsCell(kManyColumns)))); },
            "500000 cells"),
        bombOf(
            "long-text.ods", [=] { return ods(table(odsRow(kManyRows, odsCell("", noise(100'000))))); }, "MB of text"),
        bombOf(
            "spaces.ods",
            [=] { return ods(table(odsRow("", odsCell(kManyColumns, "<text:s text:c=\"2000000000\"/>x")))); },
            "MB of text"),
        bombOf(
            "million-columns.ods", [] { return ods(table(odsRow("", cells(600'000, "<table:table-cell/>")))); },
            "a row is too long"),
        bombOf(
            "deep.ods",
            [] {
                return ods(table(repeated("<table:table-row-group>", 300) + noise(2000) +
                                 repeated("</table:table-row-group>", 300)));
            },
            "levels deep"),
        bombOf(
            "many-sheets.ods", [] { return ods(cells(400'000, "<table:table/>")); }, "more than 100 sheets"),
        bombOf(
            "long-name.ods", [] { return ods("<table:table table:name=\"" + noise(15'000'000) + "\"/>"); },
            "name of a sheet is too long"),
    };
}

} // namespace

std::vector<Bomb> workbookBombs() {
    std::vector<Bomb> all = excelBombs();
    for (Bomb& bomb : odsBombs()) all.push_back(std::move(bomb));
    return all;
}

} // namespace sightline::testing_support
