#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/zip_builder.h"

/// Word documents for tests, written as XML. Text goes in as it is: tests escape what needs it.
namespace sightline::docx {

inline std::string run(const std::string& text, const std::string& properties = "") {
    return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
inline std::string paragraph(const std::string& inner, const std::string& properties = "") {
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + inner + "</w:p>";
}
inline std::string p(const std::string& text) { return paragraph(run(text)); }
inline std::string heading(const std::string& text) { return paragraph(run(text), "<w:pStyle w:val=\"Heading1\"/>"); }

/// A paragraph of list 1 (bullets), 2 (bullets) or 3 (numbers) at a level from 0; each level is indented by 720.
inline std::string bullet(const std::string& text, int level = 0, int list = 1) {
    return paragraph(run(text), "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
                                    std::to_string(list) + "\"/></w:numPr>");
}
inline std::string indented(const std::string& text, int left) {
    return paragraph(run(text), "<w:ind w:left=\"" + std::to_string(left) + "\"/>");
}

/// A cell of paragraphs; `properties` go into w:tcPr.
inline std::string cell(const std::string& paragraphs, const std::string& properties = "") {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + (paragraphs.empty() ? "<w:p/>" : paragraphs) + "</w:tc>";
}
inline std::string span(int columns) { return "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>"; }
inline const char* const kMergeStart = "<w:vMerge w:val=\"restart\"/>";
inline const char* const kMergeOn = "<w:vMerge/>";

inline std::string rawRow(const std::string& cells) { return "<w:tr>" + cells + "</w:tr>"; }
/// A row of cells, each one plain paragraph; an empty text is an empty cell.
inline std::string row(const std::vector<std::string>& texts) {
    std::string cells;
    for (const std::string& text : texts) cells += cell(text.empty() ? "" : p(text));
    return rawRow(cells);
}
inline std::string table(const std::string& rows) { return "<w:tbl><w:tblPr/><w:tblGrid/>" + rows + "</w:tbl>"; }

inline std::string header() { return row({"", "Element", "Current position", "Evidence", "Next steps"}); }

struct WordFile {
    std::string body;
    std::string relations;                                               ///< more <Relationship/> of the document part
    std::string title = "Northmoor Council Test of Assurance June 2026"; ///< a heading before the body; "" for none
    std::string xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    std::vector<std::pair<std::string, std::string>> more; ///< more parts of the package

    [[nodiscard]] std::string xml() const {
        return xmlHead +
               "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
               "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
               "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" +
               (title.empty() ? "" : heading(title)) + body + "<w:sectPr/></w:body></w:document>";
    }

    static std::string level(int number, const char* format) {
        return "<w:lvl w:ilvl=\"" + std::to_string(number) + "\"><w:numFmt w:val=\"" + format +
               "\"/><w:pPr><w:ind w:left=\"" + std::to_string(720 * (number + 1)) +
               "\" w:hanging=\"360\"/></w:pPr></w:lvl>";
    }

    [[nodiscard]] std::vector<std::pair<std::string, std::string>> parts() const {
        const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const std::string relationships =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        const std::string word = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
        std::string bullets;
        std::string numbers;
        for (int i = 0; i < 3; ++i) {
            bullets += level(i, "bullet");
            numbers += level(i, "decimal");
        }
        std::vector<std::pair<std::string, std::string>> out = {
            {"[Content_Types].xml",
             "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
             "PartName=\"/word/document.xml\" ContentType=\"application/"
             "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"},
            {"_rels/.rels", relationships + "<Relationship Id=\"rId1\" Type=\"" + office +
                                "/officeDocument\" Target=\"word/document.xml\"/></Relationships>"},
            {"word/document.xml", xml()},
            {"word/_rels/document.xml.rels", relationships + "<Relationship Id=\"s\" Type=\"" + office +
                                                 "/styles\" Target=\"styles.xml\"/><Relationship Id=\"n\" Type=\"" +
                                                 office + "/numbering\" Target=\"numbering.xml\"/>" + relations +
                                                 "</Relationships>"},
            {"word/styles.xml",
             "<w:styles" + word +
                 "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
                 "w:val=\"Normal\"/></w:style>"
                 "<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/><w:basedOn "
                 "w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
                 "<w:style w:type=\"paragraph\" w:styleId=\"ListBullet2\"><w:name w:val=\"List Bullet 2\"/>"
                 "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style></w:styles>"},
            {"word/numbering.xml", "<w:numbering" + word + "<w:abstractNum w:abstractNumId=\"0\">" + bullets +
                                       "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">" + numbers +
                                       "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"
                                       "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
                                       "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>"}};
        out.insert(out.end(), more.begin(), more.end());
        return out;
    }

    [[nodiscard]] std::string bytes() const { return zipOf(parts()); }
};

} // namespace sightline::docx
