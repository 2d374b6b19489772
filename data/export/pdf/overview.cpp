#include <algorithm>
#include <array>

#include "data/export/pack_words.h"
#include "data/export/pdf/chapters.h"
#include "data/export/pdf/shapes.h"
#include "data/export/pdf_words.h"
#include "data/rules.h"

namespace sightline::pdf {
namespace {

constexpr double kPad = 13;
constexpr double kBand = 40;

/// At the right of the title: actions, and how much evidence there is.
double addHeadline(const Pack& pack, const Typesetter& type, Page& page) {
    const Summary& sum = pack.summary;
    const std::string actions = countOf(sum.outstanding, "action", "actions") + " outstanding · ";
    const std::string overdue = overdueWords(sum.outstanding, sum.overdue, sum.undated);
    const std::string evidence = countOf(sum.evidenceItems, "piece of evidence", "pieces of evidence") + " · " +
                                 std::to_string(sum.stale) + " stale";
    const double right = kPageWidth - kMargin;
    const double overdueLeft = right - type.width(Style::Headline, overdue);
    const double left =
        std::min(overdueLeft - type.width(Style::Headline, actions), right - type.width(Style::Body, evidence));
    page.drawings.emplace_back([=, &sum](Sheet& sheet) {
        const auto paragraph = sheet.tag("P");
        sheet.textRight(Style::Headline, overdueLeft, kContentTop + 1, kInk, actions);
        sheet.text(Style::Headline, overdueLeft, kContentTop + 1, sum.overdue > 0 ? kAlarm : kInk, overdue);
        sheet.textRight(Style::Body, right, kContentTop + 21, kSecondary, evidence);
    });
    return left;
}

std::string subtitle(const Checklist& checklist) {
    std::string text = checklist.authority;
    if (!checklist.service.empty()) text += " · " + checklist.service;
    if (checklist.positionDate.known()) text += " · position at " + longDate(checklist.positionDate);
    return text;
}

constexpr Line furthestLine(Strength strength) {
    if (strength == Strength::Independent) return Line::Independent;
    return strength == Strength::Oversight ? Line::Oversight : Line::Management;
}

void drawBand(Sheet& sheet, const Pack& pack, const Element& element, const ElementSummary& counts, const Rect& band) {
    const Opinion& opinion = opinionOf(pack.checklist(), element);
    const OpinionColours& colours = coloursOf(opinion.colour);
    sheet.fillTop(band, colours.band, 8);
    const double middle = band.centre().y;
    double x = band.x + kPad;
    drawShape(sheet, opinion.shape, {x + 10, middle}, 20, colours.onBand, colours.band);
    x += 26;
    const bool stale = isOpinionStale(pack.checklist(), element, pack.asOf);
    if (stale) {
        drawClock(sheet, {x + 8, middle}, 17, colours.onBand);
        x += 24;
    }
    const bool assessed = element.opinion != 0;
    std::string note = assessed ? shortDate(element.opinionDate) : std::string(strengthWords(counts.strength));
    const double right = band.right() - kPad;
    const double noteLeft = right - sheet.type.width(Style::Label, note);
    const bool swatch = !assessed && counts.strength != Strength::None;
    const double room = noteLeft - (swatch ? 14 : 0) - 6 - x;
    const bool beside = sheet.type.width(Style::Status, opinion.word) <= room;
    const double top = middle - lookOf(Style::Status).step / 2;
    sheet.text(Style::Status, x, top, colours.onBand,
               sheet.type.fit(Style::Status, beside ? room : right - x, opinion.word));
    if (!beside) return; // the element's own page says it
    if (swatch) sheet.fill({noteLeft - 14, middle - 5, 10, 10}, colourOf(furthestLine(counts.strength)), 2.5);
    sheet.text(Style::Label, noteLeft, middle - lookOf(Style::Label).step / 2, colours.onBand, note);
}

/// The evidence of an element as one bar, split by line of assurance.
void drawStrengthBar(Sheet& sheet, const ElementSummary& counts, const Rect& bar) {
    int total = 0;
    for (const LineSummary& line : counts.lines) total += line.count;
    if (total == 0) return sheet.outline(bar, kFaint, bar.h / 2, 0.8);
    int before = 0;
    const auto at = [&](int count) { return bar.x + bar.w * count / total; };
    for (std::size_t i = 0; i < counts.lines.size(); ++i) {
        const int count = counts.lines[i].count;
        if (count == 0) continue;
        const double gap = before + count == total ? 0 : 1.5;
        sheet.fill({at(before), bar.y, at(before + count) - at(before) - gap, bar.h}, kLines[i], 2);
        before += count;
    }
}

struct Figure {
    int value = 0;
    std::string_view label;
    bool alarm = false;
};

Style labelStyle(const Figure& figure) { return figure.alarm ? Style::StrongLabel : Style::Label; }

void drawFigures(Sheet& sheet, const ElementSummary& counts, double x, double top, double width) {
    // Where no action has a date, none can be overdue: how many lack one says more than a zero.
    const bool noneDated = counts.outstanding > 0 && counts.undated == counts.outstanding;
    const std::array<Figure, 4> figures = {
        {{counts.evidence, "evidence"},
         {counts.line(Line::Independent).count, "independent"},
         {counts.outstanding, counts.outstanding == 1 ? "action" : "actions"},
         noneDated ? Figure{counts.undated, "no date"} : Figure{counts.overdue, "overdue", counts.overdue > 0}}};
    double used = 0;
    const auto widthOf = [&](const Figure& figure) {
        return std::max(sheet.type.width(Style::Number, std::to_string(figure.value)),
                        sheet.type.width(labelStyle(figure), figure.label));
    };
    for (const Figure& figure : figures) used += widthOf(figure);
    const double space = std::max(4.0, std::min(18.0, (width - used) / 3));
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const Figure& figure = figures[i];
        if (i == 2) sheet.line({x - space / 2, top + 5}, {x - space / 2, top + 42}, kHairline, kFaint);
        const auto paragraph = sheet.tag("P");
        const Colour ink = figure.alarm ? kAlarm : figure.value == 0 ? kSecondary : kInk;
        sheet.text(Style::Number, x, top, ink, std::to_string(figure.value));
        sheet.text(labelStyle(figure), x, top + 30, figure.alarm ? kAlarm : kSecondary, figure.label);
        x += widthOf(figure) + space;
    }
}

/// Says in words what the clock in the band shows.
void drawStaleNote(Sheet& sheet, const Pack& pack, const Element& element, double x, double rule) {
    const auto paragraph = sheet.tag("P");
    const double top = rule - 18;
    drawClock(sheet, {x + 5, top + lookOf(Style::Label).step / 2}, 10, kOnWarnCell);
    sheet.text(Style::Label, x + 14, top, kOnWarnCell, "opinion stale: " + ageWords(element.opinionDate, pack.asOf));
}

void drawTile(Sheet& sheet, const Pack& pack, std::size_t index, const Rect& tile) {
    const Element& element = pack.checklist().elements[index];
    const ElementSummary& counts = pack.summary.elements[index];
    const auto link = sheet.link(elementDestination(element.number), tile);
    const double width = tile.w - 2 * kPad;
    const double figures = tile.bottom() - 52;
    const double rule = figures - 10;
    sheet.outline(tile, kHair, 8, 0.8);
    {
        const auto heading = sheet.tag("H2");
        const double step = lookOf(Style::TileTitle).step;
        double y = tile.y + kBand + 14;
        const auto most = static_cast<std::size_t>(std::max(1.0, (rule - 22 - y) / step));
        sheet.text(Style::TileTitle, tile.x + kPad, y, kSecondary, std::to_string(element.number) + " ");
        for (const std::string& line : sheet.type.wrap(Style::TileTitle, width - 22, element.title, most)) {
            sheet.text(Style::TileTitle, tile.x + kPad + 22, y, kInk, line);
            y += step;
        }
    }
    {
        const auto paragraph = sheet.tag("P");
        drawBand(sheet, pack, element, counts, {tile.x, tile.y, tile.w, kBand});
    }
    if (isOpinionStale(pack.checklist(), element, pack.asOf)) drawStaleNote(sheet, pack, element, tile.x + kPad, rule);
    if (element.opinion == 0)
        drawStrengthBar(sheet, counts, {tile.x + kPad, rule - 4, width, 8});
    else
        sheet.hairline(tile.x + kPad, tile.right() - kPad, rule);
    drawFigures(sheet, counts, tile.x + kPad, figures, width);
}

} // namespace

Chapter overviewChapter(const Pack& pack, const Typesetter& type) {
    Chapter chapter{"Overview", "overview", false, {}};
    Page& page = chapter.addPage();
    Page headline;
    const double left = addHeadline(pack, type, headline);
    const double top =
        std::max(addTitle(type, page, pack.checklist().title, subtitle(pack.checklist()), true, left - kMargin - kGap),
                 kContentTop + 48);
    std::ranges::move(headline.drawings, std::back_inserter(page.drawings));
    constexpr std::size_t kColumns = 3;
    constexpr double kBetween = 16;
    const double width = (kContentWidth - kBetween * (kColumns - 1)) / kColumns;
    const double height = (kContentBottom - top - kBetween) / 2; // there are never more than six
    for (std::size_t i = 0; i < pack.checklist().elements.size(); ++i) {
        const std::size_t row = i / kColumns;
        const Rect tile{kMargin + static_cast<double>(i % kColumns) * (width + kBetween),
                        top + static_cast<double>(row) * (height + kBetween), width, height};
        page.drawings.emplace_back([&pack, i, tile](Sheet& sheet) { drawTile(sheet, pack, i, tile); });
    }
    return chapter;
}

} // namespace sightline::pdf
