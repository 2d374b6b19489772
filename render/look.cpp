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
    .lines = {{{0x4C6272}, {0x7FA3BF}, {0xCBE3F7}}},
    .opinions = {{{{0x4C9E7C}, {0x0B1218}, {0x1C3F31}, {0xBDE6D2}},
                  {{0x294B7A}, {0xFFFFFF}, {0x21375A}, {0xD5E4FA}},
                  {{0xFAC938}, {0x0B1218}, {0x4A3A0C}, {0xFFE3A1}},
                  {{0x8B1822}, {0xFFFFFF}, {0x521318}, {0xFFD3D3}},
                  {{0xD9E0E6}, {0x0B1218}, {0x2C3C49}, {0xE3EAF0}}}},
    .due = {{{0xFF7A73}, {0xF2A93B}, {0x5DB2F2}, {0x6F8494}, {0x4C9E7C}}},
};

} // namespace

const Look& lookOf(ThemeName theme) { return theme == ThemeName::Dark ? kDark : kLight; }

} // namespace sightline
