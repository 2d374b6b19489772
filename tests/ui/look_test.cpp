#include "render/look.h"

#include <gtest/gtest.h>

#include "tests/support/colour_science.h"

namespace sightline {
namespace {

namespace cs = colour_science;

class EveryTheme : public testing::TestWithParam<ThemeName> {
  protected:
    const Look& look = lookOf(GetParam());
};

TEST(ColourScience, AgreesWithPublishedPairs) {
    // Sharma, Wu, Dalal 2005, "The CIEDE2000 color-difference formula", table 1, pairs 1, 7, 13, 17 and 20.
    EXPECT_NEAR(cs::ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425, 1e-4);
    EXPECT_NEAR(cs::ciede2000({50, 0, 0}, {50, -1, 2}), 2.3669, 1e-4);
    EXPECT_NEAR(cs::ciede2000({50, 2.5, 0}, {50, 0, -2.5}), 4.3065, 1e-4);
    EXPECT_NEAR(cs::ciede2000({50, 2.5, 0}, {73, 25, -18}), 27.1492, 1e-4);
    EXPECT_NEAR(cs::ciede2000({50, 2.5, 0}, {58, 24, 15}), 19.4535, 1e-4);
    EXPECT_NEAR(cs::contrast(0xFFFFFF, 0x000000), 21, 1e-9);
}

TEST_P(EveryTheme, BandsOfOpinionsDifferForEveryVision) {
    for (const auto vision : {cs::Vision::Normal, cs::Vision::Protan, cs::Vision::Deutan, cs::Vision::Tritan})
        for (std::size_t i = 0; i < look.opinions.size(); ++i)
            for (std::size_t j = i + 1; j < look.opinions.size(); ++j) {
                const auto as = [&](std::size_t k) { return cs::lab(cs::seen(cs::linear(look.opinions[k].band.rgb), vision)); };
                EXPECT_GE(cs::ciede2000(as(i), as(j)), 25) << "roles " << i << " and " << j << ", vision " << static_cast<int>(vision);
            }
}

TEST_P(EveryTheme, TextOnEveryGroundHasContrast) {
    struct Pair {
        const char* name;
        Colour text, ground;
    };
    std::vector<Pair> pairs = {
        {"ink on ground", look.ink, look.ground},         {"ink on card", look.ink, look.card},
        {"secondary on ground", look.secondary, look.ground}, {"secondary on card", look.secondary, look.card},
        {"alarm on ground", look.alarm, look.ground},     {"alarm on card", look.alarm, look.card},
        {"soon on card", look.soon, look.card},           {"link on card", look.link, look.card},
        {"rail", look.onRail, look.rail},                 {"open tab", look.onRailActive, look.rail},
        {"chip", look.onChip, look.cell},                 {"cell", look.ink, look.cell},
        {"cell note", look.secondary, look.cell},         {"stale cell", look.onWarnCell, look.warnCell},
        {"stale number", look.ink, look.warnCell},        {"selected", look.onSelected, look.selected},
        {"pressed", look.ink, look.pressed},              {"gap", look.alarm, look.gapCell},
    };
    for (const OpinionColours& opinion : look.opinions) {
        pairs.push_back({"band", opinion.onBand, opinion.band});
        pairs.push_back({"opinion chip", opinion.onChip, opinion.chip});
    }
    for (const Pair& pair : pairs) EXPECT_GE(cs::contrast(pair.text.rgb, pair.ground.rgb), 4.5) << pair.name;
}

TEST_P(EveryTheme, ZerosAndShapesCanBeSeen) {
    // Large text and graphics: WCAG 2.2 asks for 3:1 (1.4.3, 1.4.11). A zero is faint on purpose, but not below that.
    EXPECT_GE(cs::contrast(look.faint.rgb, look.card.rgb), 2.5);
    EXPECT_GE(cs::contrast(look.focus.rgb, look.card.rgb), 3);
    EXPECT_GE(cs::contrast(look.focus.rgb, look.ground.rgb), 3);
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme, testing::Values(ThemeName::Light, ThemeName::Dark),
                         [](const auto& theme) { return theme.param == ThemeName::Dark ? "Dark" : "Light"; });

} // namespace
} // namespace sightline
