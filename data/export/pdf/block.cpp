#include "data/export/pdf/block.h"

#include <algorithm>
#include <optional>

namespace sightline::pdf {

Block::Block(const Typesetter& setter, double columnWidth, const char* structureTag)
    : type(&setter), width(columnWidth), tag(structureTag), cellWidth(columnWidth) {}

Block& Block::cell(const char* cellTag, double leftEdge, double widthOfCell) {
    cells.push_back(cellTag);
    cellLeft = leftEdge;
    cellWidth = widthOfCell;
    left = right = y = 0;
    return *this;
}

Block& Block::inset(double leftInset, double rightInset) {
    left = leftInset;
    right = rightInset;
    return *this;
}

Block& Block::text(Style style, Colour colour, std::string_view words) {
    const double step = lookOf(style).step;
    for (std::string& line : type->wrap(style, cellWidth - left - right, words)) {
        lines.push_back({cellLeft + left, y, step, style, colour, std::move(line), cells.size() - 1});
        y += step;
    }
    return *this;
}

Block& Block::tagAtRight(Style style, Colour colour, std::string_view words) {
    const std::size_t here = cells.size() - 1;
    const auto first = std::ranges::find(lines, here, &Line::cell);
    const double top = first == lines.end() ? y : first->top + baselineOf(first->style) - baselineOf(style);
    const double x = cellLeft + cellWidth - type->width(style, words);
    lines.push_back({x, top, lookOf(style).step, style, colour, std::string(words), here});
    return *this;
}

Block& Block::gap(double points) {
    y += points;
    return *this;
}

Block& Block::mark(double height, Mark draw) {
    marks.push_back({cellLeft, y, height, std::move(draw), cells.size() - 1});
    return *this;
}

Block& Block::before(double points) {
    above = points;
    return *this;
}

Block& Block::after(double points) {
    below = points;
    return *this;
}

Block& Block::ruled() {
    rule = true;
    return *this;
}

Block& Block::keep() {
    kept = true;
    return *this;
}

std::vector<Block::Span> Block::spans() const {
    std::vector<Span> all;
    all.reserve(lines.size() + marks.size());
    for (const Line& line : lines) all.push_back({line.top, line.top + line.height});
    for (const Placed& placed : marks) all.push_back({placed.top, placed.top + placed.height});
    std::ranges::sort(all, {}, &Span::top);
    constexpr double kTouch = 0.01; // lines that only touch may be parted
    std::vector<Span> apart;
    for (const Span& span : all) {
        if (!apart.empty() && span.top < apart.back().bottom - kTouch)
            apart.back().bottom = std::max(apart.back().bottom, span.bottom);
        else
            apart.push_back(span);
    }
    // Gaps between lines go with what follows them.
    for (std::size_t i = 1; i < apart.size(); ++i) apart[i].top = apart[i - 1].bottom;
    return apart;
}

std::vector<double> Block::parts() const {
    std::vector<double> heights;
    for (const Span& span : spans()) heights.push_back(span.bottom - span.top);
    return heights;
}

void Block::drawCell(Sheet& sheet, double x, double top, const Span& range, std::size_t which) const {
    const auto within = [&](double at) { return at >= range.top - 0.001 && at < range.bottom - 0.001; };
    for (const Placed& placed : marks)
        if (placed.cell == which && within(placed.top)) placed.draw(sheet, x + placed.x, top + placed.top - range.top);
    for (const Line& line : lines)
        if (line.cell == which && within(line.top))
            sheet.text(line.style, x + line.x, top + line.top - range.top, line.colour, line.words);
}

void Block::draw(Sheet& sheet, double x, double top, std::size_t first, std::size_t last) const {
    const std::vector<Span> all = spans();
    if (first >= last || last > all.size()) return;
    const Span range{all[first].top, all[last - 1].bottom};
    {
        const auto whole = sheet.tag(tag);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            std::optional<Sheet::Tag> part;
            if (cells[i] != nullptr) part.emplace(sheet.tag(cells[i]));
            drawCell(sheet, x, top, range, i);
        }
    }
    if (rule && last == all.size()) sheet.hairline(x, x + width, top + range.bottom - range.top + below / 2);
}

} // namespace sightline::pdf
