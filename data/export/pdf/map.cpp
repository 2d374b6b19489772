#include <algorithm>
#include <array>

#include "data/export/pack_words.h"
#include "data/export/pdf/chapters.h"
#include "data/export/pdf/shapes.h"
#include "data/export/pdf_words.h"
#include "data/rules.h"

namespace sightline::pdf {
namespace {

constexpr double kBetween = 8;
constexpr double kTitleWidth = 216;
constexpr double kOpinionWidth = 128;
constexpr double kCellWidth = (kContentWidth - kTitleWidth - kOpinionWidth - 4 * kBetween) / 3;
constexpr double kIndent = 18; ///< from an element's number to its title
constexpr double kHeadHeight = 32;
constexpr double kLeastRow = 46;

double cellLeft(std::size_t line) {
    return kMargin + kTitleWidth + kBetween + static_cast<double>(line) * (kCellWidth + kBetween);
}
constexpr double kOpinionLeft = kPageWidth - kMargin - kOpinionWidth;

void drawHead(Sheet& sheet, const Checklist& checklist, double top) {
    const auto row = sheet.tag("TR");
    const double second = top + lookOf(Style::Row).step;
    {
        const auto cell = sheet.tag("TH");
        sheet.text(Style::Row, kMargin, second - 2, kInk, "Element");
    }
    for (std::size_t i = 0; i < checklist.lines.size(); ++i) {
        const auto cell = sheet.tag("TH");
        sheet.text(Style::Row, cellLeft(i), top, kInk, sheet.type.fit(Style::Row, kCellWidth, checklist.lines[i].word));
        sheet.text(Style::Label, cellLeft(i), second, kSecondary, lineOrdinal(checklist.lines[i].id));
    }
    const auto cell = sheet.tag("TH");
    sheet.text(Style::Row, kOpinionLeft, second - 2, kInk, "Opinion");
}

std::string newestText(const Typesetter& type, const LineSummary& cell, double room) {
    if (!cell.newest.known()) return "none dated";
    PartialDate newest = cell.newest;
    newest.day = 0;
    const std::string words = "newest " + shortDate(newest);
    return type.width(Style::Label, words) <= room ? words : shortDate(newest);
}

void drawCell(Sheet& sheet, const LineSummary& cell, const Rect& box) {
    const auto tagged = sheet.tag("TD");
    const bool gap = cell.count == 0;
    if (gap)
        sheet.dashedOutline(box, kAlarm, 5, 1);
    else
        sheet.fill(box, cell.stale ? kWarnCell : kCell, 5);
    if (cell.stale) sheet.outline(box, kOnWarnCell, 5, 0.8); // the ground's colour does not show in black and white
    const std::string count = std::to_string(cell.count);
    const double middle = box.centre().y;
    sheet.text(Style::Status, box.x + 10, middle - lookOf(Style::Status).step / 2, gap ? kAlarm : kInk, count);
    const double x = box.x + 10 + sheet.type.width(Style::Status, count) + 9;
    const double step = lookOf(Style::Label).step;
    if (gap) return sheet.text(Style::Strong, x, middle - lookOf(Style::Strong).step / 2, kAlarm, "gap");
    const Colour ink = cell.stale ? kOnWarnCell : kSecondary;
    const std::string second = cell.stale && cell.guessed ? "stale · guessed"
                               : cell.stale               ? "stale"
                               : cell.guessed             ? "guessed"
                                                          : "";
    const double top = middle - step * (second.empty() ? 0.5 : 1);
    sheet.text(Style::Label, x, top, ink, newestText(sheet.type, cell, box.right() - 6 - x));
    if (cell.stale) drawClock(sheet, {x + 5, top + step * 1.5}, 9, ink);
    sheet.text(Style::Label, x + (cell.stale ? 14 : 0), top + step, ink, second);
}

void drawOpinion(Sheet& sheet, const Pack& pack, const Element& element, double middle) {
    const auto cell = sheet.tag("TD");
    const Opinion& opinion = opinionOf(pack.checklist(), element);
    const OpinionColours& colours = coloursOf(opinion.colour);
    const bool stale = isOpinionStale(pack.checklist(), element, pack.asOf);
    const double step = lookOf(Style::Row).step;
    const auto lines = sheet.type.wrap(Style::Row, kOpinionWidth - 34, opinion.word, 3);
    const double height = step * static_cast<double>(lines.size()) + 9 + (stale ? step : 0);
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, sheet.type.width(Style::Row, line));
    if (stale) width = std::max(width, 50.0);
    sheet.fill({kOpinionLeft, middle - height / 2, width + 34, height}, colours.chip, 5);
    double y = middle - height / 2 + 4.5;
    drawShape(sheet, opinion.shape, {kOpinionLeft + 14, y + step / 2}, 13, colours.onChip, colours.chip);
    for (const std::string& line : lines) {
        sheet.text(Style::Row, kOpinionLeft + 26, y, colours.onChip, line);
        y += step;
    }
    if (!stale) return;
    drawClock(sheet, {kOpinionLeft + 31, y + step / 2}, 9, colours.onChip);
    sheet.text(Style::Label, kOpinionLeft + 40, y + 1, colours.onChip, "stale");
}

/// One row, measured.
struct Row {
    std::size_t index = 0;
    std::vector<std::string> title;
    double height = 0;
};

std::vector<Row> rowsOf(const Checklist& checklist, const Typesetter& type, double most) {
    const double step = lookOf(Style::Row).step;
    std::vector<Row> rows;
    for (std::size_t i = 0; i < checklist.elements.size(); ++i) {
        auto title = type.wrap(Style::Row, kTitleWidth - kIndent, checklist.elements[i].title,
                               static_cast<std::size_t>((most - 8) / step));
        const double height = std::max(kLeastRow, step * static_cast<double>(title.size()) + 8);
        rows.push_back({i, std::move(title), height});
    }
    return rows;
}

void drawRow(Sheet& sheet, const Pack& pack, const Row& row, double top) {
    const Element& element = pack.checklist().elements[row.index];
    const auto tagged = sheet.tag("TR");
    const double step = lookOf(Style::Row).step;
    double y = top + (row.height - step * static_cast<double>(row.title.size())) / 2;
    {
        const auto cell = sheet.tag("TH");
        const auto link = sheet.link(elementDestination(element.number), {kMargin, top, kTitleWidth, row.height});
        sheet.text(Style::Row, kMargin, y, kSecondary, std::to_string(element.number) + " ");
        for (const std::string& line : row.title) {
            sheet.text(Style::Row, kMargin + kIndent, y, kInk, line);
            y += step;
        }
    }
    const double height = std::min(row.height, kLeastRow * 2);
    for (std::size_t i = 0; i < 3; ++i)
        drawCell(sheet, pack.summary.elements[row.index].lines[i],
                 {cellLeft(i), top + (row.height - height) / 2, kCellWidth, height});
    drawOpinion(sheet, pack, element, top + row.height / 2);
}

/// Every item once, however many elements it supports.
void drawTotals(Sheet& sheet, const Summary& sum, double top) {
    const auto row = sheet.tag("TR");
    sheet.hairline(kMargin, kPageWidth - kMargin, top - 2);
    {
        const auto cell = sheet.tag("TH");
        sheet.text(Style::Body, kMargin + kIndent, top + 3, kSecondary, "Items, each counted once");
    }
    for (std::size_t i = 0; i < 3; ++i) {
        const auto cell = sheet.tag("TD");
        sheet.text(Style::Row, cellLeft(i) + 10, top + 3, kInk, std::to_string(sum.itemsOnLine[i]));
    }
    const auto cell = sheet.tag("TD");
    sheet.text(Style::Row, kOpinionLeft, top + 3, kInk, std::to_string(sum.evidenceItems) + " in all");
}

std::string subtitle(const Pack& pack) {
    const Summary& sum = pack.summary;
    std::string text = countOf(sum.gaps, "gap", "gaps") + " · " + std::to_string(sum.staleCells) + " stale · " +
                       staleRuleWords(pack.checklist());
    if (sum.guessed > 0) text += " · line guessed for " + countOf(sum.guessed, "item", "items");
    return text;
}

} // namespace

