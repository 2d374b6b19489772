// A council's own colours for the opinions: wall.scheme.

#include "render/scheme.h"

#include <gmock/gmock.h>
#include <imgui.h>

#include "app/configuration.h"
#include "app/scheme_setting.h"
#include "data/sample.h"
#include "render/colour_science.h"
#include "tests/support/pages.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

namespace cs = colour_science;

constexpr Scheme kOwn = {{{0x278577}, {0x2B2D7E}, {0xF2C037}, {0x8B171E}, {0xD9E0E6}}};
/// As far from the standard ones as can be: dark and light change places.
constexpr Scheme kStrange = {{{0xFFFFFF}, {0xFFB000}, {0x1F6FD0}, {0xA0485A}, {0x000000}}};

class SchemeTest : public testing::Test {
protected:
    /// What is wrong with a scheme, without file, line and key.
    std::string said(const std::string& value) {
        const auto read = readConfiguration(folder.write("sightline.toml", "[wall]\nscheme = " + value + "\n"));
        if (read.problems.size() != 1) return {};
        const std::string message = read.problems.front().message();
        const std::string start = (folder.path() / "sightline.toml").string() + ":2: wall.scheme: ";
        EXPECT_TRUE(message.starts_with(start)) << message;
        return message.substr(std::min(message.size(), start.size()));
    }

    TempFolder folder;
};

