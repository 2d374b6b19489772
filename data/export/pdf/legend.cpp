#include "data/export/pack_words.h"
#include "data/export/pdf/chapters.h"
#include "data/export/pdf/points.h"
#include "data/export/pdf/shapes.h"
#include "data/export/pdf_words.h"

namespace sightline::pdf {
namespace {

constexpr std::size_t kColumns = 3;
constexpr double kInset = 34;

Part partWith(const Typesetter& type, std::string_view heading, double width) {
    Part part;
    part.head.push_back(headingBlock(type, width, heading, ""));
    part.again.push_back(againBlock(type, width, heading));
    part.container = "L";
    return part;
}

Block entry(const Typesetter& type, double width, Block::Mark mark, std::string_view word, std::string_view meaning) {
    Block block(type, width, "LI");
    if (mark) block.mark(22, std::move(mark));
    block.inset(kInset).gap(4).text(Style::Row, kInk, word);
    if (!meaning.empty()) addPointText(block, meaning, kInset, Style::Body);
    return std::move(block.after(9));
}

Part scale(const Checklist& checklist, const Typesetter& type, double width) {
    Part part = partWith(type, "What the opinions mean", width);
    for (const Opinion& opinion : checklist.scale) {
        const OpinionColours colours = coloursOf(opinion.colour);
        const Shape shape = opinion.shape;
        part.blocks.push_back(entry(
            type, width,
            [colours, shape](Sheet& sheet, double x, double top) {
                sheet.fill({x, top, 22, 22}, colours.band, 5);
                drawShape(sheet, shape, {x + 11, top + 11}, 13, colours.onBand, colours.band);
            },
            opinion.word, opinion.definition));
    }
    return part;
}

Part lines(const Checklist& checklist, const Typesetter& type, double width) {
    Part part = partWith(type, "The three lines of assurance", width);
    for (const AssuranceLine& line : checklist.lines) {
        const Line id = line.id;
        part.blocks.push_back(entry(
            type, width,
            [id](Sheet& sheet, double x, double top) {
                drawLineSwatch(sheet, id, false, {x + 11, top + 11}, 12);
            },
            line.word,
            std::string(lineOrdinal(id)) + ". Its evidence is stale after " +
                countOf(line.staleAfterMonths, "month", "months") + "."));
    }
    addPoint(part.blocks, type, width, "LI",
             "The square beside “Not assessed” says how far an element’s evidence reaches, and the bar below its title "
             "how it is divided between the lines, in this order.",
             PointLook::Plain);
    return part;
}

/// The mark of each of data/export/pack_words' terms, by its word.
Block::Mark markOf(std::string_view word) {
    if (word == "Stale")
        return [](Sheet& sheet, double x, double top) { drawClock(sheet, {x + 11, top + 11}, 14, kOnWarnCell); };
    if (word == "Guessed")
        return [](Sheet& sheet, double x, double top) {
            drawLineSwatch(sheet, Line::Independent, true, {x + 11, top + 11}, 12);
        };
    if (word == "Gap")
        return [](Sheet& sheet, double x, double top) { sheet.dashedOutline({x + 1, top + 4, 20, 14}, kAlarm, 3, 1); };
    if (word == "Overdue")
        return [](Sheet& sheet, double x, double top) {
            drawChangeMark(sheet, ChangeMark::Late, {x + 11, top + 11}, 16);
        };
    return nullptr;
}

Part words(const Checklist& checklist, const Typesetter& type, double width) {
    Part part = partWith(type, "Words and marks", width);
    for (const Term& term : termsOf(checklist))
        part.blocks.push_back(entry(type, width, markOf(term.word), term.word, term.meaning));
    return part;
}

} // namespace

Chapter legendChapter(const Pack& pack, const Typesetter& type) {
    Chapter chapter{"Legend", "legend", false, {}};
    Page& page = chapter.addPage();
    const double top = addTitle(type, page, "Legend", "What the opinions, words and marks of this pack mean", true);
    const double width = columnWidth(kColumns);
    std::vector<Flow> flows;
    for (const auto& make : {scale, lines, words}) {
        std::vector<Part> column;
        column.push_back(make(pack.checklist(), type, width));
        flows.emplace_back(std::move(column));
    }
    addFlows(type, chapter, top, std::move(flows), kColumns, false, "Legend");
    return chapter;
}

} // namespace sightline::pdf
