// The page's style sheet repeats colours of the wall: what was learnt in the room holds on paper.

#include <array>
#include <cstdio>

#include <gmock/gmock.h>

#include "assets/embedded.h"
#include "render/colour_science.h"
#include "render/look.h"

namespace sightline {
namespace {

std::string hex(Colour colour) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%06X", static_cast<unsigned>(colour.rgb));
    return text.data();
}

TEST(PackColours, BandsAreThoseOfTheWall) {
    const std::string style(embeddedFile("pack.css"));
    constexpr std::array kRoles = {"good", "fair", "caution", "poor", "none"};
    for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark})
        for (std::size_t i = 0; i < kRoles.size(); ++i) {
            const OpinionColours& colours = lookOf(theme).opinions.at(i);
            EXPECT_THAT(style, testing::HasSubstr("." + std::string(kRoles.at(i)) + " { --band: " + hex(colours.band) +
                                                  "; --on: " + hex(colours.onBand) + "; }"));
        }
}

TEST(PackColours, SurfacesAndLinesAreThoseOfTheWall) {
    const std::string style(embeddedFile("pack.css"));
    for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark}) {
        const Look& look = lookOf(theme);
        for (const auto& [name, colour] : {std::pair{"ground", look.ground},
                                           {"card", look.card},
                                           {"hairline", look.hairline},
                                           {"ink", look.ink},
                                           {"secondary", look.secondary},
                                           {"alarm", look.alarm},
                                           {"link", look.link},
                                           {"focus", look.focus},
                                           {"head", look.cell},
                                           {"warn", look.warnCell},
                                           {"on-warn", look.onWarnCell},
                                           {"line-1", look.lines[0]},
                                           {"line-2", look.lines[1]},
                                           {"line-3", look.lines[2]}})
            EXPECT_THAT(style, testing::HasSubstr("--" + std::string(name) + ": " + hex(colour) + ";"));
    }
}

} // namespace
} // namespace sightline
