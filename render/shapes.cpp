#include "render/shapes.h"

#include <array>
#include <cmath>
#include <numbers>

#include "render/pattern.h"

namespace sightline {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;

void drawTick(Canvas& c, Point m, float side, float thickness, Colour ink) {
    const std::array<Point, 3> tick = {{{m.x - side * 0.22F, m.y + side * 0.02F},
                                        {m.x - side * 0.06F, m.y + side * 0.18F},
                                        {m.x + side * 0.23F, m.y - side * 0.15F}}};
    c.path(tick.data(), 3, thickness, ink);
}

void drawTriangle(Canvas& c, Point m, float side, Colour ink, Colour cut) {
    const std::array<Point, 3> corners = {
        {{m.x, m.y - side * 0.46F}, {m.x + side * 0.5F, m.y + side * 0.42F}, {m.x - side * 0.5F, m.y + side * 0.42F}}};
    c.polygon(corners.data(), 3, ink);
    const float thick = side * 0.11F;
    c.line({m.x, m.y - side * 0.16F}, {m.x, m.y + side * 0.13F}, thick, cut);
    c.disc({m.x, m.y + side * 0.27F}, thick * 0.62F, cut);
}

void drawOctagon(Canvas& c, Point m, float side, Colour ink, Colour cut) {
    std::array<Point, 8> corners;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const float angle = kPi / 8 + static_cast<float>(i) * kPi / 4;
        corners[i] = {m.x + std::cos(angle) * side * 0.53F, m.y + std::sin(angle) * side * 0.53F};
    }
    c.polygon(corners.data(), static_cast<int>(corners.size()), ink);
    const float reach = side * 0.19F;
    c.line({m.x - reach, m.y - reach}, {m.x + reach, m.y + reach}, side * 0.11F, cut);
    c.line({m.x - reach, m.y + reach}, {m.x + reach, m.y - reach}, side * 0.11F, cut);
}

void drawDashedRing(Canvas& c, Point m, float side, Colour ink) {
    constexpr int kDashes = 10;
    constexpr float kStep = 2 * kPi / kDashes;
    for (int i = 0; i < kDashes; ++i) {
        const float from = static_cast<float>(i) * kStep - kPi / 2;
        c.arc(m, side * 0.44F, from, from + kStep * 0.6F, side * 0.1F, ink);
    }
}

/// A polyline given in shares of the side around the centre.
template <std::size_t N>
void strokes(Canvas& c, Point m, float side, const std::array<Point, N>& shares, float thickness, Colour ink,
             bool closed = false) {
    std::array<Point, N> points;
    for (std::size_t i = 0; i < N; ++i) points[i] = {m.x + shares[i].x * side, m.y + shares[i].y * side};
    c.path(points.data(), static_cast<int>(N), thickness, ink, closed);
}

void drawGrid(Canvas& c, Point m, float side, float thick, Colour ink) {
    for (const float x : {-0.26F, 0.26F})
        for (const float y : {-0.26F, 0.26F}) {
            const float cell = side * 0.42F;
            c.outline({m.x + x * side - cell / 2, m.y + y * side - cell / 2, cell, cell}, ink, side * 0.04F,
                      thick * 0.9F);
        }
}

void drawChecklist(Canvas& c, Point m, float side, float thick, Colour ink) {
    for (const float y : {-0.3F, 0.03F, 0.36F}) {
        c.line({m.x - side * 0.06F, m.y + y * side}, {m.x + side * 0.46F, m.y + y * side}, thick, ink);
        strokes<3>(c, m, side, {{{-0.46F, y - 0.03F}, {-0.37F, y + 0.06F}, {-0.2F, y - 0.12F}}}, thick, ink);
    }
}

