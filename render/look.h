#pragma once

#include <array>
#include <cstdint>

#include "data/model.h"

namespace sightline {

/// A colour: 0xRRGGBB.
struct Colour {
    std::uint32_t rgb = 0;
    bool operator==(const Colour&) const = default;
};

enum class ThemeName : std::uint8_t { Light, Dark };

/// How one opinion is painted: the band, text on it, and the soft chip used in rows.
struct OpinionColours {
    Colour band;
    Colour onBand;
    Colour chip;
    Colour onChip;
};

/// Theme tokens (visual.md).
struct Look {
    Colour ground, card, hairline, ink, secondary, faint, rail, onRail, onRailActive, marker, alarm, onAlarm, soon,
        link, chip, onChip, cell, warnCell, onWarnCell, pressed, focus, selected, onSelected, gapCell, desk;
    std::array<Colour, 3> lines;            ///< management, oversight, independent
    std::array<OpinionColours, 5> opinions; ///< by ColourRole
    std::array<Colour, 5> due;              ///< edge of an action card, by DueGroup

    [[nodiscard]] const OpinionColours& opinion(ColourRole role) const {
        return opinions[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] Colour line(Line id) const { return lines[static_cast<std::size_t>(id) - 1]; }
};

const Look& lookOf(ThemeName theme);

} // namespace sightline
