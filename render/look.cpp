#include "render/look.h"

namespace sightline {
namespace {

// The light theme's values are those of the design drawings; the dark theme keeps the bands, so a colour that was
// learnt in one room holds in the next, and turns the surfaces.
constexpr Look kLight = {
    .ground = {0xEEF1F4},
    .card = {0xFFFFFF},
    .hairline = {0xD5DCE2},
    .ink = {0x0E1A24},
    .secondary = {0x4A5B69},
    .faint = {0x94A3B0},
    .rail = {0x10202D},
    .onRail = {0x9FB3C3},
    .onRailActive = {0xFFFFFF},
    .marker = {0x4FB3F6},
    .alarm = {0x8B1822},
    .onAlarm = {0xFFFFFF},
    .soon = {0x0B66AB},
    .link = {0x12456B},
    .chip = {0xE3E9EE},
    .onChip = {0x0E1A24},
    .cell = {0xE4EDF5},
    .warnCell = {0xFDEDC1},
    .onWarnCell = {0x5C4300},
    .pressed = {0xDCE6EF},
    .focus = {0x0B66AB},
    .selected = {0x294B7A},
    .onSelected = {0xFFFFFF},
    .gapCell = {0xFFFFFF},
    .desk = {0xDDE2E8},
    .thumb = {0xB9C6D1},
    .off = {0xD5DCE2},
    .lines = {{{0xB9C6D1}, {0x6C8AA3}, {0x12456B}}},
    .opinions = {{{{0x4C9E7C}, {0x0B1218}, {0xD3EADF}, {0x123F2C}},
                  {{0x294B7A}, {0xFFFFFF}, {0xDCE5F1}, {0x1F3E69}},
                  {{0xFAC938}, {0x0B1218}, {0xFDEDC1}, {0x5C4300}},
                  {{0x8B1822}, {0xFFFFFF}, {0xF6DCDE}, {0x8B1822}},
                  {{0xD9E0E6}, {0x0B1218}, {0xE3E9EE}, {0x33424E}}}},
    .due = {{{0xB3261E}, {0xC77E00}, {0x0B6BB8}, {0x94A3B0}, {0x4C9E7C}}},
};

constexpr Look kDark = {
    .ground = {0x0B141B},
    .card = {0x15222D},
    .hairline = {0x2C3C49},
    .ink = {0xF1F5F8},
    .secondary = {0xAFC0CD},
    .faint = {0x6F8494},
    .rail = {0x060C11},
    .onRail = {0x9FB3C3},
    .onRailActive = {0xFFFFFF},
    .marker = {0x4FB3F6},
    .alarm = {0xFF9A97},
    .onAlarm = {0x0B1218},
    .soon = {0x7CC4FA},
    .link = {0x9FD0F8},
    .chip = {0x263644},
    .onChip = {0xF1F5F8},
    .cell = {0x1E3040},
    .warnCell = {0x4A3A0C},
    .onWarnCell = {0xFFE3A1},
    .pressed = {0x24384A},
    .focus = {0x7CC4FA},
    .selected = {0xBFD8F0},
    .onSelected = {0x0B1218},
    .gapCell = {0x15222D},
    .desk = {0x1F2D39},
    .thumb = {0x4C6272},
    .off = {0x2C3C49},
    .lines = {{{0x4C6272}, {0x7FA3BF}, {0xCBE3F7}}},
    .opinions = {{{{0x4C9E7C}, {0x0B1218}, {0x1C3F31}, {0xBDE6D2}},
                  {{0x294B7A}, {0xFFFFFF}, {0x21375A}, {0xD5E4FA}},
                  {{0xFAC938}, {0x0B1218}, {0x4A3A0C}, {0xFFE3A1}},
                  {{0x8B1822}, {0xFFFFFF}, {0x521318}, {0xFFD3D3}},
                  {{0xD9E0E6}, {0x0B1218}, {0x2C3C49}, {0xE3EAF0}}}},
    .due = {{{0xFF7A73}, {0xF2A93B}, {0x5DB2F2}, {0x6F8494}, {0x4C9E7C}}},
};

/// White on black, with 7:1 for all text (WCAG 2.2, 1.4.6). The bands are the light theme's, moved as far as that and
/// their distance from each other ask for.
constexpr Look kHighContrast = {
    .ground = {0x000000},
    .card = {0x000000},
    .hairline = {0xFFFFFF},
    .ink = {0xFFFFFF},
    .secondary = {0xE6E6E6},
    .faint = {0xBDBDBD},
    .rail = {0x000000},
    .onRail = {0xFFFFFF},
    .onRailActive = {0xFEE73B},
    .marker = {0xFEE73B},
    .alarm = {0xFFB3AE},
    .onAlarm = {0x000000},
    .soon = {0x9FD4FF},
    .link = {0x9FD4FF},
    .chip = {0x000000},
    .onChip = {0xFFFFFF},
    .cell = {0x000000},
    .warnCell = {0x332B00},
    .onWarnCell = {0xFEE73B},
    .pressed = {0x404040},
    .focus = {0xFEE73B},
    .selected = {0xFFFFFF},
    .onSelected = {0x000000},
    .gapCell = {0x000000},
    .desk = {0x1A1A1A},
    .thumb = {0xFFFFFF},
    .off = {0x5A5A5A},
    .lines = {{{0x6F8FA8}, {0xA9CBE8}, {0xFFFFFF}}},
    .opinions = {{{{0x49A780}, {0x000000}, {0x000000}, {0x8FE8C4}},
                  {{0x1F4480}, {0xFFFFFF}, {0x000000}, {0xA9C8FF}},
                  {{0xFEE73B}, {0x000000}, {0x000000}, {0xFEE73B}},
                  {{0x830025}, {0xFFFFFF}, {0x000000}, {0xFFB3BE}},
                  {{0xE3F9FF}, {0x000000}, {0x000000}, {0xFFFFFF}}}},
    .due = {{{0xFF8F8F}, {0xFFC24A}, {0x7CC4FA}, {0xBDBDBD}, {0x49D79B}}},
    .edge = 2.2F,
};

/// For panels and printers that know no colour. The worse an opinion, the darker its band, in steps of lightness
/// (CIE L*) of 18 and more; the pattern on it holds where a printer turns greys into dots.
constexpr Look kBlackAndWhite = {
    .ground = {0xFFFFFF},
    .card = {0xFFFFFF},
    .hairline = {0x000000},
    .ink = {0x000000},
    .secondary = {0x333333},
    .faint = {0x595959},
    .rail = {0x000000},
    .onRail = {0xFFFFFF},
    .onRailActive = {0xFFFFFF},
    .marker = {0xFFFFFF},
    .alarm = {0x000000},
    .onAlarm = {0xFFFFFF},
    .soon = {0x000000},
    .link = {0x000000},
    .chip = {0xFFFFFF},
    .onChip = {0x000000},
    .cell = {0xFFFFFF},
    .warnCell = {0xDCDCDC},
    .onWarnCell = {0x000000},
    .pressed = {0xC8C8C8},
    .focus = {0x000000},
    .selected = {0x000000},
    .onSelected = {0xFFFFFF},
    .gapCell = {0xFFFFFF},
    .desk = {0xE8E8E8},
    .thumb = {0x000000},
    .off = {0xB4B4B4},
    .lines = {{{0xC8C8C8}, {0x757575}, {0x000000}}},
    .opinions = {{{{0xC8C8C8}, {0x000000}, {0xFFFFFF}, {0x000000}},
                  {{0x969696}, {0x000000}, {0xFFFFFF}, {0x000000}},
                  {{0x575757}, {0xFFFFFF}, {0xFFFFFF}, {0x000000}},
                  {{0x000000}, {0xFFFFFF}, {0xFFFFFF}, {0x000000}},
                  {{0xFFFFFF}, {0x000000}, {0xFFFFFF}, {0x000000}}}},
    .due = {{{0x000000}, {0x000000}, {0x000000}, {0x000000}, {0x000000}}},
    .edge = 2.2F,
    .patterned = true,
};

} // namespace

const Look& lookOf(ThemeName theme) {
    switch (theme) {
    case ThemeName::Light: break;
    case ThemeName::Dark: return kDark;
    case ThemeName::HighContrast: return kHighContrast;
    case ThemeName::BlackAndWhite: return kBlackAndWhite;
    }
    return kLight;
}

} // namespace sightline
