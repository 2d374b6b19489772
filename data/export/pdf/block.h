#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/export/pdf/sheet.h"

namespace sightline::pdf {

/// A measured piece of text with its marks: a paragraph, a point of a list, a row of a table. It may be split between
/// its lines over columns and pages, but no line is ever cut.
class Block {
public:
    using Mark = std::function<void(Sheet& sheet, double x, double top)>;

    /// `tag`: its part in the document's structure, for instance "P". `width`: of the column.
    Block(const Typesetter& type, double width, const char* tag);

    /// What follows stands in a cell of a row, from its top.
    Block& cell(const char* cellTag, double left, double cellWidth);
    /// What follows stands this far from the left and right edges.
    Block& inset(double left, double right = 0);
    /// Wrapped below what is there.
    Block& text(Style style, Colour colour, std::string_view words);
    /// A word at the right edge, level with the cell's first line; that needs a right inset which leaves room for it.
    Block& tagAtRight(Style style, Colour colour, std::string_view words);
    Block& gap(double points);
    /// Drawn from the left edge of the column or cell, as high as said, beside what follows.
    Block& mark(double height, Mark draw);
    Block& before(double points); ///< space above it, except at the top of a column
    Block& after(double points);  ///< space below it
    Block& ruled();               ///< a hairline below it
    Block& keep();                ///< never last in a column: a heading

    /// Heights of the parts between which it may be split, in order.
    [[nodiscard]] std::vector<double> parts() const;
    /// Draws the parts [first, last) with the upper left corner of the first at (x, top).
    void draw(Sheet& sheet, double x, double top, std::size_t first, std::size_t last) const;

    [[nodiscard]] double spaceBefore() const { return above; }
    [[nodiscard]] double spaceAfter() const { return below; }
    [[nodiscard]] bool keepsWithNext() const { return kept; }

private:
    struct Line {
        double x, top, height;
        Style style;
        Colour colour;
        std::string words;
        std::size_t cell;
    };
    struct Placed {
        double x, top, height;
        Mark draw;
        std::size_t cell;
    };
    struct Span {
        double top, bottom;
    };
    [[nodiscard]] std::vector<Span> spans() const;
    void drawCell(Sheet& sheet, double x, double top, const Span& range, std::size_t which) const;

    const Typesetter* type;
    double width;
    const char* tag;
    std::vector<const char*> cells{nullptr}; ///< their tags; the first stands for none
    double cellLeft = 0, cellWidth = 0, left = 0, right = 0, y = 0;
    double above = 0, below = 0;
    bool rule = false, kept = false;
    std::vector<Line> lines;
    std::vector<Placed> marks;
};

} // namespace sightline::pdf
