#include "render/room.h"

#include <gtest/gtest.h>

#include "data/model.h"
#include "render/fonts.h"

namespace sightline {
namespace {

TEST(Room, TurnsMillimetresIntoPixels) {
    const Room room; // 65 inch, 1920×1080: 2203 pixels over 1651 mm
    EXPECT_NEAR(room.px(20), 26.7F, 0.1F);
    EXPECT_NEAR(Room({3840, 2160, 65, 4}).px(20), 53.4F, 0.1F);
}

TEST(Room, AsksForTheAnglesOfTheStandard) {
    const Room room;
    // 16 minutes of arc at 4 m are 18.6 mm; 0.7 degrees at 0.6 m are 7.3 mm.
    EXPECT_NEAR(room.glanceCapHeight() / room.px(1), 18.62F, 0.05F);
    EXPECT_NEAR(room.touchCapHeight() / room.px(1), 7.33F, 0.05F);
}

TEST(Room, DrawsAtTheSizeOfTheDrawingsOnItsPanel) {
    EXPECT_FLOAT_EQ(Room({1920, 1080, 65, 4}).scale(), 1);
    EXPECT_FLOAT_EQ(Room({3840, 2160, 65, 4}).scale(), 2);
    EXPECT_FLOAT_EQ(Room({1080, 1920, 65, 4}).scale(), 1);
}

TEST(TypeSizes, FollowTheDrawingsUntilDistanceAsksForMore) {
    const auto near = typeSizes({1920, 1080, 65, 4});
    EXPECT_EQ(near[static_cast<std::size_t>(Style::PageTitle)], 44);
    EXPECT_EQ(near[static_cast<std::size_t>(Style::Status)], 40);
    const Room farRoom{1920, 1080, 65, 9};
    const auto far = typeSizes(farRoom);
    const float cap = far[static_cast<std::size_t>(Style::Status)] * 1490 / 2048;
    EXPECT_GE(cap, farRoom.glanceCapHeight());
    EXPECT_EQ(far[static_cast<std::size_t>(Style::Row)], 27) << "text under a finger does not grow with the room";
}

TEST(Room, SizesAndDistancesAreTwoSidesOfTheSameAngle) {
    const Room room{3840, 2160, 65, 4};
    // tan 20′ × 4 m = 23.27 mm; tan 16′ × 4 m = 18.62 mm.
    EXPECT_NEAR(room.capHeight(20) / room.px(1), 23.27, 0.01);
    EXPECT_NEAR(room.capHeight(16) / room.px(1), 18.62, 0.01);
    EXPECT_NEAR(room.readableFrom(room.capHeight(20), 20), 4, 1e-4);
    EXPECT_NEAR(room.readableFrom(room.capHeight(20), 16), 5, 1e-3);
}

TEST(TypeSizes, LargerTextIsLargerEverywhereButInTheSamplesOfTheTestPattern) {
    const Room room{1920, 1080, 65, 4};
    Room larger = room;
    larger.textScale = 1.5;
    const auto sizes = typeSizes(room);
    const auto grown = typeSizes(larger);
    for (std::size_t i = 0; i < kStyleCount; ++i) {
        const bool exact = i == static_cast<std::size_t>(Style::Arc16) || i == static_cast<std::size_t>(Style::Arc20);
        EXPECT_NEAR(grown.at(i), sizes.at(i) * (exact ? 1.0F : 1.5F), 0.51F) << i;
    }
}

TEST(BakedFonts, HoldTheLettersOfASnapshotAndOnlyDigitsForNumbers) {
    Snapshot snapshot;
    snapshot.checklist.authority = "Cyngor Tŷ Mawr";
    const std::u32string characters = charactersFor(&snapshot);
    EXPECT_NE(characters.find(U'ŷ'), std::u32string::npos);
    EXPECT_EQ(characters.find(U'ł'), std::u32string::npos);
    const BakedFonts fonts = bakeFonts({}, characters);
    const auto& title = fonts.fonts[static_cast<std::size_t>(Style::PageTitle)];
    const auto& number = fonts.fonts[static_cast<std::size_t>(Style::Number)];
    EXPECT_GT(title.glyphs.size(), 100U);
    EXPECT_LT(number.glyphs.size(), 15U);
    for (const BakedGlyph& glyph : title.glyphs) {
        EXPECT_LE(glyph.u + glyph.w, fonts.atlas.width);
        EXPECT_LE(glyph.v + glyph.h, fonts.atlas.height);
    }
    EXPECT_EQ(fonts.atlas.pixels.size(),
              static_cast<std::size_t>(fonts.atlas.width) * static_cast<std::size_t>(fonts.atlas.height));
    const auto white = static_cast<std::size_t>(fonts.whiteV) * static_cast<std::size_t>(fonts.atlas.width) +
                       static_cast<std::size_t>(fonts.whiteU);
    EXPECT_EQ(fonts.atlas.pixels[white], 255);
}

} // namespace
} // namespace sightline
