#pragma once

#include <memory>
#include <vector>

#include "data/export/pdf/block.h"

namespace sightline::pdf {

/// A heading and what stands below it. Where it goes on in another column, `again` stands there as its heading.
struct Part {
    std::vector<Block> head;
    std::vector<Block> again;
    std::vector<Block> headRows;     ///< below either heading: the head of a table, part of the container
    const char* container = nullptr; ///< structure around the blocks: "L", "Table"; nullptr: none
    std::vector<Block> blocks;
};

/// A column that is being filled. What it holds can be drawn for as long as it lives.
class Column {
public:
    explicit Column(const Rect& area) : rect(area), y(area.y) {}
    void draw(Sheet& sheet) const;
    [[nodiscard]] bool empty() const { return runs.empty(); }

private:
    friend class Flow;
    struct Placed {
        const Block* block;
        double top;
        std::size_t first, last;
    };
    /// One part's share of the column.
    struct Run {
        std::shared_ptr<const Part> part;
        std::vector<Placed> head, headRows, blocks;
    };
    [[nodiscard]] double left() const { return rect.bottom() - y; }

    Rect rect;
    double y;
    std::vector<Run> runs;
};

/// Parts that flow through columns, one after the other.
class Flow {
public:
    explicit Flow(std::vector<Part> parts);
    [[nodiscard]] bool done() const { return part == parts.size(); }
    /// Adds to a column as much of the rest as it has room for; never nothing where the column is empty.
    void fill(Column& column);

private:
    bool fillPart(Column& column);
    bool place(Column& column, Column::Run& run, const Block& block);
    [[nodiscard]] double need(const Column& column) const;
    [[nodiscard]] static bool isShort(const Column& column, double height) { return height <= column.rect.h / 4; }

    std::vector<std::shared_ptr<const Part>> parts;
    std::size_t part = 0; ///< where it has got to: part, block in it, split part in that
    std::size_t block = 0;
    std::size_t split = 0;
};

} // namespace sightline::pdf