Chapter mapChapter(const Pack& pack, const Typesetter& type) {
    Chapter chapter{"Assurance map", "map", false, {}};
    constexpr double kTotals = 24;
    std::vector<Row> rows =
        rowsOf(pack.checklist(), type, kContentBottom - kContentTop - 100 - kHeadHeight - kTotals - kBetween);
    std::size_t next = 0;
    do {
        const bool first = chapter.pages.empty();
        Page& page = chapter.addPage();
        const double top = addTitle(type, page, "Assurance map", first ? subtitle(pack) : "", first);
        double height = 0;
        for (const Row& row : rows) height += row.height + kBetween;
        // All on one page share its height; else they are as high as they have to be.
        const double spare = kContentBottom - top - kHeadHeight - kTotals - height;
        if (first && spare > 0)
            for (Row& row : rows) row.height += std::min(16.0, spare / static_cast<double>(rows.size()));
        std::vector<std::pair<Row, double>> placed;
        double y = top + kHeadHeight;
        for (; next < rows.size() && y + rows[next].height + kTotals <= kContentBottom; ++next) {
            placed.emplace_back(rows[next], y);
            y += rows[next].height + kBetween;
        }
        const bool last = next == rows.size();
        page.drawings.emplace_back([&pack, placed = std::move(placed), top, y, last](Sheet& sheet) {
            const auto table = sheet.tag("Table");
            drawHead(sheet, pack.checklist(), top);
            for (const auto& [row, rowTop] : placed) drawRow(sheet, pack, row, rowTop);
            if (last) drawTotals(sheet, pack.summary, y);
        });
    } while (next < rows.size());
    return chapter;
}

} // namespace sightline::pdf
