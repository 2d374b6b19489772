#include "data/export/pdf/flow.h"

#include <numeric>
#include <optional>

namespace sightline::pdf {
namespace {

double total(const std::vector<double>& heights, std::size_t from = 0) {
    return std::accumulate(heights.begin() + static_cast<std::ptrdiff_t>(from), heights.end(), 0.0);
}

double heightOf(const std::vector<Block>& blocks) {
    double height = 0;
    for (const Block& block : blocks) height += total(block.parts()) + block.spaceAfter();
    return height;
}

} // namespace

void Column::draw(Sheet& sheet) const {
    const auto drawAll = [&](const std::vector<Placed>& placed) {
        for (const Placed& one : placed) one.block->draw(sheet, rect.x, one.top, one.first, one.last);
    };
    for (const Run& run : runs) {
        drawAll(run.head);
        std::optional<Sheet::Tag> container;
        if (run.part->container != nullptr && !run.blocks.empty()) container.emplace(sheet.tag(run.part->container));
        drawAll(run.headRows);
        drawAll(run.blocks);
    }
}

Flow::Flow(std::vector<Part> given) {
    for (Part& one : given)
        if (!one.head.empty() || !one.blocks.empty()) parts.push_back(std::make_shared<const Part>(std::move(one)));
}

void Flow::fill(Column& column) {
    while (!done() && fillPart(column)) {
    }
}

/// What has to fit below a heading for it to stand there: the next block, or the first part of a long one, and what it
/// is kept with.
double Flow::need(const Column& column) const {
    const Part& current = *parts[part];
    double height = 0;
    for (std::size_t i = block; i < current.blocks.size(); ++i) {
        const std::vector<double> heights = current.blocks[i].parts();
        const std::size_t from = i == block ? split : 0;
        const double rest = total(heights, from);
        if (!current.blocks[i].keepsWithNext())
            return height + (isShort(column, rest) || from == heights.size() ? rest : heights[from]);
        height += rest + current.blocks[i].spaceAfter();
    }
    return height;
}

/// True where the part is finished.
bool Flow::fillPart(Column& column) {
    const Part& current = *parts[part];
    const bool begun = block > 0 || split > 0;
    const std::vector<Block>& head = begun ? current.again : current.head;
    const bool fresh = column.empty();
    const double space = fresh || head.empty() ? 0 : head.front().spaceBefore();
    if (!fresh && space + heightOf(head) + heightOf(current.headRows) + need(column) > column.left()) return false;
    Column::Run run{parts[part], {}, {}, {}};
    column.y += space;
    const auto placeAll = [&](const std::vector<Block>& blocks, std::vector<Column::Placed>& placed) {
        for (const Block& one : blocks) {
            const std::vector<double> heights = one.parts();
            placed.push_back({&one, column.y, 0, heights.size()});
            column.y += total(heights) + one.spaceAfter();
        }
    };
    placeAll(head, run.head);
    placeAll(current.headRows, run.headRows);
    bool room = true;
    while (room && block < current.blocks.size()) room = place(column, run, current.blocks[block]);
    column.runs.push_back(std::move(run));
    if (block < current.blocks.size()) return false;
    ++part;
    block = split = 0;
    return true;
}

/// Places what is left of a block, or as much as there is room for. False where the column is full.
bool Flow::place(Column& column, Column::Run& run, const Block& one) {
    const std::vector<double> heights = one.parts();
    const bool first = run.blocks.empty();
    const double space = first ? 0 : one.spaceBefore();
    const double rest = total(heights, split);
    double room = column.left() - space;
    const bool whole = rest <= room && (!one.keepsWithNext() || need(column) <= room || first);
    // A short block goes on as a whole; only one that would leave much of a column empty is split.
    if (!whole && !first && (one.keepsWithNext() || isShort(column, rest))) return false;
    column.y += space;
    Column::Placed placed{&one, column.y, split, split};
    while (placed.last < heights.size() && (heights[placed.last] <= room || (first && placed.last == placed.first))) {
        column.y += heights[placed.last];
        room -= heights[placed.last];
        ++placed.last;
    }
    split = placed.last;
    if (placed.last > placed.first) run.blocks.push_back(placed);
    if (split < heights.size()) return false;
    column.y += one.spaceAfter();
    ++block;
    split = 0;
    return true;
}

} // namespace sightline::pdf
