#pragma once

#include <array>
#include <optional>
#include <string>

#include "render/look.h"

namespace sightline {

/// A council's own bands, by ColourRole: the best opinion first, what was not assessed last.
using Scheme = std::array<Colour, 5>;

/// How far two bands have to differ, CIEDE2000, for everybody (visual.md).
inline constexpr double kLeastBandDifference = 25;
/// What text has to have on its ground: WCAG 2.2, 1.4.3.
inline constexpr double kLeastTextContrast = 4.5;

/// Why the bands cannot be told apart, as a sentence that names the two colours and who takes them for one; nothing:
/// they can, with normal vision as with protanopia, deuteranopia and tritanopia.
std::optional<std::string> schemeProblem(const Scheme& scheme);

/// The light and the dark theme with these bands: text on them is black or white, whichever contrasts more, and chips
/// are derived from them. Nothing given, and the two themes that owe their bands to contrast, not to taste: as they
/// are.
Look lookOf(ThemeName theme, const std::optional<Scheme>& scheme);

} // namespace sightline
