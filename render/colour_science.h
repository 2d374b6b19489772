#pragma once

#include <array>
#include <cstdint>

namespace sightline::colour_science {

// How colours are seen: what the test pattern shows, and what the tests of the themes measure.

/// Red, green, blue in linear light, 0 to 1.
using Linear = std::array<double, 3>;

Linear linear(std::uint32_t rgb);

/// WCAG 2.2 contrast ratio, 1 to 21.
double contrast(std::uint32_t a, std::uint32_t b);

/// Grey: no colour is told at all, lightness only.
enum class Vision { Normal, Protan, Deutan, Tritan, Grey };

/// The colour as seen: Machado, Oliveira, Fernandes 2009, severity 1.
Linear seen(const Linear& colour, Vision vision);

/// 0xRRGGBB for a colour in linear light.
std::uint32_t encoded(const Linear& colour);

struct Lab {
    double l, a, b;
};
Lab lab(const Linear& colour); ///< CIE L*a*b*, D65

/// CIEDE2000 (CIE 142-2001), all parametric factors 1.
double ciede2000(const Lab& x, const Lab& y);
/// That of two colours as seen.
double ciede2000(std::uint32_t a, std::uint32_t b, Vision vision);

} // namespace sightline::colour_science
