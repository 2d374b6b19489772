#include "render/scheme.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "render/colour_science.h"

namespace sightline {
namespace {

namespace cs = colour_science;

constexpr Colour kBlack{0x000000};
constexpr Colour kWhite{0xFFFFFF};

/// How much of its band a chip has, the rest being the card; as in the standard scheme, near enough.
constexpr double kChipShare = 0.22;
/// What text on a chip is aimed at: that of the standard scheme has as much, and more than it must.
constexpr double kChipContrast = 7;

struct Sight {
    cs::Vision vision;
    const char* people;
};
constexpr std::array kSights = {
    Sight{cs::Vision::Normal, "everybody"},
    Sight{cs::Vision::Protan, "people with protanopia, who see no red"},
    Sight{cs::Vision::Deutan, "people with deuteranopia, who see no green"},
    Sight{cs::Vision::Tritan, "people with tritanopia, who see no blue"},
};

/// `share` of `a` in `b`, 0 to 1.
Colour mixed(Colour a, Colour b, double share) {
    std::uint32_t rgb = 0;
    for (const unsigned shift : {16U, 8U, 0U}) {
        const auto channel = [shift](Colour colour) { return static_cast<double>((colour.rgb >> shift) & 0xFFU); };
        rgb = rgb << 8U | static_cast<std::uint32_t>(std::lround(channel(a) * share + channel(b) * (1 - share)));
    }
    return {rgb};
}

double contrast(Colour a, Colour b) { return cs::contrast(a.rgb, b.rgb); }

/// One of the two has 4.58:1 at least on whatever ground: the square root of the 21:1 they have on each other.
Colour textOn(Colour ground) { return contrast(kBlack, ground) >= contrast(kWhite, ground) ? kBlack : kWhite; }

/// The band's own hue as text and shape on its chip and on a card: as near to the band as they can be read.
Colour inkOn(Colour chip, Colour card, Colour band) {
    constexpr int kSteps = 20;
    const Colour end = textOn(chip);
    for (int i = 0; i < kSteps; ++i) {
        const Colour ink = mixed(end, band, static_cast<double>(i) / kSteps);
        if (std::min(contrast(ink, chip), contrast(ink, card)) >= kChipContrast) return ink;
    }
    return end;
}

OpinionColours coloursOf(Colour band, Colour card) {
    const Colour chip = mixed(band, card, kChipShare);
    return {band, textOn(band), chip, inkOn(chip, card, band)};
}

struct Pair {
    std::size_t one = 0, other = 0;
    double apart = std::numeric_limits<double>::max();
};

/// The two bands that are told apart least.
Pair nearest(const Scheme& scheme, cs::Vision vision) {
    Pair found;
    for (std::size_t i = 0; i < scheme.size(); ++i)
        for (std::size_t j = i + 1; j < scheme.size(); ++j)
            if (const double apart = cs::ciede2000(scheme[i].rgb, scheme[j].rgb, vision); apart < found.apart)
                found = {i, j, apart};
    return found;
}

} // namespace

std::optional<std::string> schemeProblem(const Scheme& scheme) {
    for (const Sight& sight : kSights) {
        const Pair pair = nearest(scheme, sight.vision);
        if (pair.apart >= kLeastBandDifference) continue;
        // Rounded down, lest it reads as if 24.96 were the 25 that are asked for.
        return fmt::format("Colours {} and {}, #{:06X} and #{:06X}, look alike to {}; two bands have to differ by {} "
                           "(CIEDE2000), and these do by {:.1f}.",
                           pair.one + 1, pair.other + 1, scheme.at(pair.one).rgb, scheme.at(pair.other).rgb,
                           sight.people, kLeastBandDifference, std::floor(pair.apart * 10) / 10);
    }
    return std::nullopt;
}

Look lookOf(ThemeName theme, const std::optional<Scheme>& scheme) {
    Look look = lookOf(theme);
    if (!scheme || (theme != ThemeName::Light && theme != ThemeName::Dark)) return look;
    for (std::size_t i = 0; i < scheme->size(); ++i) look.opinions.at(i) = coloursOf(scheme->at(i), look.card);
    return look;
}

} // namespace sightline
