#include "render/pages/tile.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "data/rules.h"
#include "render/pattern.h"
#include "render/phrase.h"
#include "render/shapes.h"

namespace sightline {
namespace {

/// How much of a band's height its pattern takes, where there is one.
constexpr float kPatternStrip = 24;

constexpr std::string_view strengthWord(Strength strength) {
    switch (strength) {
    case Strength::Independent: return "independent";
    case Strength::Oversight: return "oversight";
    case Strength::ManagementOnly: return "management only";
    case Strength::None: return "no evidence";
    }
    return "";
}

constexpr Line furthestLine(Strength strength) {
    if (strength == Strength::Independent) return Line::Independent;
    return strength == Strength::Oversight ? Line::Oversight : Line::Management;
}

/// The right of the band: for an element nobody has assessed how far its evidence goes, else the date of the opinion.
void drawBandNote(Canvas& c, const Element& element, const ElementSummary& counts, Colour ink, float left, float right,
                  float middle) {
    const bool assessed = element.opinion != 0;
    const Phrase note = assessed ? spelledShort(element.opinionDate) : phrase("{}", strengthWord(counts.strength));
    const float width = c.width(Style::Label, note);
    const bool swatch = !assessed && counts.strength != Strength::None;
    if (right - width - (swatch ? c.t(36) : 0) < left) return;
    if (swatch) {
        const Rect box{right - width - c.t(36), std::round(middle - c.t(12)), c.t(24), c.t(24)};
        const Line line = furthestLine(counts.strength);
        // This band is light in every theme, so what stands on it takes the light theme's blue; a council may have
        // given it a dark one.
        if (c.look.patterned)
            fillLine(c, line, box, 0);
        else
            c.fill(box, lookOf(ink == Colour{0xFFFFFF} ? ThemeName::Dark : ThemeName::Light).line(line), c.t(6));
    }
    c.textMid(Style::Label, right - width, middle, ink, note);
}

void drawBand(Canvas& c, const View& view, const Element& element, const ElementSummary& counts, const Rect& band) {
    const Opinion& opinion = opinionOf(view.checklist(), element);
    const OpinionColours& colours = c.look.opinion(opinion.colour);
    c.fillTop(band, colours.band, c.s(16));
    if (c.look.patterned) {
        const float strip = std::round(c.s(kPatternStrip));
        drawPattern(c, {band.x + c.edge(), band.bottom() - strip, band.w - 2 * c.edge(), strip},
                    patternOf(opinion.colour), colours.onBand);
    }
    if (c.look.outlined()) c.fill({band.x, band.bottom(), band.w, c.edge()}, c.look.hairline);
    const float middle = band.centre().y - (c.look.patterned ? c.s(kPatternStrip) / 2 : 0);
    float x = band.x + c.s(30);
    drawShape(c, opinion.shape, {x + c.t(24), middle}, c.t(48), colours.onBand, colours.band);
    x += c.t(66);
    if (isOpinionStale(view.checklist(), element, view.asOf)) {
        drawClock(c, {x + c.t(18), middle}, c.t(40), colours.onBand);
        x += c.t(54);
    }
    c.textMid(Style::Status, x, middle, colours.onBand, opinion.word);
    x += c.width(Style::Status, opinion.word) + c.s(16);
    drawBandNote(c, element, counts, colours.onBand, x, band.right() - c.s(30), middle);
}

/// The evidence of an element as one bar, split by line of assurance.
void drawStrengthBar(Canvas& c, const ElementSummary& counts, const Rect& bar) {
    int total = 0;
    for (const LineSummary& line : counts.lines) total += line.count;
    if (total == 0) return c.outline(bar, c.look.faint, bar.h / 2, std::max(1.0F, c.s(1.5F)));
    const float gap = std::max(1.0F, std::round(c.s(3)));
    int before = 0;
    for (std::size_t i = 0; i < counts.lines.size(); ++i) {
        const int count = counts.lines[i].count;
        if (count == 0) continue;
        const float x = std::round(bar.x + bar.w * static_cast<float>(before) / static_cast<float>(total));
        before += count;
        const float end = std::round(bar.x + bar.w * static_cast<float>(before) / static_cast<float>(total));
        const Rect part{x, bar.y, end - x - (before == total ? 0 : gap), bar.h};
        fillLine(c, static_cast<Line>(i + 1), part, c.s(5));
    }
}

struct Figure {
    int value = 0;
    std::string_view label;
    bool alarm = false;
    bool startsGroup = false; ///< a hairline before it
};

/// A tile's numbers, fewest characters first to go where they do not all fit.
struct Figures {
    std::array<Figure, 4> rows{};
    std::size_t count = 0;

