#include <algorithm>
#include <array>
#include <cmath>

#include "render/chrome.h"
#include "render/pages/pages.h"
#include "render/rows.h"
#include "render/shapes.h"

namespace sightline {
namespace {

constexpr int kMostTitleLines = 4;
constexpr std::array<std::string_view, 3> kOrdinals = {"first line", "second line", "third line"};

/// Where the map's columns stand.
struct Columns {
    float title = 0, titleWidth = 0;
    std::array<float, 3> cell{};
    float cellWidth = 0;
    float opinion = 0;
    bool words = true;    ///< room for the opinion's word, not its shape alone
    bool stacked = false; ///< too little room beside the cells even for the titles' words: they stand above
};

float widestWord(const Canvas& c, std::string_view text) {
    float widest = 0;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        widest = std::max(widest, c.width(Style::Section, text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return widest;
}

float titleIndent(const Canvas& c) { return c.t(44); }

/// Above its cells an element has all of its title, and its opinion.
float titleAbove(const Canvas& c, const Element& element, float width) {
    return c.paragraphHeight(Style::Section, element.title, width - titleIndent(c)) +
           c.lineHeight(Style::Section) * 1.6F;
}

Columns columnsOf(const Canvas& c, const Flow& flow, const Checklist& checklist) {
    float chip = 0;
    for (const Opinion& opinion : checklist.scale) chip = std::max(chip, opinionChipWidth(c, opinion, true));
    Columns columns;
    columns.words = flow.w > chip * 4.2F;
    if (!columns.words) chip = c.t(60);
    const float between = c.s(14);
    columns.title = flow.x;
    columns.titleWidth = std::round((flow.w - chip) * (columns.words ? 0.325F : 0.34F));
    float widest = 0;
    for (const Element& element : checklist.elements) widest = std::max(widest, widestWord(c, element.title));
    columns.stacked = narrow(c) && std::min(widest, flow.w * 0.4F) + titleIndent(c) > columns.titleWidth;
    if (columns.stacked) {
        columns.titleWidth = flow.w;
        columns.cellWidth = std::floor((flow.w - 2 * between) / 3);
        for (std::size_t i = 0; i < 3; ++i)
            columns.cell[i] = flow.x + static_cast<float>(i) * (columns.cellWidth + between);
        return columns;
    }
    const float left = flow.x + columns.titleWidth + between;
    const float cells = flow.w - columns.titleWidth - chip - between * 4;
    columns.cellWidth = std::floor(cells / 3);
    for (std::size_t i = 0; i < 3; ++i) columns.cell[i] = left + static_cast<float>(i) * (columns.cellWidth + between);
    columns.opinion = left + 3 * (columns.cellWidth + between);
    return columns;
}

/// The least height of a row of cells: beside them, all of every title, and below it the opinion where that is a shape
/// alone.
float leastRow(const Canvas& c, const Columns& columns, const Checklist& checklist) {
    int lines = 2;
    if (!columns.stacked)
        for (const Element& element : checklist.elements)
            lines = std::max(lines, countLines(c.metrics(Style::Section), element.title,
                                               columns.titleWidth - titleIndent(c), kMostTitleLines));
    const float opinion = narrow(c) ? c.lineHeight(Style::Label) : 0;
    return std::max(c.side(64), c.lineHeight(Style::Section) * static_cast<float>(lines) + opinion + c.s(8));
}

/// Beside a cell's number: its newest date by month, and below that "stale" or "guessed".
void drawCellNote(Canvas& c, const LineSummary& cell, float x, float width, float middle, bool below) {
    if (cell.count == 0) return c.textMid(Style::Strong, x, middle, c.look.alarm, "gap");
    PartialDate newest = cell.newest;
    newest.day = 0;
    const Style style = cell.stale ? Style::Strong : Style::Label;
    const Colour ink = cell.stale ? c.look.onWarnCell : c.look.secondary;
    Phrase first = newest.known() ? phrase("newest {}", spelledShort(newest).view()) : phrase("none dated");
    if (c.width(style, first) > width) first = newest.known() ? spelledShort(newest) : phrase("undated");
    // Below the number there is one line: the ground tells stale there, and the month says since when.
    const std::string_view second = below ? "" : cell.stale ? "stale" : cell.guessed ? "guessed" : "";
    const float height = c.lineHeight(style) * (second.empty() ? 1.0F : 2.0F);
    const float y = middle - height / 2;
    c.textFit(style, x, y, width, ink, first);
    if (second.empty()) return;
    c.textFit(style, x, y + c.lineHeight(style), width, ink, second);
    if (!cell.stale) return;
    const float side = c.lineHeight(style) * 0.8F;
    const float after = x + c.width(style, second) + c.s(8);
    if (after + side <= x + width)
        drawClock(c, {after + side / 2, y + c.lineHeight(style) * 1.5F}, side, c.look.onWarnCell);
}

void drawCell(Canvas& c, const View& view, const Element& element, Line line, const LineSummary& cell,
              const Rect& box) {
    const int lineId = static_cast<int>(line);
    const Phrase id = phrase("cell:{}:{}", element.number, lineId);
    const bool gapCell = cell.count == 0;
    const Colour ground = c.pressed(id) ? c.look.pressed
                          : gapCell     ? c.look.gapCell
                          : cell.stale  ? c.look.warnCell
                                        : c.look.cell;
    c.fill(box, ground, c.s(10));
    if (!gapCell) c.border(box, c.look.hairline, c.s(10));
    if (gapCell) c.dashedOutline(box, c.look.alarm, std::max(1.0F, c.s(2.5F)));
    const Colour ink = gapCell ? c.look.alarm : c.look.ink;
    const Phrase count = phrase("{}", cell.count);
    const float countWidth = c.width(Style::PageTitle, count);
    const float pad = c.s(24);
    // Where the newest month does not fit beside the number, it goes below it.
    const float beside = box.w - pad - countWidth - c.s(32);
    const bool below = beside < c.width(Style::Strong, "Mar 2026");
    const float middle = below ? box.y + box.h * 0.36F : box.centre().y;
    const float x = box.x + (below ? c.s(16) : pad);
    c.textMid(Style::PageTitle, x, middle, ink, count);
    if (below && cell.stale) drawClock(c, {box.right() - c.s(26), box.y + c.s(26)}, c.s(28), c.look.onWarnCell);
    if (below)
        drawCellNote(c, cell, x, box.w - c.s(24), box.y + box.h * 0.72F, true);
    else
        drawCellNote(c, cell, x + countWidth + c.s(20), beside, middle, false);
    EvidenceFilter filter;
    filter.element = element.number;
    filter.line = lineId;
    const std::string& word = view.checklist().lines[static_cast<std::size_t>(lineId - 1)].word;
    c.target(TargetRole::Tile, id, phrase("Element {}, {}: {}", element.number, word, cell.count), box,
             OpenEvidence{filter});
}

void drawCells(Canvas& c, const View& view, std::size_t at, const Columns& columns, float y, float height) {
    const Element& element = view.checklist().elements[at];
    for (std::size_t i = 0; i < 3; ++i)
        drawCell(c, view, element, static_cast<Line>(i + 1), view.summary.elements[at].lines[i],
                 {columns.cell[i], y, columns.cellWidth, height});
}

void drawStackedRow(Canvas& c, const View& view, std::size_t at, const Columns& columns, float y, float height) {
    const Element& element = view.checklist().elements[at];
    const Phrase id = phrase("row:{}", element.number);
    const float above = titleAbove(c, element, columns.titleWidth);
    const Rect title{columns.title, y, columns.titleWidth, above - c.room.targetGap()};
    pressedGround(c, title, id);
    const float indent = titleIndent(c);
    c.text(Style::Section, title.x, y, c.look.secondary, phrase("{}", element.number));
    c.paragraph(Style::Section, title.x + indent, y, title.w - indent, c.look.ink, element.title);
    const Opinion& opinion = opinionOf(view.checklist(), element);
    const bool stale = isOpinionStale(view.checklist(), element, view.asOf);
    const float chip = title.bottom() - c.lineHeight(Style::Section) * 0.7F;
    if (opinionChipWidth(c, opinion, stale) <= title.w - indent)
        opinionChip(c, title.x + indent, chip, opinion, stale);
    else
        c.textFit(Style::Label, title.x + indent, chip - c.lineHeight(Style::Label) / 2, title.w - indent,
                  c.look.secondary, opinion.word);
    c.target(TargetRole::Row, id, phrase("{} {}", element.number, element.title), title,
             OpenPage{{Page::Element, element.number}});
    drawCells(c, view, at, columns, y + above, height - above);
}

void drawRow(Canvas& c, const View& view, std::size_t at, const Columns& columns, float y, float height) {
    const Element& element = view.checklist().elements[at];
    const float middle = y + height / 2;
    const Phrase id = phrase("row:{}", element.number);
    const Rect title{columns.title, y, columns.titleWidth, height};
    pressedGround(c, title, id);
    const float indent = titleIndent(c);
    c.textMid(Style::Section, title.x, middle, c.look.secondary, phrase("{}", element.number));
    const Opinion& opinion = opinionOf(view.checklist(), element);
    const float wordHeight = columns.words ? 0 : c.lineHeight(Style::Label);
    const int most = std::max(1, static_cast<int>((height - wordHeight) / c.lineHeight(Style::Section)));
    const float textHeight = c.paragraphHeight(Style::Section, element.title, title.w - indent, most);
    const float top = middle - (textHeight + wordHeight) / 2;
    c.paragraph(Style::Section, title.x + indent, top, title.w - indent, c.look.ink, element.title, most);
    if (!columns.words)
        c.textFit(Style::Label, title.x + indent, top + textHeight, title.w - indent, c.look.secondary, opinion.word);
    c.target(TargetRole::Row, id, phrase("{} {}", element.number, element.title), title,
             OpenPage{{Page::Element, element.number}});

    drawCells(c, view, at, columns, y, height);
    if (columns.words)
        opinionChip(c, columns.opinion, middle, opinion, isOpinionStale(view.checklist(), element, view.asOf));
    else
        drawShape(c, opinion.shape, {columns.opinion + c.t(28), middle}, c.t(44), c.look.opinion(opinion.colour).onChip,
                  c.look.card);
}

float headHeight(const Canvas& c) { return c.lineHeight(Style::Row) + c.lineHeight(Style::Label) + c.s(18); }

void drawHead(Canvas& c, const View& view, const Columns& columns, float y) {
    const float second = y + c.lineHeight(Style::Row);
    if (!columns.stacked)
        c.textFit(Style::Row, columns.title, second - c.s(6), columns.titleWidth, c.look.ink, "Element");
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string& word = view.checklist().lines[i].word;
        const Style style = c.width(Style::Row, word) <= columns.cellWidth ? Style::Row : Style::Label;
        c.textFit(style, columns.cell[i], y, columns.cellWidth, c.look.ink, word);
        c.textFit(Style::Label, columns.cell[i], second, columns.cellWidth, c.look.secondary, kOrdinals[i]);
    }
    if (columns.words && !columns.stacked) c.text(Style::Row, columns.opinion, second - c.s(6), c.look.ink, "Opinion");
}

Phrase staleRule(const Checklist& checklist) {
    const int first = checklist.lines.front().staleAfterMonths;
    const bool same = std::all_of(checklist.lines.begin(), checklist.lines.end(),
                                  [&](const AssuranceLine& line) { return line.staleAfterMonths == first; });
    if (same) return phrase("stale after {} months", first);
    return phrase("stale after {}, {} and {} months by line", checklist.lines[0].staleAfterMonths,
                  checklist.lines[1].staleAfterMonths, checklist.lines[2].staleAfterMonths);
}

} // namespace

void drawMap(Canvas& c, const View& view) {
    const Summary& sum = view.summary;
    const float left = drawAge(c, view, static_cast<float>(c.room.width) - margin(c));
    const Phrase subtitle = phrase("{} · {} stale · {}", counted(sum.gaps, "gap", "gaps").view(), sum.staleCells,
                                   staleRule(view.checklist()).view());
    drawHeader(c, {"Assurance map", subtitle, 0}, false, left - c.s(32));

    const Rect area = contentArea(c, view);
    c.card(area);
    const Rect box{area.x + c.s(30), area.y + c.s(16), area.w - c.s(40), area.h - c.s(34)};
    const auto rows = static_cast<float>(std::max<std::size_t>(view.checklist().elements.size(), 1));
    const float between = std::max(c.s(11), c.room.targetGap());
    const float fitting = std::floor((box.h - headHeight(c) - between * (rows - 1)) / rows);
    scrollList(c, ListId::Map, box, "Assurance map", [&](Flow& flow) {
        const Columns columns = columnsOf(c, flow, view.checklist());
        const float least = leastRow(c, columns, view.checklist());
        // On a tall panel the rows would otherwise grow into pillars.
        const float height = std::clamp(fitting, least, std::max(least, c.s(170)));
        if (flow.drawing) drawHead(c, view, columns, flow.y);
        flow.skip(headHeight(c));
        for (std::size_t i = 0; i < view.checklist().elements.size(); ++i) {
            if (i > 0) flow.skip(between);
            const float above = columns.stacked ? titleAbove(c, view.checklist().elements[i], columns.titleWidth) : 0;
            const float whole = above + height;
            if (flow.shows(whole)) (columns.stacked ? drawStackedRow : drawRow)(c, view, i, columns, flow.y, whole);
            flow.skip(whole);
        }
    });
}

} // namespace sightline
