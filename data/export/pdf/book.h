#pragma once

#include <functional>
#include <string>
#include <vector>

#include "data/export/pack.h"
#include "data/export/pdf/flow.h"

namespace sightline::pdf {

/// What stands on a page between its head and its foot, in reading order.
struct Page {
    std::vector<std::function<void(Sheet&)>> drawings;
};

/// A part of the pack with a bookmark of its own.
struct Chapter {
    std::string title;       ///< of the bookmark
    std::string destination; ///< its name for links: letters, digits, hyphens
    bool ofElements = false; ///< its bookmark stands below "Elements"
    std::vector<Page> pages;

    Page& addPage() { return pages.emplace_back(); }
};

/// Adds a page's title, up to `most` lines. `first`: the chapter's first page; on others the title is smaller and says
/// that it goes on. Returns where the content begins.
double addTitle(const Typesetter& type, Page& page, std::string_view title, std::string_view subtitle, bool first,
                double width = kContentWidth, std::size_t most = 2);

/// The columns of a page below `top`, all as wide.
std::vector<Column> columnsBelow(double top, std::size_t count);
double columnWidth(std::size_t count);

/// Lays flows out over as many pages as they need. On the first page each flow has a column of its own (there are no
/// more flows than columns); with `together` they follow each other. What is left flows on through the columns of
/// further pages, which bear the title again.
void addFlows(const Typesetter& type, Chapter& chapter, double top, std::vector<Flow> flows, std::size_t columns,
              bool together, std::string_view title);

/// A heading in a flow, and the same where its part goes on.
Block headingBlock(const Typesetter& type, double width, std::string_view words, std::string_view count);
Block againBlock(const Typesetter& type, double width, std::string_view words);

/// Draws chapters with head and foot on every page as a PDF file.
Result<std::string> drawBook(const Pack& pack, const Typesetter& type, const std::vector<Chapter>& chapters);

} // namespace sightline::pdf
