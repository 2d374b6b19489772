#include <zlib.h>

#include "tests/support/bombs.h"
#include "tests/support/raw_zip.h"
#include "tests/support/test_pictures.h"

namespace sightline::testing_support {
namespace {

std::string number(std::uint32_t value) {
    std::string out;
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xffU);
    return out;
}

std::string chunk(const std::string& name, const std::string& bytes) {
    const std::string summed = name + bytes;
    const auto sum = ::crc32(0, reinterpret_cast<const Bytef*>(summed.data()), static_cast<uInt>(summed.size()));
    return number(static_cast<std::uint32_t>(bytes.size())) + summed + number(static_cast<std::uint32_t>(sum));
}

// As zlib packs, whose checksum nobody comes to.
std::string packed(const std::string& bytes) { return "\x78\xda" + deflated(bytes); }

struct Claim {
    std::uint32_t width = 64;
    std::uint32_t height = 64;
    int depth = 8;
    int colourType = 2;
    bool interlaced = false;
};

// A PNG that says this, with further chunks before its picture, which are some rows of black.
std::string png(const Claim& claim, const std::string& chunks = "") {
    std::string head = number(claim.width) + number(claim.height);
    head += {static_cast<char>(claim.depth), static_cast<char>(claim.colourType), 0, 0,
             static_cast<char>(claim.interlaced ? 1 : 0)};
    return "\x89PNG\r\n\x1a\n" + chunk("IHDR", head) + chunks + chunk("IDAT", packed(std::string(100'000, '\0')));
}

// The frame header says so many rows and columns.
std::string jpegOf(int side) {
    std::string bytes = TestJpeg{}.bytes();
    const std::size_t at = bytes.find("\xff\xc0") + 5;
    for (const std::size_t place : {at, at + 2}) {
        bytes[place] = static_cast<char>(side >> 8 & 0xff);
        bytes[place + 1] = static_cast<char>(side & 0xff);
    }
    return bytes;
}

// A progressive picture of many pixels whose scans come again and again (LIBJPEG-TURBO's "two issues" of 2015).
std::string manyScans() {
    const std::string one = TestJpeg{1'500, 1'500, 3, true}.bytes();
    const std::size_t first = one.find("\xff\xda");
    const std::size_t second = one.find("\xff\xc4", first);
    std::string bytes = one.substr(0, first);
    for (int i = 0; i < 3'000; ++i) bytes += one.substr(first, second - first);
    return bytes;
}

} // namespace

std::vector<Bomb> pictureBombs() {
    const std::string kTooMany = "too many pixels";
    const std::string kDamaged = "damaged, or cut short";
    return {
        bombOf(
            "claims.png", [] { return png({.width = 60'000, .height = 60'000}); }, kTooMany),
        bombOf(
            "most-it-can.png", [] { return png({.width = 0x7fffffff, .height = 0x7fffffff}); }, kTooMany),
        bombOf(
            "long-row.png", [] { return png({.width = 0x7fffffff, .height = 1, .depth = 16, .colourType = 6}); },
            kTooMany),
        bombOf(
            "interlaced.png", [] { return png({.width = 9'000, .height = 9'000, .interlaced = true}); }, kTooMany),
        bombOf(
            "cut.png", [] { return png({.width = 20'000, .height = 20'000, .depth = 16, .colourType = 6}); }, kDamaged),
        bombOf(
            "text.png",
            [] { return png({}, chunk("zTXt", std::string("a\0\0", 3) + packed(std::string(30'000'000, 'x')))); },
            kDamaged),
        bombOf(
            "profile.png",
            [] { return png({}, chunk("iCCP", std::string("a\0\0", 3) + packed(std::string(30'000'000, 'x')))); },
            kDamaged),
        bombOf(
            "many-chunks.png", [] { return png({}, repeated(chunk("tEXt", std::string("a\0b", 3)), 500'000)); },
            kDamaged),
        bombOf(
            "claims.jpg", [] { return jpegOf(60'000); }, kTooMany),
        bombOf(
            "cut.jpg", [] { return jpegOf(19'000); }, kDamaged),
        bombOf("many-scans.jpg", manyScans, kDamaged),
    };
}

} // namespace sightline::testing_support
