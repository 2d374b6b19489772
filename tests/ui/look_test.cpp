#include "render/look.h"

#include <set>

#include <gtest/gtest.h>

#include "render/colour_science.h"
#include "render/pattern.h"

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

/// Contrast that text has to have: WCAG 2.2, 1.4.3, and 1.4.6 in the theme for those who need more.
double textContrast(ThemeName theme) {
    return theme == ThemeName::HighContrast || theme == ThemeName::BlackAndWhite ? 7 : 4.5;
}

TEST_P(EveryTheme, BandsOfOpinionsDifferForEveryVision) {
    if (look.patterned) return; // no hue at all: see below
    for (const auto vision : {cs::Vision::Normal, cs::Vision::Protan, cs::Vision::Deutan, cs::Vision::Tritan})
        for (std::size_t i = 0; i < look.opinions.size(); ++i)
            for (std::size_t j = i + 1; j < look.opinions.size(); ++j)
                EXPECT_GE(cs::ciede2000(look.opinions[i].band.rgb, look.opinions[j].band.rgb, vision), 25)
                    << "roles " << i << " and " << j << ", vision " << static_cast<int>(vision);
}

TEST_P(EveryTheme, TextOnEveryGroundHasContrast) {
    struct Pair {
        const char* name;
        Colour text, ground;
    };
    std::vector<Pair> pairs = {
        {"ink on ground", look.ink, look.ground},
        {"ink on card", look.ink, look.card},
        {"secondary on ground", look.secondary, look.ground},
        {"secondary on card", look.secondary, look.card},
        {"alarm on ground", look.alarm, look.ground},
        {"alarm on card", look.alarm, look.card},
        {"soon on card", look.soon, look.card},
        {"link on card", look.link, look.card},
        {"rail", look.onRail, look.rail},
        {"open tab", look.onRailActive, look.rail},
        {"chip", look.onChip, look.cell},
        {"cell", look.ink, look.cell},
        {"cell note", look.secondary, look.cell},
        {"stale cell", look.onWarnCell, look.warnCell},
        {"stale number", look.ink, look.warnCell},
        {"selected", look.onSelected, look.selected},
        {"pressed", look.ink, look.pressed},
        {"gap", look.alarm, look.gapCell},
    };
    for (const OpinionColours& opinion : look.opinions) {
        pairs.push_back({"band", opinion.onBand, opinion.band});
        pairs.push_back({"opinion chip", opinion.onChip, opinion.chip});
    }
    if (look.outlined()) pairs.push_back({"open tab, filled", look.rail, look.marker});
    pairs.push_back({"number chip", look.onChip, look.cell});
    pairs.push_back({"button", look.onChip, look.chip});
    for (const Pair& pair : pairs)
        EXPECT_GE(cs::contrast(pair.text.rgb, pair.ground.rgb), textContrast(GetParam())) << pair.name;
}

TEST_P(EveryTheme, ZerosAndShapesCanBeSeen) {
    // Large text and graphics: WCAG 2.2 asks for 3:1 (1.4.3, 1.4.11). A zero is faint on purpose, but not below that.
    EXPECT_GE(cs::contrast(look.faint.rgb, look.card.rgb), 2.5);
    EXPECT_GE(cs::contrast(look.focus.rgb, look.card.rgb), 3);
    EXPECT_GE(cs::contrast(look.focus.rgb, look.ground.rgb), 3);
}

double lightness(Colour colour) { return cs::lab(cs::linear(colour.rgb)).l; }

TEST_P(EveryTheme, LinesOfAssuranceDifferInLightness) {
    for (std::size_t i = 1; i < look.lines.size(); ++i)
        EXPECT_GE(std::abs(lightness(look.lines.at(i)) - lightness(look.lines.at(i - 1))), 18) << i;
}

TEST_P(EveryTheme, StrongBordersCanBeSeen) {
    if (!look.outlined()) return;
    EXPECT_GE(look.edge, 2);
    EXPECT_GE(cs::contrast(look.hairline.rgb, look.card.rgb), 7);
    EXPECT_GE(cs::contrast(look.hairline.rgb, look.ground.rgb), 7);
    EXPECT_GE(cs::contrast(look.thumb.rgb, look.card.rgb), 7);
    EXPECT_GE(cs::contrast(look.faint.rgb, look.card.rgb), 7);
}

TEST(BlackAndWhite, HasNoHue) {
    const Look& look = lookOf(ThemeName::BlackAndWhite);
    std::vector<Colour> all = {
        look.ground,   look.card,         look.hairline, look.ink,      look.secondary,  look.faint,   look.rail,
        look.onRail,   look.onRailActive, look.marker,   look.alarm,    look.onAlarm,    look.soon,    look.link,
        look.chip,     look.onChip,       look.cell,     look.warnCell, look.onWarnCell, look.pressed, look.focus,
        look.selected, look.onSelected,   look.gapCell,  look.desk,     look.thumb,      look.off};
    all.insert(all.end(), look.lines.begin(), look.lines.end());
    all.insert(all.end(), look.due.begin(), look.due.end());
    for (const OpinionColours& opinion : look.opinions)
        all.insert(all.end(), {opinion.band, opinion.onBand, opinion.chip, opinion.onChip});
    for (const Colour colour : all) EXPECT_EQ(colour.rgb, (colour.rgb & 0xFFU) * 0x010101U) << std::hex << colour.rgb;
}

TEST(BlackAndWhite, BandsAreTheDarkerTheWorse) {
    const Look& look = lookOf(ThemeName::BlackAndWhite);
    constexpr std::array kLightestFirst = {ColourRole::None, ColourRole::Good, ColourRole::Fair, ColourRole::Caution,
                                           ColourRole::Poor};
    for (std::size_t i = 1; i < kLightestFirst.size(); ++i)
        EXPECT_GE(lightness(look.opinion(kLightestFirst.at(i - 1)).band) -
                      lightness(look.opinion(kLightestFirst.at(i)).band),
                  18)
            << i;
}

TEST(BlackAndWhite, EveryPatternMeansOneThing) {
    std::set<Pattern> opinions;
    for (const ColourRole role :
         {ColourRole::Good, ColourRole::Fair, ColourRole::Caution, ColourRole::Poor, ColourRole::None})
        EXPECT_TRUE(opinions.insert(patternOf(role)).second) << static_cast<int>(role);
    std::set<Pattern> lines;
    for (const Line line : {Line::Management, Line::Oversight, Line::Independent})
        EXPECT_TRUE(lines.insert(patternOf(line)).second) << static_cast<int>(line);
    std::set<Pattern> due;
    for (const DueGroup group :
         {DueGroup::Overdue, DueGroup::Within30Days, DueGroup::Later, DueGroup::NoDate, DueGroup::Done})
        EXPECT_TRUE(due.insert(patternOf(group)).second) << static_cast<int>(group);
}

std::string nameOf(const testing::TestParamInfo<ThemeName>& theme) {
    constexpr std::array kNames = {"Light", "Dark", "HighContrast", "BlackAndWhite"};
    return kNames.at(static_cast<std::size_t>(theme.param));
}

INSTANTIATE_TEST_SUITE_P(Themes, EveryTheme, testing::ValuesIn(kThemes), nameOf);

} // namespace
} // namespace sightline
