#include <cstdlib>
#include <filesystem>

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_TRUETYPE_TABLES_H
#include <gtest/gtest.h>

#include "assets/embedded.h"
#include "data/sample.h"
#include "render/offscreen.h"
#include "render/png_file.h"
#include "tests/support/pages.h"
#include "tests/support/places.h"

namespace sightline {
namespace {

using testing_support::PageBuilder;
using testing_support::Scene;

constexpr int kTolerance = 2; // per channel, of 255

Picture paint(const char* sample, ThemeName theme, const Location& here, const Room& room) {
    const auto snapshot = sampleSnapshot(sample);
    auto context = OffscreenContext::create(room.width, room.height);
    if (!snapshot || !context) return {};
    PageBuilder pages(*snapshot, room, theme);
    (*context)->target().setAtlas(pages.frame().takeAtlas());
    Scene scene{"golden", {}};
    scene.state.here = here;
    pages.build(scene);
    (*context)->target().paint(pages.frame().drawData(), room.width, room.height, lookOf(theme).ground.rgb);
    return (*context)->read();
}

int failingPixels(const Picture& a, const Picture& b) {
    int failing = 0;
    for (std::size_t i = 0; i + 2 < a.rgb.size(); i += 3) {
        bool differs = false;
        for (std::size_t channel = 0; channel < 3; ++channel)
            differs |= std::abs(int{a.rgb[i + channel]} - int{b.rgb[i + channel]}) > kTolerance;
        failing += differs ? 1 : 0;
    }
    return failing;
}

/// Which Inter is embedded: Debian 12 has version 3, Debian 13 version 4, and their letters differ.
std::string interVersion() {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    const std::string_view font = embeddedFile("Inter-Regular.otf");
    std::string version = "unknown";
    if (FT_Init_FreeType(&library) == 0 && FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(font.data()),
                                                              static_cast<FT_Long>(font.size()), 0, &face) == 0)
        if (const auto* head = static_cast<const TT_Header*>(FT_Get_Sfnt_Table(face, FT_SFNT_HEAD)))
            version = std::to_string(head->Font_Revision >> 16);
    FT_Done_FreeType(library);
    return version;
}

/// Compares with tests/gl/golden/inter-VERSION/NAME.png. With SIGHTLINE_UPDATE_GOLDEN set it writes that file instead.
void expectGolden(const Picture& picture, const std::string& name) {
    ASSERT_FALSE(picture.rgb.empty()) << "no OpenGL without a window here";
    const std::string golden =
        std::string(testing_support::kSourceDir) + "/tests/gl/golden/inter-" + interVersion() + "/" + name + ".png";
    if (std::getenv("SIGHTLINE_UPDATE_GOLDEN") != nullptr) {
        ASSERT_TRUE(writePng(picture, golden));
        GTEST_SKIP() << "wrote " << golden;
    }
    const auto expected = readPng(golden);
    ASSERT_TRUE(expected) << expected.error().message();
    ASSERT_EQ(picture.width, expected->width);
    ASSERT_EQ(picture.height, expected->height);
    if (const int failing = failingPixels(picture, *expected); failing > 0) {
        const std::string seen = name + "-seen.png";
        ASSERT_TRUE(writePng(picture, seen));
        ADD_FAILURE() << failing << " pixels differ; see " << std::filesystem::absolute(seen).string();
    }
}

// Few and small: the overview tells if shapes, type or colour went wrong, the map tells it of cells and chips.
TEST(Golden, OverviewLight) {
    expectGolden(paint("northmoor", ThemeName::Light, {}, {640, 360, 65, 2}), "overview-light");
}
TEST(Golden, OverviewDark) {
    expectGolden(paint("northmoor", ThemeName::Dark, {}, {640, 360, 65, 2}), "overview-dark");
}
TEST(Golden, OverviewHighContrast) {
    expectGolden(paint("northmoor", ThemeName::HighContrast, {}, {640, 360, 65, 2}), "overview-high-contrast");
}
TEST(Golden, OverviewBlackAndWhite) {
    expectGolden(paint("northmoor", ThemeName::BlackAndWhite, {}, {640, 360, 65, 2}), "overview-black-and-white");
}
TEST(Golden, Map) {
    expectGolden(paint("northmoor", ThemeName::Light, {Page::Map, 0}, {640, 360, 65, 2}), "map-light");
}

TEST(GlTarget, PaintsTheGroundWhereThereIsNothingElse) {
    auto context = OffscreenContext::create(8, 8);
    ASSERT_TRUE(context) << context.error().message();
    (*context)->target().paint(nullptr, 8, 8, 0xEEF1F4);
    const Picture picture = (*context)->read();
    EXPECT_EQ(picture.rgb[0], 0xEE);
    EXPECT_EQ(picture.rgb[1], 0xF1);
    EXPECT_EQ(picture.rgb[2], 0xF4);
}

TEST(PngFile, SaysWhichFileCouldNotBeWrittenOrRead) {
    const auto written = writePng({1, 1, {0, 0, 0}}, "/nowhere/at/all.png");
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().message().find("/nowhere/at/all.png"), std::string::npos);
    EXPECT_FALSE(readPng("/nowhere/at/all.png"));
}

} // namespace
} // namespace sightline
