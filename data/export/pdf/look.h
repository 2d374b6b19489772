#pragma once

#include <array>
#include <cstdint>

#include "data/model.h"

namespace sightline::pdf {

/// Lengths are points (1/72 inch); the origin is the upper left corner of the page.
constexpr double kPageWidth = 841.89; // A4 landscape (ISO 216): 297 by 210 mm
constexpr double kPageHeight = 595.276;
constexpr double kMargin = 46;
constexpr double kContentTop = 62;
constexpr double kContentBottom = 546;
constexpr double kContentWidth = kPageWidth - 2 * kMargin;
constexpr double kGap = 24; ///< between columns
constexpr double kHairline = 0.6;

struct Point {
    double x = 0, y = 0;
};

struct Rect {
    double x = 0, y = 0, w = 0, h = 0;
    [[nodiscard]] double right() const { return x + w; }
    [[nodiscard]] double bottom() const { return y + h; }
    [[nodiscard]] Point centre() const { return {x + w / 2, y + h / 2}; }
};

/// 0xRRGGBB.
struct Colour {
    std::uint32_t rgb = 0;
    bool operator==(const Colour&) const = default;
};

/// How one opinion is painted: the band of a tile with what stands on it, and the soft chip.
struct OpinionColours {
    Colour band, onBand, chip, onChip;
};

/// The wall's light theme (visual.md) on white paper. A test compares the two.
constexpr Colour kPaper{0xFFFFFF}, kHair{0xD5DCE2}, kInk{0x0E1A24}, kSecondary{0x4A5B69}, kFaint{0x94A3B0},
    kAlarm{0x8B1822}, kSoon{0x0B66AB}, kCell{0xE4EDF5}, kWarnCell{0xFDEDC1}, kOnWarnCell{0x5C4300};
constexpr std::array<Colour, 3> kLines = {{{0xB9C6D1}, {0x6C8AA3}, {0x12456B}}}; ///< management, oversight, independent
constexpr std::array<OpinionColours, 5> kOpinions = {{{{0x4C9E7C}, {0x0B1218}, {0xD3EADF}, {0x123F2C}},
                                                      {{0x294B7A}, {0xFFFFFF}, {0xDCE5F1}, {0x1F3E69}},
                                                      {{0xFAC938}, {0x0B1218}, {0xFDEDC1}, {0x5C4300}},
                                                      {{0x8B1822}, {0xFFFFFF}, {0xF6DCDE}, {0x8B1822}},
                                                      {{0xD9E0E6}, {0x0B1218}, {0xE3E9EE}, {0x33424E}}}};

constexpr const OpinionColours& coloursOf(ColourRole role) { return kOpinions[static_cast<std::size_t>(role)]; }
constexpr Colour colourOf(Line line) { return kLines[static_cast<std::size_t>(line) - 1]; }

enum class Style {
    PageTitle,
    Headline,
    Section,
    Status,
    TileTitle,
    Number,
    Row,
    Strong,
    Body,
    Label,
    StrongLabel,
    Running
};

/// Sizes and steps from line to line in points; weights as OpenType counts them.
struct StyleLook {
    double size = 0, step = 0;
    int weight = 400;
};

constexpr StyleLook lookOf(Style style) {
    // Row, Strong and Body share their step, so that the lines of a table's cells stand level.
    constexpr std::array<StyleLook, 12> kLooks = {{{22, 28, 700},
                                                   {13, 17, 700},
                                                   {13, 17, 700},
                                                   {15, 19, 700},
                                                   {14, 18, 600},
                                                   {27, 30, 700},
                                                   {10, 13.5, 600},
                                                   {10, 13.5, 700},
                                                   {10, 13.5, 400},
                                                   {9, 12, 400},
                                                   {9, 12, 700},
                                                   {8.5, 11, 400}}};
    return kLooks[static_cast<std::size_t>(style)];
}

/// From the top of a line to the baseline on which its letters stand.
constexpr double baselineOf(Style style) {
    constexpr double kHalfCapital = 0.364; // of Inter's size: its capitals stand in the middle of the line
    return lookOf(style).step / 2 + lookOf(style).size * kHalfCapital;
}

} // namespace sightline::pdf
