#pragma once

#include <string>
#include <vector>

#include "data/import/docx_table.h"

namespace sightline {

/// A paragraph of a cell with the nested ones that belong to it.
struct DocxPoint {
    DocxParagraph* head = nullptr;
    std::vector<DocxParagraph*> subpoints;

    /// The head's text, and a line for each sub-point.
    [[nodiscard]] std::string text() const;
    /// The sub-points alone, one a line.
    [[nodiscard]] std::string detail() const;
    /// All links, those of the sub-points after those of the head.
    [[nodiscard]] std::vector<DocxLink> links() const;
    void mark(Fate fate) const;
};

/// Groups the paragraphs of a cell. In one list, a deeper level (w:ilvl) is a sub-point of what is above it; between
/// lists, or without list levels, a deeper indent is; bullets under an unbulleted line are its sub-points where that
/// line ends in a colon, and points of their own where it does not. Empty paragraphs are left out.
std::vector<DocxPoint> pointsOf(DocxCell& cell);

} // namespace sightline