void drawDocument(Canvas& c, Point m, float side, float thick, Colour ink) {
    strokes<5>(c, m, side, {{{-0.34F, -0.46F}, {0.12F, -0.46F}, {0.34F, -0.22F}, {0.34F, 0.46F}, {-0.34F, 0.46F}}},
               thick, ink, true);
    for (const float y : {-0.02F, 0.2F})
        c.line({m.x - side * 0.17F, m.y + y * side}, {m.x + side * 0.17F, m.y + y * side}, thick, ink);
}

void drawTable(Canvas& c, Point m, float side, float thick, Colour ink) {
    const float half = side * 0.43F;
    c.outline({m.x - half, m.y - half, half * 2, half * 2}, ink, side * 0.05F, thick);
    for (const float at : {-0.145F, 0.145F}) {
        c.line({m.x + at * side, m.y - half}, {m.x + at * side, m.y + half}, thick, ink);
        c.line({m.x - half, m.y + at * side}, {m.x + half, m.y + at * side}, thick, ink);
    }
}

/// Two arrows that point to each other's side.
void drawExchange(Canvas& c, Point m, float side, float thick, Colour ink) {
    for (const float turn : {-1.0F, 1.0F}) {
        const float y = turn * 0.2F;
        c.line({m.x + turn * side * 0.42F, m.y + y * side}, {m.x - turn * side * 0.42F, m.y + y * side}, thick, ink);
        strokes<3>(c, m, side, {{{-turn * 0.22F, y - 0.19F}, {-turn * 0.43F, y}, {-turn * 0.22F, y + 0.19F}}}, thick,
                   ink);
    }
}

void drawGlass(Canvas& c, Point m, float side, float thick, Colour ink) {
    c.arc({m.x - side * 0.08F, m.y - side * 0.08F}, side * 0.32F, 0, 2 * kPi, thick, ink);
    c.line({m.x + side * 0.16F, m.y + side * 0.16F}, {m.x + side * 0.43F, m.y + side * 0.43F}, thick, ink);
}

/// The sign of the key that takes the last letter away: an arrow's head with a cross in it.
void drawDelete(Canvas& c, Point m, float side, float thick, Colour ink) {
    strokes<5>(c, m, side, {{{-0.52F, 0}, {-0.2F, -0.34F}, {0.5F, -0.34F}, {0.5F, 0.34F}, {-0.2F, 0.34F}}}, thick, ink,
               true);
    const Point cross{m.x + side * 0.16F, m.y};
    const float reach = side * 0.13F;
    c.line({cross.x - reach, cross.y - reach}, {cross.x + reach, cross.y + reach}, thick, ink);
    c.line({cross.x - reach, cross.y + reach}, {cross.x + reach, cross.y - reach}, thick, ink);
}

void drawInformation(Canvas& c, Point m, float side, float thick, Colour ink) {
    c.arc(m, side * 0.43F, 0, 2 * kPi, thick, ink);
    c.line({m.x, m.y - side * 0.03F}, {m.x, m.y + side * 0.22F}, thick, ink);
    c.disc({m.x, m.y - side * 0.2F}, thick * 0.65F, ink);
}

/// A tag that points back, with a cross in it.
void drawErase(Canvas& c, Point m, float side, float thick, Colour ink) {
    strokes<5>(c, m, side, {{{-0.5F, 0}, {-0.2F, -0.34F}, {0.48F, -0.34F}, {0.48F, 0.34F}, {-0.2F, 0.34F}}}, thick, ink,
               true);
    for (const float turn : {-1.0F, 1.0F})
        c.line({m.x + side * 0.02F, m.y - turn * side * 0.12F}, {m.x + side * 0.26F, m.y + turn * side * 0.12F}, thick,
               ink);
}

/// Two people, one behind the other.
void drawPeople(Canvas& c, Point m, float side, float thick, Colour ink) {
    const Point front{m.x - side * 0.14F, m.y - side * 0.2F};
    c.arc(front, side * 0.18F, 0, 2 * kPi, thick, ink);
    c.arc({front.x, m.y + side * 0.44F}, side * 0.32F, kPi, 2 * kPi, thick, ink);
    c.arc({m.x + side * 0.24F, m.y - side * 0.2F}, side * 0.17F, -kPi * 0.6F, kPi * 0.6F, thick, ink);
    c.arc({m.x + side * 0.2F, m.y + side * 0.44F}, side * 0.32F, kPi * 1.55F, 2 * kPi, thick, ink);
}

