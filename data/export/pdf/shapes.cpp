#include "data/export/pdf/shapes.h"

#include <cmath>
#include <numbers>

namespace sightline::pdf {
namespace {

constexpr double kPi = std::numbers::pi;

void drawTriangle(Sheet& sheet, Point m, double side, Colour ink, Colour cut) {
    sheet.polygon(
        {{m.x, m.y - side * 0.46}, {m.x + side * 0.5, m.y + side * 0.42}, {m.x - side * 0.5, m.y + side * 0.42}}, ink);
    const double thick = side * 0.11;
    sheet.line({m.x, m.y - side * 0.16}, {m.x, m.y + side * 0.13}, thick, cut);
    sheet.disc({m.x, m.y + side * 0.27}, thick * 0.62, cut);
}

void drawOctagon(Sheet& sheet, Point m, double side, Colour ink, Colour cut) {
    const auto corner = [&](int i) {
        const double angle = kPi / 8 + i * kPi / 4;
        return Point{m.x + std::cos(angle) * side * 0.53, m.y + std::sin(angle) * side * 0.53};
    };
    sheet.polygon({corner(0), corner(1), corner(2), corner(3), corner(4), corner(5), corner(6), corner(7)}, ink);
    const double reach = side * 0.19;
    sheet.line({m.x - reach, m.y - reach}, {m.x + reach, m.y + reach}, side * 0.11, cut);
    sheet.line({m.x - reach, m.y + reach}, {m.x + reach, m.y - reach}, side * 0.11, cut);
}

void drawDashedRing(Sheet& sheet, Point m, double side, Colour ink) {
    constexpr int kDashes = 10;
    constexpr double kStep = 2 * kPi / kDashes;
    for (int i = 0; i < kDashes; ++i) {
        const double from = i * kStep - kPi / 2;
        sheet.arc(m, side * 0.44, from, from + kStep * 0.6, side * 0.1, ink);
    }
}

/// A stroke given in shares of the side around the centre.
void stroke(Sheet& sheet, Point m, double side, Colour ink, Point a, Point b) {
    sheet.line({m.x + a.x * side, m.y + a.y * side}, {m.x + b.x * side, m.y + b.y * side}, side * 0.13, ink);
}
void stroke(Sheet& sheet, Point m, double side, Colour ink, Point a, Point b, Point c) {
    sheet.path({{m.x + a.x * side, m.y + a.y * side},
                {m.x + b.x * side, m.y + b.y * side},
                {m.x + c.x * side, m.y + c.y * side}},
               side * 0.13, ink);
}

/// A triangle that points up, or down with `turn` -1.
void drawArrowHead(Sheet& sheet, Point m, double side, double turn, Colour ink) {
    sheet.polygon({{m.x, m.y - turn * side * 0.4},
                   {m.x + turn * side * 0.46, m.y + turn * side * 0.38},
                   {m.x - turn * side * 0.46, m.y + turn * side * 0.38}},
                  ink);
}

const OpinionColours& markColours(ChangeMark mark) {
    switch (mark) {
    case ChangeMark::Up:
    case ChangeMark::Done: return coloursOf(ColourRole::Good);
    case ChangeMark::Late: return coloursOf(ColourRole::Poor);
    case ChangeMark::Down:
    case ChangeMark::Moved:
    case ChangeMark::Stale: return coloursOf(ColourRole::Caution);
    case ChangeMark::New:
    case ChangeMark::Refreshed: return coloursOf(ColourRole::Fair);
    case ChangeMark::Gone:
    case ChangeMark::Reworded: break;
    }
    return coloursOf(ColourRole::None);
}

void drawSign(Sheet& sheet, ChangeMark mark, Point m, double side, Colour ink) {
    switch (mark) {
    case ChangeMark::Up: return drawArrowHead(sheet, m, side, 1, ink);
    case ChangeMark::Down: return drawArrowHead(sheet, m, side, -1, ink);
    case ChangeMark::Stale: return drawClock(sheet, m, side * 1.15, ink);
    case ChangeMark::Done: return stroke(sheet, m, side, ink, {-0.4, 0.02}, {-0.1, 0.32}, {0.42, -0.3});
    case ChangeMark::Gone: return stroke(sheet, m, side, ink, {-0.36, 0}, {0.36, 0});
    case ChangeMark::New:
        stroke(sheet, m, side, ink, {-0.38, 0}, {0.38, 0});
        return stroke(sheet, m, side, ink, {0, -0.38}, {0, 0.38});
    case ChangeMark::Late:
        stroke(sheet, m, side, ink, {0, -0.45}, {0, 0.14});
        return sheet.disc({m.x, m.y + side * 0.4}, side * 0.085, ink);
    case ChangeMark::Moved:
        stroke(sheet, m, side, ink, {-0.4, 0}, {0.36, 0});
        return stroke(sheet, m, side, ink, {0.08, -0.3}, {0.38, 0}, {0.08, 0.3});
    case ChangeMark::Refreshed:
        sheet.arc(m, side * 0.36, -0.4, 4.4, side * 0.13, ink);
        return stroke(sheet, m, side, ink, {0.14, -0.22}, {0.36, -0.06}, {0.48, -0.32});
    case ChangeMark::Reworded:
        for (const double y : {-0.26, 0.0, 0.26}) stroke(sheet, m, side, ink, {-0.38, y}, {y > 0.2 ? 0.1 : 0.38, y});
        return;
    }
}

} // namespace

void drawShape(Sheet& sheet, Shape shape, Point m, double side, Colour ink, Colour cut) {
    switch (shape) {
    case Shape::DiscTick:
        sheet.disc(m, side / 2, ink);
        sheet.path({{m.x - side * 0.22, m.y + side * 0.02},
                    {m.x - side * 0.06, m.y + side * 0.18},
                    {m.x + side * 0.23, m.y - side * 0.15}},
                   side * 0.11, cut);
        return;
    case Shape::HalfDisc:
        sheet.arc(m, side * 0.45, 0, 2 * kPi, side * 0.09, ink);
        sheet.sector(m, side * 0.43, -kPi / 2, kPi / 2, ink);
        return;
    case Shape::Triangle: return drawTriangle(sheet, m, side, ink, cut);
    case Shape::OctagonCross: return drawOctagon(sheet, m, side, ink, cut);
    case Shape::DashedRing: return drawDashedRing(sheet, m, side, ink);
    }
}

void drawClock(Sheet& sheet, Point m, double side, Colour ink) {
    sheet.arc(m, side * 0.43, 0, 2 * kPi, side * 0.11, ink);
    sheet.path({{m.x, m.y - side * 0.24}, {m.x, m.y + side * 0.02}, {m.x + side * 0.18, m.y + side * 0.12}}, side * 0.1,
               ink);
}

void drawLineSwatch(Sheet& sheet, Line line, bool guessed, Point m, double side) {
    const Rect box{m.x - side / 2, m.y - side / 2, side, side};
    if (guessed)
        sheet.outline(box, colourOf(line), side * 0.2, side * 0.24);
    else
        sheet.fill(box, colourOf(line), side * 0.27);
}

void drawChangeMark(Sheet& sheet, ChangeMark mark, Point m, double side) {
    const OpinionColours& colours = markColours(mark);
    sheet.fill({m.x - side / 2, m.y - side / 2, side, side}, colours.chip, side * 0.21);
    drawSign(sheet, mark, m, side * 0.46, colours.onChip);
}

} // namespace sightline::pdf