    void leaveOut(std::size_t at) {
        std::move(rows.begin() + static_cast<std::ptrdiff_t>(at) + 1, rows.end(),
                  rows.begin() + static_cast<std::ptrdiff_t>(at));
        --count;
    }
};

Figures figuresOf(const ElementSummary& counts) {
    // Where no action has a date, none can be overdue: how many lack one says more than a zero.
    const bool noneDated = counts.outstanding > 0 && counts.undated == counts.outstanding;
    const Figure last =
        noneDated ? Figure{counts.undated, "no date"} : Figure{counts.overdue, "overdue", counts.overdue > 0};
    return {{Figure{counts.evidence, "evidence"}, Figure{counts.line(Line::Independent).count, "independent"},
             Figure{counts.outstanding, counts.outstanding == 1 ? "action" : "actions", false, true}, last},
            4};
}

Style labelStyle(const Figure& figure) { return figure.alarm ? Style::Strong : Style::Label; }

float widthOf(const Canvas& c, const Figure& figure) {
    return std::max(c.width(Style::Number, phrase("{}", figure.value)), c.width(labelStyle(figure), figure.label));
}

float totalWidth(const Canvas& c, const Figures& figures) {
    float width = 0;
    for (std::size_t i = 0; i < figures.count; ++i) width += widthOf(c, figures.rows[i]);
    return width;
}

void drawFigures(Canvas& c, const ElementSummary& counts, const Rect& box) {
    Figures figures = figuresOf(counts);
    // What does not fit is left out, never made smaller: "independent" first, for the map tells it too.
    for (const std::size_t expendable : {std::size_t{1}, std::size_t{0}})
        if (totalWidth(c, figures) + c.s(18) * static_cast<float>(figures.count - 1) > box.w)
            figures.leaveOut(expendable);
    const float space = std::min(c.s(52), (box.w - totalWidth(c, figures)) / static_cast<float>(figures.count - 1));
    const float labelY = box.bottom() - c.lineHeight(Style::Label);
    const float cap = c.metrics(Style::Number).capHeight;
    const float numberMid = labelY - c.s(12) - cap / 2;
    float x = box.x;
    for (std::size_t i = 0; i < figures.count; ++i) {
        const Figure& figure = figures.rows[i];
        if (figure.startsGroup && i > 0) c.upright(x - space / 2, numberMid - cap * 0.72F, box.bottom());
        const Colour ink = figure.alarm ? c.look.alarm : figure.value == 0 ? c.look.faint : c.look.ink;
        c.textMid(Style::Number, x, numberMid, ink, phrase("{}", figure.value));
        c.text(labelStyle(figure), x, labelY, figure.alarm ? c.look.alarm : c.look.secondary, figure.label);
        x += widthOf(c, figure) + space;
    }
}

float bandHeight(const Canvas& c) {
    const float strip = c.look.patterned ? c.s(kPatternStrip) : 0;
    return std::max(c.s(92), c.lineHeight(Style::Status) * 1.4F + strip);
}

float figuresHeight(const Canvas& c) {
    return c.metrics(Style::Number).capHeight + c.s(16) + c.lineHeight(Style::Label);
}

/// From a tile's number to its title.
float titleIndent(const Canvas& c) { return std::max(c.s(50), c.width(Style::TileTitle, "0") + c.s(20)); }

float widestWord(const Canvas& c, std::string_view text) {
    float widest = 0;
    while (!text.empty()) {
        const std::size_t end = text.find(' ');
        widest = std::max(widest, c.width(Style::TileTitle, text.substr(0, end)));
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    }
    return widest;
}

void drawTitle(Canvas& c, const Element& element, const Rect& box) {
    const float numberWidth = titleIndent(c);
    const float width = box.w - numberWidth;
    const float step = c.lineHeight(Style::TileTitle);
    const int most = std::max(1, static_cast<int>(box.h / step));
    const int lines = countLines(c.metrics(Style::TileTitle), element.title, width, most);
    // Titles of one and of two lines begin on the same line, so the eye runs along the row.
    const float y = box.y + std::max(c.s(6), (box.h - step * static_cast<float>(std::max(lines, 2))) / 2);
    c.text(Style::TileTitle, box.x, y, c.look.secondary, phrase("{}", element.number));
    c.paragraph(Style::TileTitle, box.x + numberWidth, y, width, c.look.ink, element.title, most);
}

} // namespace

float leastTileHeight(const Canvas& c, const Checklist& checklist, float width) {
    constexpr int kMostLines = 3;
    int lines = 2;
    for (const Element& element : checklist.elements)
        lines = std::max(lines, countLines(c.metrics(Style::TileTitle), element.title, width - c.s(60) - titleIndent(c),
                                           kMostLines));
    return bandHeight(c) + c.s(18) + c.lineHeight(Style::TileTitle) * static_cast<float>(lines) + c.s(44) +
           figuresHeight(c) + c.s(22);
}

float leastTileWidth(const Canvas& c, const Checklist& checklist) {
    float band = 0;
    for (const Opinion& opinion : checklist.scale) band = std::max(band, c.width(Style::Status, opinion.word));
    float title = 0; // a word that is broken inside is hard to read from afar
    for (const Element& element : checklist.elements) title = std::max(title, widestWord(c, element.title));
    return c.s(30) + std::max(c.t(66 + 54) + band, titleIndent(c) + title) + c.s(30);
}

void drawTile(Canvas& c, const View& view, const Element& element, const ElementSummary& counts, const Rect& tile) {
    const Phrase id = phrase("tile:{}", element.number);
    c.card(tile);
    if (c.pressed(id)) c.fill(tile, c.look.pressed, c.s(16));
    const Rect band{tile.x, tile.y, tile.w, bandHeight(c)};
    drawBand(c, view, element, counts, band);
    c.border(tile, c.look.hairline, c.s(16));

    const float pad = c.s(30);
    const float inner = tile.w - 2 * pad;
    const Rect figures{tile.x + pad, tile.bottom() - c.s(22) - figuresHeight(c), inner, figuresHeight(c)};
    const float rule = std::round(figures.y - c.s(26));
    drawTitle(c, element, {tile.x + pad, band.bottom(), inner, rule - c.s(12) - band.bottom()});
    if (element.opinion == 0)
        drawStrengthBar(c, counts, {tile.x + pad, rule - c.s(8), inner, std::round(c.s(16))});
    else
        c.hairline(tile.x + pad, tile.right() - pad, rule);
    drawFigures(c, counts, figures);
    c.target(TargetRole::Tile, id,
             phrase("{} {}: {}, {} evidence, {} independent, {} outstanding, {} overdue", element.number, element.title,
                    opinionOf(view.checklist(), element).word, counts.evidence, counts.line(Line::Independent).count,
                    counts.outstanding, counts.overdue),
             tile, OpenPage{{Page::Element, element.number}});
}

} // namespace sightline
