#include "data/import/evidence/picture_decode.h"

#include <gtest/gtest.h>

#include "data/import/evidence/raster.h"
#include "data/limited/limited_process.h"
#include "tests/support/snapshot_files.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_pictures.h"

namespace sightline {
namespace {

using testing_support::TestJpeg;
using testing_support::TestPng;

/// A decoded picture, or the code it ended with.
struct Decoded {
    int code = -1;
    Raster raster;
    [[nodiscard]] std::string pixel(int x, int y) const {
        const std::uint8_t* at = raster.row(y) + static_cast<size_t>(x) * 3;
        return std::to_string(at[0]) + "," + std::to_string(at[1]) + "," + std::to_string(at[2]);
    }
};

Decoded decoded(const std::string& bytes, decltype(decodePng)* decode, int side = 2'000) {
    const TempFolder folder;
    const auto file = folder.write("picture", bytes);
    const auto into = folder.path() / "out.ppm";
    ProcessLimits limits;
    limits.processorTime = std::chrono::seconds(10);
    const Ended ended = runLimited({{}, [&] { return decode(file, side, into); }, folder.path(), limits, {}});
    Decoded result{ended.code, {}};
    if (ended.fine()) result.raster = must(readPpm(into));
    return result;
}

std::string at(std::string bytes, size_t place, std::string_view replacement) {
    return bytes.replace(place, replacement.size(), replacement);
}

TEST(PictureDecode, ReadsEveryKindOfPng) {
    for (const bool interlaced : {false, true})
        for (const auto& [type, depth] :
             {std::pair(0, 1), {0, 8}, {0, 16}, {2, 8}, {2, 16}, {3, 8}, {4, 8}, {6, 8}, {6, 16}}) {
            const Decoded picture = decoded(TestPng{64, 48, type, depth, interlaced}.bytes(), decodePng);
            ASSERT_EQ(picture.code, kDecoded) << type << ' ' << depth << ' ' << interlaced;
            EXPECT_EQ(picture.raster.width, 64);
            EXPECT_EQ(picture.raster.height, 48);
            const bool grey = (type & 2) == 0;
            EXPECT_EQ(picture.pixel(0, 0), grey ? "0,0,0" : "255,0,0");
            EXPECT_EQ(picture.pixel(63, 47), grey         ? "255,255,255"
                                             : (type & 4) ? "127,127,255"
                                                          : "0,0,255"); // over white
        }
}

TEST(PictureDecode, RefusesBrokenPngs) {
    const std::string whole = TestPng{}.bytes();
    for (const size_t length : {size_t{8}, size_t{40}, whole.size() / 2, whole.size() - 12})
        EXPECT_EQ(decoded(whole.substr(0, length), decodePng).code, kPictureDamaged) << length;
    EXPECT_EQ(decoded(at(whole, 50, "XXXXXXXX"), decodePng).code, kPictureDamaged);
    EXPECT_EQ(decoded("", decodePng).code, kPictureDamaged);
}

TEST(PictureDecode, RefusesPngBombs) {
    // 25,000 x 25,000 pixels said by the header: too many to pass, and an interlaced one is never held.
    EXPECT_EQ(decoded(TestPng{25'000, 17'000, 0, 1}.bytes(), decodePng).code, kPictureTooLarge);
    EXPECT_EQ(decoded(TestPng{9'000, 9'000, 0, 1, true}.bytes(), decodePng).code, kPictureTooLarge);
    EXPECT_EQ(decoded(TestPng{31'000, 2, 0, 1}.bytes(), decodePng).code, kPictureTooLarge);
}

TEST(PictureDecode, MakesLargePicturesSmaller) {
    const Decoded picture = decoded(TestPng{3'000, 1'000}.bytes(), decodePng, 300);
    EXPECT_EQ(picture.raster.width, 300);
    EXPECT_EQ(picture.raster.height, 100);
    EXPECT_EQ(picture.pixel(149, 50), "255,0,0");
    EXPECT_EQ(picture.pixel(150, 50), "0,0,255");
    EXPECT_EQ(decoded(TestPng{3'000, 1}.bytes(), decodePng, 100).raster.height, 1);
}

TEST(PictureDecode, ReadsEveryKindOfJpeg) {
    for (const int components : {1, 3, 4})
        for (const bool progressive : {false, true}) {
            const Decoded picture = decoded(TestJpeg{64, 48, components, progressive}.bytes(), decodeJpeg);
            ASSERT_EQ(picture.code, kDecoded) << components << progressive;
            const std::uint8_t* left = picture.raster.row(10) + 15;
            const std::uint8_t* right = picture.raster.row(10) + 180;
            EXPECT_NEAR(left[0], 200, 6) << components;
            EXPECT_NEAR(left[1], components == 1 ? 200 : 20, 6) << components;
            EXPECT_NEAR(right[2], components == 1 ? 150 : 255, 6) << components;
        }
    EXPECT_EQ(decoded(TestJpeg{4'000, 3'000}.bytes(), decodeJpeg, 400).raster.height, 300);
}

TEST(PictureDecode, TurnsPhotographsUpright) {
    // Where the dark half, which is on the left as stored, belongs: left, right, top or bottom.
    const std::array<const char*, 9> expected = {"left", "left", "right",  "right", "left",
                                                 "top",  "top",  "bottom", "bottom"};
    for (int orientation = 0; orientation <= 8; ++orientation) {
        const Decoded picture = decoded(TestJpeg{64, 32, 3, false, orientation}.bytes(), decodeJpeg);
        ASSERT_EQ(picture.code, kDecoded);
        const Raster& raster = picture.raster;
        const auto dark = [&](int x, int y) { return raster.row(y)[static_cast<size_t>(x) * 3 + 1] < 100; };
        const int right = raster.width - 1;
        const int bottom = raster.height - 1;
        const std::string side = dark(0, 0) && dark(0, bottom)           ? "left"
                                 : dark(right, 0) && dark(right, bottom) ? "right"
                                 : dark(0, 0)                            ? "top"
                                                                         : "bottom";
        EXPECT_EQ(side, expected.at(static_cast<size_t>(orientation))) << orientation;
        EXPECT_EQ(raster.width, orientation >= 5 ? 32 : 64);
    }
}

TEST(PictureDecode, RefusesBrokenJpegs) {
    const std::string whole = TestJpeg{}.bytes();
    for (const size_t length : {size_t{3}, size_t{100}, whole.size() / 2, whole.size() - 20})
        EXPECT_EQ(decoded(whole.substr(0, length), decodeJpeg).code, kPictureDamaged) << length;
    EXPECT_EQ(decoded(whole + "some more", decodeJpeg).code, kDecoded);
    const size_t size = whole.find("\xff\xc0") + 5; // height and width in the frame header
    EXPECT_EQ(decoded(at(whole, size, "\xff\x00\xff\x00"), decodeJpeg).code, kPictureTooLarge);
}

} // namespace
} // namespace sightline
