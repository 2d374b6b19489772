#pragma once

#include <string>
#include <vector>

#include <pugixml.hpp>

#include "data/import/docx_relations.h"
#include "data/import/docx_styles.h"

namespace sightline {

/// A hyperlink in a paragraph.
struct DocxLink {
    std::string address; ///< as the document has it
    std::string text;    ///< the words that carry it
};

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
    std::vector<std::string> hidden;    ///< text formatted as hidden, and prompts of unfilled form fields
    std::vector<std::string> textBoxes; ///< text in boxes beside the text
};

/// Turns one w:p into text. Tracked insertions and moves count where they went to; deletions do not. Of a field, its
/// result counts and not its code. Soft hyphens go, no-break hyphens become hyphens, tabs and no-break spaces spaces. A
/// line break becomes a space, unless a bullet was typed after it: then it begins a paragraph of its own, which is why
/// there may be several.
std::vector<DocxParagraph> readParagraph(const pugi::xml_node& paragraph, const DocxStyles& styles,
                                         const DocxRelations& relations, DocxAsides& asides);

} // namespace sightline