/// A padlock; open, its bow stands to the side.
void drawLock(Canvas& c, Point m, float side, float thick, Colour ink, bool open) {
    const Rect body{m.x - side * 0.34F, m.y - side * 0.04F, side * 0.68F, side * 0.5F};
    c.fill(body, ink, side * 0.08F);
    const Point bow{m.x + (open ? side * 0.3F : 0), m.y - side * 0.2F};
    const float radius = side * 0.2F;
    c.arc(bow, radius, kPi, 2 * kPi, thick, ink);
    c.line({bow.x - radius, bow.y - thick * 0.6F}, {bow.x - radius, body.y + thick}, thick, ink);
    if (!open) c.line({bow.x + radius, bow.y - thick * 0.6F}, {bow.x + radius, body.y + thick}, thick, ink);
}

/// An eye that is struck out.
void drawCover(Canvas& c, Point m, float side, float thick, Colour ink) {
    // Each lid is an arc about a point on the other side of the eye.
    constexpr float kAbout = 0.34F;
    constexpr float kRadius = 0.588F;
    constexpr float kCorner = 0.616F;
    c.arc({m.x, m.y + side * kAbout}, side * kRadius, kPi + kCorner, 2 * kPi - kCorner, thick, ink);
    c.arc({m.x, m.y - side * kAbout}, side * kRadius, kCorner, kPi - kCorner, thick, ink);
    c.disc(m, side * 0.12F, ink);
    c.line({m.x - side * 0.36F, m.y + side * 0.42F}, {m.x + side * 0.36F, m.y - side * 0.42F}, thick * 1.2F, ink);
}

/// An arrow that points up, or down with `turn` -1.
void drawArrow(Canvas& c, Point m, float side, float thick, Colour ink, float turn) {
    c.line({m.x, m.y + turn * side * 0.42F}, {m.x, m.y - turn * side * 0.4F}, thick, ink);
    strokes<3>(c, m, side, {{{-0.3F, -0.12F * turn}, {0, -0.43F * turn}, {0.3F, -0.12F * turn}}}, thick, ink);
}

} // namespace

void drawShape(Canvas& c, Shape shape, Point m, float side, Colour ink, Colour cut) {
    switch (shape) {
    case Shape::DiscTick:
        c.disc(m, side / 2, ink);
        drawTick(c, m, side, side * 0.11F, cut);
        return;
    case Shape::HalfDisc:
        c.arc(m, side * 0.45F, 0, 2 * kPi, side * 0.09F, ink);
        c.sector(m, side * 0.43F, -kPi / 2, kPi / 2, ink);
        return;
    case Shape::Triangle: drawTriangle(c, m, side, ink, cut); return;
    case Shape::OctagonCross: drawOctagon(c, m, side, ink, cut); return;
    case Shape::DashedRing: drawDashedRing(c, m, side, ink); return;
    }
}

void drawClock(Canvas& c, Point m, float side, Colour ink) {
    c.arc(m, side * 0.43F, 0, 2 * kPi, side * 0.11F, ink);
    strokes<3>(c, m, side, {{{0, -0.24F}, {0, 0.02F}, {0.18F, 0.12F}}}, side * 0.1F, ink);
}

namespace {

/// Where the pattern tells the line, a dashed border tells what is only guessed.
void drawPatternedSwatch(Canvas& c, Line line, bool guessed, const Rect& box) {
    if (!guessed) return fillLine(c, line, box, 0);
    const float inset = std::round(box.w * 0.27F);
    fillLine(c, line, {box.x + inset, box.y + inset, box.w - 2 * inset, box.h - 2 * inset}, 0);
    c.dashedOutline(box, c.look.ink, c.edge() * 0.8F);
}

} // namespace

