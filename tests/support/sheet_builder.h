#pragma once

#include <map>
#include <string>
#include <vector>

#include "data/import/spreadsheet.h"
#include "tests/support/zip_builder.h"

/// Registers for tests, written as XML: cells are pieces of it. Text goes in as it is: tests escape what needs it.
namespace sightline::sheets {

/// A cell without its address: attributes after the address, and what stands inside.
struct Cell {
    std::string attributes;
    std::string inner;
    Cell() = default;
    Cell(const char* text) : Cell(std::string(text)) {} // NOLINT(google-explicit-constructor): tables read better
    Cell(const std::string& text)                       // NOLINT(google-explicit-constructor)
        : attributes(text.empty() ? "" : " t=\"inlineStr\""),
          inner(text.empty() ? "" : "<is><t xml:space=\"preserve\">" + text + "</t></is>") {}
    Cell(std::string cellAttributes, std::string cellInner)
        : attributes(std::move(cellAttributes)), inner(std::move(cellInner)) {}
};
/// Style 1 shows a day, 2 a month ("mmm yyyy"), 3 a percentage, 4 a year.
inline Cell number(const std::string& value, int style = 0) {
    return {" s=\"" + std::to_string(style) + "\"", "<v>" + value + "</v>"};
}
inline Cell truth(bool value) { return {" t=\"b\"", value ? "<v>1</v>" : "<v>0</v>"}; }
inline Cell error(const std::string& word) { return {" t=\"e\"", "<v>" + word + "</v>"}; }
inline Cell formula(const std::string& result) { return {" t=\"str\"", "<f>A1</f><v>" + result + "</v>"}; }

using Rows = std::vector<std::vector<Cell>>;

struct Book {
    std::vector<std::pair<std::string, Rows>> sheets;
    std::map<std::string, std::string> rowAttributes;   ///< "Evidence!2" → " hidden=\"1\""
    std::map<std::string, std::string> sheetAttributes; ///< "Evidence" → " state=\"hidden\""
    std::map<std::string, std::string> columns;         ///< "Evidence" → <cols>…</cols>
    std::vector<std::pair<std::string, std::string>> more;

    Rows& operator[](const std::string& name) {
        for (auto& [known, rows] : sheets)
            if (known == name) return rows;
        return sheets.emplace_back(name, Rows{}).second;
    }

    [[nodiscard]] std::string sheetXml(const std::string& name, const Rows& rows) const {
        const auto of = [](const auto& map, const std::string& key) {
            const auto it = map.find(key);
            return it == map.end() ? std::string() : it->second;
        };
        std::string xml = "<worksheet>" + of(columns, name) + "<sheetData>";
        for (size_t r = 0; r < rows.size(); ++r) {
            const std::string row = std::to_string(r + 1);
            xml += "<row r=\"" + row + "\"" + of(rowAttributes, name + "!" + row) + ">";
            for (size_t c = 0; c < rows[r].size(); ++c)
                if (!rows[r][c].attributes.empty() || !rows[r][c].inner.empty())
                    xml += "<c r=\"" + cellName(static_cast<int>(c) + 1, static_cast<int>(r) + 1) + "\"" +
                           rows[r][c].attributes + ">" + rows[r][c].inner + "</c>";
            xml += "</row>";
        }
        return xml + "</sheetData></worksheet>";
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> parts() const {
        std::string list;
        std::string relations;
        std::vector<std::pair<std::string, std::string>> out;
        int number = 0;
        for (const auto& [name, rows] : sheets) {
            const std::string n = std::to_string(++number);
            const auto attributes = sheetAttributes.find(name);
            list += "<sheet name=\"" + name + "\" sheetId=\"" + n + "\" r:id=\"rId" + n + "\"" +
                    (attributes == sheetAttributes.end() ? "" : attributes->second) + "/>";
            relations += "<Relationship Id=\"rId" + n + "\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet" + n +
                         ".xml\"/>";
            out.emplace_back("xl/worksheets/sheet" + n + ".xml", sheetXml(name, rows));
        }
        relations += "<Relationship Id=\"s\" Type=\"http://x/styles\" Target=\"styles.xml\"/>";
        out.emplace_back("[Content_Types].xml", "<Types/>");
        out.emplace_back("_rels/.rels", "<R><Relationship Id=\"a\" Type=\"http://x/officeDocument\" "
                                        "Target=\"xl/workbook.xml\"/></R>");
        out.emplace_back("xl/workbook.xml", "<workbook><sheets>" + list + "</sheets></workbook>");
        out.emplace_back("xl/_rels/workbook.xml.rels", "<R>" + relations + "</R>");
        out.emplace_back("xl/styles.xml",
                         "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"mmm yyyy\"/><numFmt "
                         "numFmtId=\"165\" formatCode=\"yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf "
                         "numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/><xf numFmtId=\"165\"/></cellXfs>"
                         "</styleSheet>");
        out.insert(out.end(), more.begin(), more.end());
        return out;
    }
    [[nodiscard]] std::string bytes() const { return zipOf(parts()); }
};

/// A small register in which all is well.
inline Book good() {
    Book book;
    book["About"] = {{"Id", "What", "Value", "Statutory role", "Abbreviation"},
                     {"", "Title", "Test of Assurance"},
                     {"", "Council", "Northmoor Council"},
                     {"", "Position date", number("45457", 1)},
                     {number("1"), "Role holder", "Executive Director", "Director of Children's Services", "DCS"}};
    book["Elements"] = {{"Element", "Title", "Statement", "Opinion", "Reason", "Opinion date", "Given by"},
                        {number("1"), "One", "The first", "Limited", "Gaps", number("45457", 1), "Head of Audit"},
                        {number("2"), "Two", "The second"}};
    book["Positions"] = {{"Id", "Element", "Text"}, {number("1"), number("1"), "A plan is in place."}};
    book["Evidence"] = {{"Id", "Name", "Element 1", "Element 2", "Element 3", "Element 4", "Element 5", "Element 6",
                         "Detail", "Line", "Kind", "Organisation", "Date covered", "Review due", "Link", "Marking",
                         "File"},
                        {number("1"), "Plan", number("1"), "", "", "", "", "", "", "Management", "Document"},
                        {number("2"), "Audit", number("2"), "x", "", "", "", "", "", "Independent (guessed)"}};
    book["Actions"] = {{"Id", "Element", "Text", "Owner", "Due", "Status", "Completed"},
                       {number("1"), number("1"), "Renew the plan.", "Head of Quality", number("45473", 1), "open"}};
    book["Scale"] = {
        {"Opinion id", "Opinion", "Rank", "Colour", "Shape", "Definition", "Line id", "Line", "Stale after months",
         "Kind id", "Kind", "Marking", "Statutory role"},
        {number("1"), "Good", number("1"), "good", "disc-tick", "Fine.", number("1"), "Management", number("24"),
         number("1"), "Document"},
        {number("2"), "Limited", number("2"), "caution", "triangle", "Gaps.", number("2"), "Oversight", number("24")},
        {number("3"), "Not assessed", number("3"), "none", "dashed-ring", "Nothing yet.", number("3"), "Independent",
         number("12")}};
    return book;
}

} // namespace sightline::sheets
