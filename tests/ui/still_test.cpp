#include "app/still.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

/// `render` and `targets` with the configuration file of a wall.
class StillOfAWall : public testing::Test {
protected:
    StillOptions with(const std::string& settings) {
        options.source.sample = "northmoor";
        options.config = folder.write("sightline.toml", settings).string();
        return options;
    }
    static bool names(Still& still, std::string_view label) {
        return std::ranges::any_of(still.targets().all(), [label](const Target& target) {
            return target.label.find(label) != std::string_view::npos;
        });
    }

    TempFolder folder;
    StillOptions options;
};

constexpr const char* kScheme = R"(scheme = ["#278577", "#2B2D7E", "#F2C037", "#8B171E", "#D9E0E6"])";

TEST_F(StillOfAWall, LooksAsTheFileSays) {
    const auto still = Still::build(
        with(std::string("[room]\ndiagonal = 43\n[wall]\ntheme = \"dark\"\ntext = 150\n") + kScheme + "\n"));
    ASSERT_TRUE(still) << still.error().message();
    EXPECT_EQ((*still)->look().ground, lookOf(ThemeName::Dark).ground);
    EXPECT_EQ((*still)->look().opinion(ColourRole::Good).band, Colour{0x278577});
    EXPECT_EQ((*still)->room().diagonalIn, 43);
    EXPECT_EQ((*still)->room().textScale, 1.5);
}

TEST_F(StillOfAWall, TheTestPatternDoesSoWithoutASnapshot) {
    StillOptions pattern = with(std::string("[wall]\n") + kScheme + "\n");
    pattern.source = {};
    pattern.page = {Page::Pattern};
    const auto still = Still::build(pattern);
    ASSERT_TRUE(still) << still.error().message();
    EXPECT_EQ((*still)->look().opinion(ColourRole::Good).band, Colour{0x278577});
}

TEST_F(StillOfAWall, TheCommandLineGoesBeforeTheFile) {
    StillOptions asked = with("[wall]\ntheme = \"dark\"\ntext = 150\n");
    asked.viewing.theme = ThemeName::Light;
    asked.given = {"--theme"};
    const auto still = Still::build(asked);
    ASSERT_TRUE(still) << still.error().message();
    EXPECT_EQ((*still)->look().ground, lookOf(ThemeName::Light).ground);
    EXPECT_EQ((*still)->room().textScale, 1.5);
}

TEST_F(StillOfAWall, ShowsWhatTheFileLetsTheRoomSee) {
    StillOptions evidence = with("[wall]\ntheme = \"light\"\n");
    evidence.page = {Page::Evidence};
    constexpr std::string_view kMarked = "Corporate risk register";
    auto still = Still::build(evidence);
    ASSERT_TRUE(still) << still.error().message();
    EXPECT_TRUE(names(**still, kMarked));
    with("[privacy]\nhidden = [\"OFFICIAL-SENSITIVE\"]\ntitle_only = []\n");
    still = Still::build(evidence);
    ASSERT_TRUE(still) << still.error().message();
    EXPECT_FALSE(names(**still, kMarked));
}

TEST_F(StillOfAWall, AFileThatAWallWouldNotTakeIsRefused) {
    const auto still = Still::build(with("[wall]\n\nthemes = \"dark\"\n"));
    ASSERT_FALSE(still);
    EXPECT_NE(still.error().message().find("sightline.toml:3: wall.themes: There is no such setting"),
              std::string::npos)
        << still.error().message();
}

TEST_F(StillOfAWall, WithoutAFileTheMachinesOwnMakesNoDifference) {
    options.source.sample = "northmoor";
    const auto still = Still::build(options);
    ASSERT_TRUE(still);
    EXPECT_EQ((*still)->look().opinion(ColourRole::Good).band, lookOf(ThemeName::Light).opinion(ColourRole::Good).band);
}

} // namespace
} // namespace sightline