TEST_F(SchemeTest, WhatIsNoSchemeIsSaid) {
    const std::string expected = "This has to be \"standard\", or five colours in square brackets, the best opinion "
                                 "first and Not assessed last, each such as \"#278577\"";
    for (const char* value : {"\"corporate\"", "5", "true", "{ good = \"#278577\" }", "\"\"", "\"#278577\""})
        EXPECT_EQ(said(value), expected + ".") << value;
    EXPECT_EQ(said(R"(["#278577", "#2B2D7E", "#F2C037", "#8B171E"])"), expected + "; there are 4 here.");
    EXPECT_EQ(said("[]"), expected + "; there are 0 here.");
    for (const char* colour :
         {"green", "#27857", "#2785770", "27857B0", "#27857G", "#-E7D5B", "#+E7D5B", "# 27857", ""})
        EXPECT_EQ(said(R"(["#2B2D7E", ")" + std::string(colour) + R"(", "#F2C037", "#8B171E", "#D9E0E6"])"),
                  expected + "; number 2, \"" + colour + "\", is not.");
    for (const char* entry : {"5", "[]", "{}", "2026-06-14"})
        EXPECT_EQ(said(R"(["#2B2D7E", "#278577", "#F2C037", "#8B171E", )" + std::string(entry) + "]"),
                  expected + "; number 5 is no text in quotation marks.");
}

TEST_F(SchemeTest, ColoursThatLookAlikeAreNamedAndSoAreThoseWhoTakeThemForOne) {
    EXPECT_EQ(said(R"(["#278577", "#2B2D7E", "#F2C037", "#278577", "#D9E0E6"])"),
              "Colours 1 and 4, #278577 and #278577, look alike to everybody; two bands have to differ by 25 "
              "(CIEDE2000), and these do by 0.0.");
    EXPECT_THAT(said(R"(["#278577", "#2B2D7E", "#F2C037", "#8B175E", "#D9E0E6"])"),
                testing::StartsWith("Colours 2 and 4, #2B2D7E and #8B175E, look alike to everybody; "));
    // Green, amber and red as everybody first thinks of them.
    EXPECT_EQ(said(R"(["#00802B", "#1F3D7A", "#FFBF00", "#C00000", "#E6E6E6"])"),
              "Colours 1 and 4, #00802B and #C00000, look alike to people with protanopia, who see no red; two bands "
              "have to differ by 25 (CIEDE2000), and these do by 16.6.");
    EXPECT_THAT(said(R"(["#278577", "#2B4C7E", "#F2C037", "#8B171E", "#D9E0E6"])"),
                testing::StartsWith("Colours 1 and 2, #278577 and #2B4C7E, look alike to people with deuteranopia, "));
    EXPECT_THAT(said(R"(["#278577", "#2B3C7E", "#F2C037", "#8B171E", "#D9E0E6"])"),
                testing::StartsWith("Colours 1 and 2, #278577 and #2B3C7E, look alike to people with tritanopia, "));
}

TEST_F(SchemeTest, WhatHoldsIsShownAsItIsWritten) {
    ShowOptions options;
    EXPECT_EQ(printScheme(options), "standard");
    options.scheme = kOwn;
    EXPECT_EQ(printScheme(options), "#278577 #2B2D7E #F2C037 #8B171E #D9E0E6");
    const auto read = readConfiguration(folder.write("sightline.toml", "[wall]\nscheme = \"standard\"\n"));
    EXPECT_TRUE(read.problems.empty());
    EXPECT_EQ(withConfiguration(options, read).scheme, std::nullopt);
}

TEST(Scheme, TheStandardOneKeepsItsOwnRule) {
    Scheme standard;
    for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark}) {
        for (std::size_t i = 0; i < standard.size(); ++i) standard.at(i) = lookOf(theme).opinions.at(i).band;
        EXPECT_EQ(schemeProblem(standard), std::nullopt);
    }
}

TEST(Scheme, BandsAreTheCouncilsAndTextOnThemCanBeRead) {
    for (const Scheme& scheme : {kOwn, kStrange})
        for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark}) {
            EXPECT_EQ(schemeProblem(scheme), std::nullopt);
            const Look look = lookOf(theme, scheme);
            for (std::size_t i = 0; i < scheme.size(); ++i) {
                const OpinionColours& colours = look.opinions.at(i);
                EXPECT_EQ(colours.band, scheme.at(i));
                EXPECT_GE(cs::contrast(colours.onBand.rgb, colours.band.rgb), kLeastTextContrast) << i;
                EXPECT_GE(cs::contrast(colours.onChip.rgb, colours.chip.rgb), kLeastTextContrast) << i;
                // Its shape also stands on cards.
                EXPECT_GE(cs::contrast(colours.onChip.rgb, look.card.rgb), kLeastTextContrast) << i;
                EXPECT_NE(colours.chip, lookOf(theme).opinions.at(i).chip) << i;
            }
        }
}

/// So that no scheme need be refused for its text: whatever the colour, black or white can be read on it.
TEST(Scheme, TextCanBeReadOnWhateverColour) {
    for (std::uint32_t at = 0; at < 17 * 17 * 17; ++at) {
        const Colour colour{std::min(255U, at % 17 * 16) << 16U | std::min(255U, at / 17 % 17 * 16) << 8U |
                            std::min(255U, at / 289 * 16)};
        for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark}) {
            const Look look = lookOf(theme, Scheme{colour, colour, colour, colour, colour});
            const OpinionColours& colours = look.opinions.front();
            ASSERT_GE(cs::contrast(colours.onBand.rgb, colour.rgb), kLeastTextContrast) << std::hex << colour.rgb;
            ASSERT_GE(cs::contrast(colours.onChip.rgb, colours.chip.rgb), kLeastTextContrast) << std::hex << colour.rgb;
            ASSERT_GE(cs::contrast(colours.onChip.rgb, look.card.rgb), kLeastTextContrast) << std::hex << colour.rgb;
        }
    }
}

TEST(Scheme, ThemesThatOweTheirBandsToContrastKeepThem) {
    for (const ThemeName theme : {ThemeName::HighContrast, ThemeName::BlackAndWhite})
        for (std::size_t i = 0; i < kOwn.size(); ++i) {
            const Look look = lookOf(theme, kOwn);
            EXPECT_EQ(look.opinions.at(i).band, lookOf(theme).opinions.at(i).band);
            EXPECT_EQ(look.opinions.at(i).onBand, lookOf(theme).opinions.at(i).onBand);
        }
    EXPECT_EQ(lookOf(ThemeName::Light, std::nullopt).opinions.front().band,
              lookOf(ThemeName::Light).opinions.front().band);
}

bool draws(const ImDrawData& data, Colour colour) {
    const std::uint32_t rgb = colour.rgb;
    const ImU32 wanted = IM_COL32(rgb >> 16U & 0xFFU, rgb >> 8U & 0xFFU, rgb & 0xFFU, 255);
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawVert& vertex : data.CmdLists[i]->VtxBuffer)
            if (vertex.col == wanted) return true;
    return false;
}

TEST(Scheme, NoPageGoesOnShowingTheStandardBands) {
    const auto sample = sampleSnapshot("northmoor");
    ASSERT_TRUE(sample);
    const Look look = lookOf(ThemeName::Light, kStrange);
    const Look& standard = lookOf(ThemeName::Light);
    testing_support::PageBuilder pages(*sample, Room{});
    std::array<bool, 5> seen{};
    Targets targets;
    for (const testing_support::Scene& scene : testing_support::scenesOf(*sample)) {
        refreshView(pages.view, scene.state, nullptr);
        pages.frame().build(pages.view, scene.state, look, Room{}, targets);
        const ImDrawData& data = *pages.frame().drawData();
        for (std::size_t i = 0; i < kStrange.size(); ++i) {
            seen.at(i) = seen.at(i) || draws(data, kStrange.at(i));
            for (const Colour old : {standard.opinions.at(i).band, standard.opinions.at(i).chip}) {
                // The alarm, done actions, stale cells, buttons and toggles have colours of their own that are the
                // same.
                const bool others = old == standard.alarm || old == standard.due.back() || old == standard.warnCell ||
                                    old == standard.chip || old == standard.selected;
                EXPECT_TRUE(others || !draws(data, old)) << scene.name << ", role " << i;
            }
        }
    }
    for (std::size_t i = 0; i < seen.size(); ++i) EXPECT_TRUE(seen.at(i)) << i;
}

} // namespace
} // namespace sightline
