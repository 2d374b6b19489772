#include "data/import/docx_body.h"

#include <algorithm>

#include "data/import/office_relations.h"
#include "data/import/office_xml.h"
#include "data/import/text.h"

namespace sightline {
namespace {

using Node = pugi::xml_node;

constexpr std::string_view kTransitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view kStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

bool is(const Node& node, std::string_view name) { return name == node.name(); }

// What a wrapper holds; nothing for a node that is no wrapper.
Node unwrapped(const Node& node) {
    if (is(node, "w:sdt")) return node.child("w:sdtContent");
    if (is(node, "w:customXml") || is(node, "w:ins") || is(node, "w:moveTo")) return node;
    if (is(node, "mc:AlternateContent"))
        return node.child("mc:Choice") ? node.child("mc:Choice") : node.child("mc:Fallback");
    return {};
}

int number(std::string_view text, int otherwise, int most) {
    const std::string digits(text);
    return digits.empty() ? otherwise : std::clamp(std::atoi(digits.c_str()), 0, most);
}

class BodyReader {
public:
    BodyReader(const DocxStyles& styles, const OfficeRelations& relations) : styles_(styles), relations_(relations) {}

    void body(const Node& parent) {
        for (const Node& node : parent.children()) {
            if (is(node, "w:p")) {
                for (DocxParagraph& paragraph : joined(node)) add(std::move(paragraph));
            } else if (is(node, "w:tbl")) {
                flushBody();
                out.blocks.emplace_back(table(node));
            } else if (is(node, "w:altChunk")) {
                ++out.asides.pictures;
            } else if (const Node inner = unwrapped(node)) {
                body(inner);
            }
        }
    }

    void flushBody() {
        if (!waiting_.text.empty()) add(std::move(waiting_));
        waiting_ = {};
    }

    DocxBody out;
    std::string refusal; // why the text is too much; empty where it is not

private:
    void add(DocxParagraph paragraph) {
        if (paragraph.text.empty()) return;
        paragraph.where = "paragraph " + std::to_string(++paragraphs_);
        out.blocks.emplace_back(std::move(paragraph));
    }

    // A paragraph, or nothing yet where a tracked change has taken its end away.
    std::vector<DocxParagraph> joined(const Node& node) {
        if (!refusal.empty()) return {};
        std::vector<DocxParagraph> parts = readParagraph(node, styles_, relations_, out.asides);
        if (parts.empty()) return parts;
        if (!waiting_.text.empty()) {
            if (!parts.front().text.empty()) waiting_.text.append(" ").append(parts.front().text);
            parts.front().text = std::move(waiting_.text);
            parts.front().links.insert(parts.front().links.begin(), waiting_.links.begin(), waiting_.links.end());
            waiting_ = {};
        }
        if (parts.back().markDeleted) {
            // A paragraph that is deleted whole leaves nothing behind.
            waiting_ = std::move(parts.back());
            parts.pop_back();
        }
        for (const DocxParagraph& part : parts) measure(part);
        measure(waiting_);
        return parts;
    }

    void measure(const DocxParagraph& paragraph) {
        if (!paragraph.text.empty() && ++counted_ > kMostParagraphs)
            refusal = "it holds more than " + std::to_string(kMostParagraphs) + " paragraphs";
        if (paragraph.text.size() > kLongestParagraph)
            refusal = "it holds a paragraph of more than " + std::to_string(kLongestParagraph) + " characters";
    }

    // The last paragraph of a cell or of the body has nothing to be joined with.
    void flush(std::vector<DocxParagraph>& into) {
        if (!waiting_.text.empty()) into.push_back(std::move(waiting_));
        waiting_ = {};
    }

    DocxTable table(const Node& node) {
        DocxTable result;
        result.number = ++out.tables;
        rows(node, result);
        result.resolve();
        return result;
    }

    void rows(const Node& parent, DocxTable& table) {
        for (const Node& node : parent.children()) {
            if (is(node, "w:tr")) {
                const Node properties = node.child("w:trPr");
                if (properties.child("w:del")) {
                    ++out.asides.deletions;
                    continue;
                }
                DocxRow result;
                column_ = number(childValue(properties, "w:gridBefore"), 0, kMostDocxColumns);
                cells(node, result);
                table.rows.push_back(std::move(result));
            } else if (const Node inner = unwrapped(node)) {
                rows(inner, table);
            }
        }
    }

    void cells(const Node& parent, DocxRow& row) {
        for (const Node& node : parent.children()) {
            if (is(node, "w:tc")) {
                const Node properties = node.child("w:tcPr");
                DocxCell cell;
                cell.column = column_;
                cell.span = std::max(number(childValue(properties, "w:gridSpan"), 1, kMostDocxColumns), 1);
                const Node merge = properties.child("w:vMerge");
                cell.continues = merge && std::string_view(merge.attribute("w:val").value()) != "restart";
                column_ += cell.span; // the number of cells is bounded, so this is too
                if (properties.child("w:cellDel")) {
                    ++out.asides.deletions;
                } else {
                    content(node, cell);
                    flush(cell.paragraphs);
                }
                row.cells.push_back(std::move(cell));
            } else if (const Node inner = unwrapped(node)) {
                cells(inner, row);
            }
        }
    }

    // Everything in a cell, paragraph by paragraph; a table within it too.
    void content(const Node& parent, DocxCell& cell) {
        for (const Node& node : parent.children()) {
            if (is(node, "w:p")) {
                for (DocxParagraph& paragraph : joined(node))
                    if (!paragraph.text.empty() || paragraph.format.listed)
                        cell.paragraphs.push_back(std::move(paragraph));
            } else if (is(node, "w:tbl") || is(node, "w:tr") || is(node, "w:tc")) {
                cell.nested = true;
                content(node, cell);
            } else if (const Node inner = unwrapped(node)) {
                content(inner, cell);
            }
        }
    }

    const DocxStyles& styles_;
    const OfficeRelations& relations_;
    DocxParagraph waiting_;
    int paragraphs_ = 0;
    size_t counted_ = 0;
    int column_ = 0;
};

} // namespace

Result<DocxBody> readBody(const DocxPackage& package, const std::string& place) {
    pugi::xml_document xml;
    if (auto done = parseXml(xml, package.document, place, "document"); !done) return tl::unexpected(done.error());
    const Node root = xml.document_element();
    const std::string_view space = root.attribute("xmlns:w").value();
    if (!is(root, "w:document") || (space != kTransitional && space != kStrict))
        return fail(FailureKind::Foreign, place,
                    "The file is not laid out as a Word document; open it in Word, save it again and import that.");
    const auto relations = readRelations(package.relationships, place, "document relationships");
    if (!relations) return tl::unexpected(relations.error());
    const auto styles = DocxStyles::load(package, place);
    if (!styles) return tl::unexpected(styles.error());
    BodyReader reader(*styles, *relations);
    reader.body(root.child("w:body"));
    reader.flushBody();
    if (!reader.refusal.empty())
        return fail(FailureKind::TooLarge, place,
                    "The document is refused: " + reader.refusal + ", far more than a checklist needs.");
    pugi::xml_document properties;
    if (auto done = parseXml(properties, package.properties, place, "core properties"); !done)
        return tl::unexpected(done.error());
    reader.out.title = oneLine(properties.document_element().child("dc:title").text().get());
    return std::move(reader.out);
}

} // namespace sightline
