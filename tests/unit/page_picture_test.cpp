#include "render/page_picture.h"

#include <gtest/gtest.h>
#include <random>
#include <string>

#include "tests/support/example_document.h"

namespace sightline {
namespace {

using testing_support::digestOf;
using testing_support::greyPng;
using testing_support::palettePng;
using testing_support::pngOf;

DocumentPage rowFor(const std::string& png, int width, int height) { return {1, width, height, digestOf(png), ""}; }

Result<PagePicture> decode(const std::string& png, int width, int height) {
    return decodePage(png, rowFor(png, width, height));
}

std::vector<int> firstPixels(const PagePicture& picture, std::size_t count) {
    return {picture.pixels.begin(), picture.pixels.begin() + static_cast<std::ptrdiff_t>(count)};
}

TEST(PagePicture, GreyComesOutAsItWentInWithItsSmallerLevels) {
    const auto picture = decode(pngOf(4, 2, 1, {0, 40, 80, 120, 20, 60, 100, 140}), 4, 2);
    ASSERT_TRUE(picture) << picture.error().message();
    EXPECT_EQ(picture->channels, 1);
    EXPECT_EQ(picture->levels(), 3);
    ASSERT_EQ(picture->pixels.size(), textureBytes(4, 2, 1));
    EXPECT_EQ(firstPixels(*picture, 11), (std::vector{0, 40, 80, 120, 20, 60, 100, 140, 30, 110, 70}));
}

TEST(PagePicture, ColourComesOutWithFourBytesAPixel) {
    const auto picture = decode(pngOf(2, 1, 3, {1, 2, 3, 101, 102, 103}), 2, 1);
    ASSERT_TRUE(picture) << picture.error().message();
    EXPECT_EQ(picture->channels, 4);
    EXPECT_EQ(firstPixels(*picture, 12), (std::vector{1, 2, 3, 0, 101, 102, 103, 0, 51, 52, 53, 0}));
}

TEST(PagePicture, GreyToldInColoursTakesOneByteAPixel) {
    const auto told = decode(pngOf(2, 1, 3, {9, 9, 9, 200, 200, 200}), 2, 1);
    ASSERT_TRUE(told) << told.error().message();
    EXPECT_EQ(told->channels, 1);
    EXPECT_EQ(firstPixels(*told, 2), (std::vector{9, 200}));
}

TEST(PagePicture, PalettesAreLookedUp) {
    std::vector<std::uint8_t> places(400);
    for (std::size_t i = 0; i < places.size(); ++i) places[i] = static_cast<std::uint8_t>(i % 20);
    std::vector<std::uint8_t> colours;
    std::vector<std::uint8_t> greys;
    for (std::uint8_t i = 0; i < 20; ++i) {
        for (const int channel : {i * 3, i * 5, i * 7}) colours.push_back(static_cast<std::uint8_t>(channel));
        for (int channel = 0; channel < 3; ++channel) greys.push_back(static_cast<std::uint8_t>(i * 10));
    }
    const auto coloured = decode(palettePng(20, 20, places, colours), 20, 20);
    ASSERT_TRUE(coloured) << coloured.error().message();
    EXPECT_EQ(coloured->channels, 4);
    EXPECT_EQ(firstPixels(*coloured, 12), (std::vector{0, 0, 0, 0, 3, 5, 7, 0, 6, 10, 14, 0}));
    const auto grey = decode(palettePng(20, 20, places, greys), 20, 20);
    ASSERT_TRUE(grey) << grey.error().message();
    EXPECT_EQ(grey->channels, 1);
    EXPECT_EQ(firstPixels(*grey, 3), (std::vector{0, 10, 20}));
}

TEST(PagePicture, WhatIsTooLargeIsAveragedDownToItsShare) {
    // 40 million pixels in some ten thousand bytes: the largest that a snapshot may hold.
    const std::string bomb = greyPng(8192, 4882, 77);
    ASSERT_LT(bomb.size(), 100'000U);
    const auto picture = decode(bomb, 8192, 4882);
    ASSERT_TRUE(picture) << picture.error().message();
    EXPECT_EQ(picture->width, 4096);
    EXPECT_EQ(picture->height, 2441);
    EXPECT_LE(picture->pixels.size(), kPageTextureShare);
    EXPECT_EQ(picture->pixels.capacity(), picture->pixels.size());
    EXPECT_EQ(picture->pixels.front(), 77);
    EXPECT_EQ(picture->pixels.back(), 77);
}

TEST(PagePicture, AnUnevenRestIsAveragedOverItself) {
    std::vector<std::uint8_t> pixels(4097);
    pixels.back() = 200;
    const auto picture = decode(pngOf(4097, 1, 1, pixels), 4097, 1);
    ASSERT_TRUE(picture) << picture.error().message();
    ASSERT_EQ(picture->width, 2049);
    EXPECT_EQ(picture->pixels[2048], 200) << "the last column stands alone";
    EXPECT_EQ(picture->pixels[2047], 0);
}

TEST(PagePicture, WhatIsNotThePageIsRefusedInASentence) {
    const std::string png = greyPng(60, 80, 9);
    const auto refusal = [](const Result<PagePicture>& result) {
        return result ? std::string("decoded") : result.error().sentence;
    };
    EXPECT_EQ(refusal(decode(png, 60, 81)), "The picture has another size than its row says.");
    EXPECT_EQ(refusal(decodePage(png, {1, 60, 80, std::string(64, '0'), ""})),
              "The picture does not have the digest of its row.");
    EXPECT_EQ(refusal(decode("", 60, 80)), "This is not a PNG picture.");
    for (const std::size_t length : {34U, 45U, 60U})
        EXPECT_EQ(refusal(decode(png.substr(0, length), 60, 80)), "Its picture is damaged.") << length;
    std::string longer = png; // says it is larger than its pixels are, in both places
    longer[23] = 81;
    EXPECT_EQ(refusal(decode(longer, 60, 81)), "Its picture is damaged.");
}

TEST(PagePicture, DamageOfAnyKindDoesNoHarm) {
    std::vector<std::uint8_t> pixels(std::size_t{60} * 80 * 3);
    for (std::size_t i = 0; i < pixels.size(); ++i) pixels[i] = static_cast<std::uint8_t>(i * 7 % 251);
    const std::string good = pngOf(60, 80, 3, pixels);
    std::mt19937 random(20260614); // NOLINT(cert-msc51-cpp): the same mutants every time
    int refused = 0;
    for (int i = 0; i < 3000; ++i) {
        std::string bad = good;
        for (int changes = 1 + i % 4; changes > 0; --changes)
            bad[33 + random() % (bad.size() - 33)] = static_cast<char>(random());
        if (i % 5 == 0) bad.resize(33 + random() % (bad.size() - 33));
        const auto result = decode(bad, 60, 80);
        if (result) {
            EXPECT_EQ(result->pixels.size(), textureBytes(60, 80, result->channels));
        } else {
            ++refused;
        }
    }
    EXPECT_GT(refused, 2000);
}

TEST(PagePicture, StopsWhenNobodyWaits) {
    int asked = 0;
    const std::string png = greyPng(60, 800, 9);
    const auto stopped = decodePage(png, rowFor(png, 60, 800), [&asked] { return ++asked < 3; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, FailureKind::Internal);
    EXPECT_LT(asked, 8) << "read on";
}

} // namespace
} // namespace sightline