void drawLineSwatch(Canvas& c, Line line, bool guessed, Point m, float side) {
    const Rect box{std::round(m.x - side / 2), std::round(m.y - side / 2), std::round(side), std::round(side)};
    const float radius = side * 0.27F;
    if (c.look.patterned) return drawPatternedSwatch(c, line, guessed, box);
    if (guessed)
        c.outline(box, c.look.line(line), radius, std::max(2.0F, side * 0.24F));
    else
        c.fill(box, c.look.line(line), radius);
}

void fillLine(Canvas& c, Line line, const Rect& rect, float radius) {
    if (!c.look.patterned) return c.fill(rect, c.look.line(line), radius);
    c.fill(rect, c.look.card);
    drawPattern(c, rect, patternOf(line), c.look.ink);
    c.outline(rect, c.look.ink, 0, c.edge());
}

void drawIcon(Canvas& c, Icon icon, Point m, float side, Colour ink) {
    const float thick = side * 0.1F;
    switch (icon) {
    case Icon::Overview: drawGrid(c, m, side, thick, ink); return;
    case Icon::Actions: drawChecklist(c, m, side, thick, ink); return;
    case Icon::Evidence: drawDocument(c, m, side, thick, ink); return;
    case Icon::Map: drawTable(c, m, side, thick, ink); return;
    case Icon::Changes: drawExchange(c, m, side, thick, ink); return;
    case Icon::Search: drawGlass(c, m, side, thick, ink); return;
    case Icon::Delete: drawDelete(c, m, side, thick, ink); return;
    case Icon::About: drawInformation(c, m, side, thick, ink); return;
    case Icon::Back:
        strokes<3>(c, m, side, {{{0.16F, -0.34F}, {-0.18F, 0}, {0.16F, 0.34F}}}, thick * 1.2F, ink);
        return;
    case Icon::Next:
        strokes<3>(c, m, side, {{{-0.16F, -0.34F}, {0.18F, 0}, {-0.16F, 0.34F}}}, thick * 1.2F, ink);
        return;
    case Icon::PageUp:
        strokes<3>(c, m, side, {{{-0.36F, 0.18F}, {0, -0.18F}, {0.36F, 0.18F}}}, thick * 1.2F, ink);
        return;
    case Icon::PageDown:
        strokes<3>(c, m, side, {{{-0.36F, -0.18F}, {0, 0.18F}, {0.36F, -0.18F}}}, thick * 1.2F, ink);
        return;
    case Icon::Plus: c.line({m.x, m.y - side * 0.36F}, {m.x, m.y + side * 0.36F}, thick * 1.4F, ink); [[fallthrough]];
    case Icon::Minus: c.line({m.x - side * 0.36F, m.y}, {m.x + side * 0.36F, m.y}, thick * 1.4F, ink); return;
    case Icon::Erase: drawErase(c, m, side, thick, ink); return;
    case Icon::Up: drawArrow(c, m, side, thick, ink, 1); return;
    case Icon::Down: drawArrow(c, m, side, thick, ink, -1); return;
    case Icon::Meeting: drawPeople(c, m, side, thick, ink); return;
    case Icon::Pause:
        for (const float turn : {-1.0F, 1.0F})
            c.line({m.x + turn * side * 0.17F, m.y - side * 0.34F}, {m.x + turn * side * 0.17F, m.y + side * 0.34F},
                   thick * 1.8F, ink);
        return;
    case Icon::Lock:
    case Icon::Unlock: drawLock(c, m, side, thick, ink, icon == Icon::Unlock); return;
    case Icon::Cover: drawCover(c, m, side, thick, ink); return;
    case Icon::Warning: drawTriangle(c, m, side, ink, c.look.warnCell); return;
    }
}

} // namespace sightline
