#include "data/import/evidence/page_png.h"

#include <random>

#include <gtest/gtest.h>

#include "data/digest.h"
#include "data/limits.h"
#include "data/page_pictures.h"
#include "tests/support/example_document.h"
#include "tests/support/snapshot_files.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

template <class Colour>
Raster rasterOf(int width, int height, Colour colour) {
    Raster raster{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int part : colour(x, y)) raster.rgb.push_back(static_cast<std::uint8_t>(part));
    return raster;
}

using Rgb = std::array<int, 3>;

int colourType(const PagePng& page) { return page.bytes.at(25); }

// What a snapshot says of it.
std::string problem(const PagePng& page) {
    return pictureProblem(page.bytes, {1, page.width, page.height, testing_support::digestOf(page.bytes), ""})
        .value_or("none");
}

Raster noise(int width, int height) {
    std::mt19937 random(7);
    return rasterOf(width, height, [&](int, int) {
        const auto value = static_cast<unsigned>(random());
        return Rgb{static_cast<int>(value & 255), static_cast<int>(value >> 8 & 255),
                   static_cast<int>(value >> 16 & 255)};
    });
}

TEST(PagePng, IsGreyWithPaletteOrInFullColour) {
    const auto grey = must(pagePng(rasterOf(300, 200, [](int x, int) { return Rgb{x & 255, x & 255, x & 255}; })));
    EXPECT_EQ(colourType(grey), 0);
    const auto palette = must(pagePng(rasterOf(256, 200, [](int x, int) { return Rgb{x & 255, 0, 255}; })));
    EXPECT_EQ(colourType(palette), 3);
    const auto full = must(pagePng(rasterOf(257, 200, [](int x, int) { return Rgb{x & 255, x >> 8, 255}; })));
    EXPECT_EQ(colourType(full), 2);
    for (const auto& page : {grey, palette, full}) EXPECT_EQ(problem(page), "none");
    EXPECT_FALSE(full.madeSmaller);
}

TEST(PagePng, IsMadeSmallerWhereItWouldBeALargeFile) {
    const auto page = must(pagePng(noise(1'600, 1'200), 5'000'000));
    EXPECT_TRUE(page.madeSmaller);
    EXPECT_LE(page.bytes.size(), 5'000'000);
    EXPECT_GE(page.width, 1'400);
    EXPECT_EQ(problem(page), "none");
    // Not so small that it cannot be read, unless it would not fit at all.
    EXPECT_EQ(must(pagePng(noise(1'600, 1'200), 100'000)).width, 1'400);
    const auto large = must(pagePng(noise(1'400, 2'200), 100'000));
    EXPECT_LE(large.bytes.size(), limits::kPictureBytes);
    EXPECT_EQ(large.height, 1'400);
}

TEST(Raster, ReadsOnlyPixmapsOfASoundSize) {
    const TempFolder folder;
    const auto read = [&](const std::string& bytes) { return readPpm(folder.write("p.ppm", bytes)).has_value(); };
    EXPECT_TRUE(read("P6\n1 1\n255\nabc"));
    EXPECT_FALSE(read("P6\n1 1\n255\nab"));
    EXPECT_FALSE(read("P6\n0 1\n255\n"));
    EXPECT_FALSE(read("P6\n-1 1\n255\nabc"));
    EXPECT_FALSE(read("P6\n8193 1\n255\n" + std::string(30'000, 'x')));
    EXPECT_FALSE(read("P6\n8000 8000\n255\n"));
    EXPECT_FALSE(read("P6\n1 1\n65535\nabcdef"));
    EXPECT_FALSE(read("P5\n1 1\n255\na"));
    EXPECT_FALSE(read(""));
    EXPECT_FALSE(readPpm(folder.path() / "missing").has_value());
}

TEST(Raster, IsScaledByTheAverageOfWhatAPixelCovers) {
    const Raster board = rasterOf(4, 4, [](int x, int y) {
        return (x + y) % 2 == 0 ? Rgb{0, 0, 0} : Rgb{200, 100, 50};
    });
    const Raster half = scaledTo(board, {2, 2});
    EXPECT_EQ(half, rasterOf(2, 2, [](int, int) { return Rgb{100, 50, 25}; }));
    // Three pixels become two: each takes one and a half.
    const Raster row = rasterOf(3, 1, [](int x, int) { return Rgb{x * 90, 0, 0}; });
    EXPECT_EQ(scaledTo(row, {2, 1}), rasterOf(2, 1, [](int x, int) { return Rgb{x == 0 ? 30 : 150, 0, 0}; }));
    EXPECT_EQ(scaledTo(board, {4, 4}), board);
    EXPECT_EQ(scaledTo(noise(1'237, 911), {1, 1}).rgb.size(), 3);
    for (const auto& size : {AreaScaler::Size{1'236, 910}, {700, 3}, {11, 911}}) {
        const Raster white = scaledTo(rasterOf(1'237, 911, [](int, int) { return Rgb{255, 255, 255}; }), size);
        EXPECT_EQ(white, rasterOf(size.width, size.height, [](int, int) { return Rgb{255, 255, 255}; }));
    }
}

TEST(Raster, FitsTheLongerSide) {
    EXPECT_EQ(fitted({100, 200}, 300), (AreaScaler::Size{100, 200}));
    EXPECT_EQ(fitted({1'000, 3'000}, 300), (AreaScaler::Size{100, 300}));
    EXPECT_EQ(fitted({1, 3'000}, 300), (AreaScaler::Size{1, 300}));
}

} // namespace
} // namespace sightline
