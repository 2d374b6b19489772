#pragma once

#include <string>
#include <variant>
#include <vector>

#include "data/failure.h"
#include "data/import/docx_package.h"
#include "data/import/docx_table.h"
#include "data/import/docx_text.h"

namespace sightline {

/// Limits on the text, which bound the time that reading takes. A checklist has some hundreds of paragraphs.
constexpr size_t kMostParagraphs = 20'000;
constexpr size_t kLongestParagraph = 100'000; ///< bytes

using DocxBlock = std::variant<DocxParagraph, DocxTable>;

/// A document's text in reading order.
struct DocxBody {
    std::vector<DocxBlock> blocks;
    DocxAsides asides;
    int tables = 0;
    std::string title; ///< as the document's properties have it
};

/// Reads all text of a document; every paragraph knows its place. Content controls and custom XML are looked through.
Result<DocxBody> readBody(const DocxPackage& package, const std::string& place);

} // namespace sightline
