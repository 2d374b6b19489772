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

enum class ThemeName : std::uint8_t { Light, Dark, HighContrast, BlackAndWhite };
inline constexpr std::array kThemes = {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast,
                                       ThemeName::BlackAndWhite};

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
        link, chip, onChip, cell, warnCell, onWarnCell, pressed, focus, selected, onSelected, gapCell, desk, thumb,
        off;                                ///< lines and words of what cannot be done just now, or is yet to come
    std::array<Colour, 3> lines;            ///< management, oversight, independent
    std::array<OpinionColours, 5> opinions; ///< by ColourRole
    std::array<Colour, 5> due;              ///< edge of an action card, by DueGroup
    /// Borders are this many times as strong, and where they are more than 1, chips, cells and bands have one too.
    float edge = 1;
    /// Bands, due edges and lines of assurance are told apart by a pattern, for there is no hue to do it.
    bool patterned = false;

    [[nodiscard]] const OpinionColours& opinion(ColourRole role) const {
        return opinions[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] bool outlined() const { return edge > 1; }
    [[nodiscard]] Colour line(Line id) const { return lines[static_cast<std::size_t>(id) - 1]; }
};

/// With the standard bands; a council's own are laid over them (render/scheme.h).
const Look& lookOf(ThemeName theme);

} // namespace sightline
