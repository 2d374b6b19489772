#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "data/import/docx_styles.h"
#include "data/import/office_relations.h"

namespace sightline {

/// A hyperlink in a paragraph.
struct DocxLink {
    std::string address; ///< as the document has it
    std::string text;    ///< the words that carry it
    int line = 0;        ///< the line of the paragraph it begins in, from 0
};

/// Links kept of one paragraph, the characters of an address, and fields within fields: more than anybody needs.
constexpr size_t kMostLinks = 20;
constexpr size_t kLongestAddress = 1000;
constexpr size_t kMostNestedFields = 16;

/// What has become of a paragraph: exactly one of these in the end, so that nothing gets lost.
enum class Fate { Unread, InRow, Structure, Reported };

/// A paragraph's text, and what the text alone does not say.
struct DocxParagraph {
    std::string text;  ///< one line; empty paragraphs are kept, for their list numbers
    std::string where; ///< "table 1, row 3, Evidence, paragraph 2"
    ParagraphFormat format;
    bool bold = false;        ///< all of its text is
    bool markDeleted = false; ///< a tracked change joins it with the next
    std::vector<DocxLink> links;
    Fate fate = Fate::Unread;
    std::string why; ///< why it stays unread, for the report
};

/// What a document holds beside its text, in the whole body.
struct DocxAsides {
    int insertions = 0; ///< tracked; they count as text
    int deletions = 0;  ///< tracked; they do not
    int pictures = 0;
    int notes = 0; ///< marks of footnotes and endnotes
    int comments = 0;
    int links = 0;                      ///< too long, or too many in one paragraph; not kept
    std::vector<std::string> hidden;    ///< text formatted as hidden, and prompts of unfilled form fields
    std::vector<std::string> textBoxes; ///< text in boxes beside the text
};

/// Turns one w:p into text. Tracked insertions and moves count where they went to; deletions do not. Of a field, its
/// result counts and not its code. Soft hyphens go, no-break hyphens become hyphens, tabs and no-break spaces spaces. A
/// line break becomes a space, unless a bullet was typed after it: then it begins a paragraph of its own, which is why
/// there may be several.
std::vector<DocxParagraph> readParagraph(const pugi::xml_node& paragraph, const DocxStyles& styles,
                                         const OfficeRelations& relations, DocxAsides& asides);

} // namespace sightline
