#include "tests/support/test_pictures.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <vector>

#include <jpeglib.h>
#include <png.h>

namespace sightline::testing_support {
namespace {

void append(png_structp png, png_bytep bytes, png_size_t count) {
    static_cast<std::string*>(png_get_io_ptr(png))->append(reinterpret_cast<const char*>(bytes), count);
}

// One sample a pixel and channel, most significant byte first where there are two.
std::vector<png_byte> pngRow(const TestPng& picture) {
    std::vector<png_byte> row;
    const auto sample = [&](int value) {
        row.push_back(static_cast<png_byte>(value));
        if (picture.depth == 16) row.push_back(static_cast<png_byte>(value));
    };
    const int largest = picture.depth < 8 ? (1 << picture.depth) - 1 : 255;
    for (int x = 0; x < picture.width; ++x) {
        const bool right = x >= picture.width / 2;
        if (picture.colourType == 3) {
            sample(right ? 1 : 0);
        } else if ((picture.colourType & 2) == 0) {
            sample(right ? largest : 0);
        } else {
            for (const int value : {right ? 0 : 255, 0, right ? 255 : 0}) sample(value);
        }
        if ((picture.colourType & 4) != 0) sample(right ? 128 : 255);
    }
    return row;
}

} // namespace

std::string TestPng::bytes() const {
    std::string out;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(png, &out, append, nullptr);
    png_set_IHDR(png, info, static_cast<png_uint_32>(width), static_cast<png_uint_32>(height), depth, colourType,
                 interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    const std::array<png_color, 2> palette = {{{255, 0, 0}, {0, 0, 255}}};
    if (colourType == 3) png_set_PLTE(png, info, palette.data(), 2);
    png_write_info(png, info);
    png_set_packing(png);
    std::vector<png_byte> row = pngRow(*this);
    std::vector<png_bytep> rows(static_cast<size_t>(height), row.data());
    png_write_image(png, rows.data());
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return out;
}

std::string TestJpeg::bytes() const {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &buffer, &size);
    jpeg.image_width = static_cast<JDIMENSION>(width);
    jpeg.image_height = static_cast<JDIMENSION>(height);
    jpeg.input_components = components;
    jpeg.in_color_space = components == 1 ? JCS_GRAYSCALE : components == 3 ? JCS_RGB : JCS_CMYK;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 95, TRUE);
    if (progressive) jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    if (orientation != 0) {
        std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
        exif += static_cast<char>(orientation);
        exif.append(6, '\0');
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(exif.data()),
                          static_cast<unsigned>(exif.size()));
    }
    // Adobe's programs store the lack of ink.
    const std::array<JSAMPLE, 4> left =
        components == 4 ? std::array<JSAMPLE, 4>{200, 20, 20, 255} : std::array<JSAMPLE, 4>{200, 20, 20, 0};
    const std::array<JSAMPLE, 4> right =
        components == 4 ? std::array<JSAMPLE, 4>{150, 200, 255, 255} : std::array<JSAMPLE, 4>{150, 200, 255, 0};
    std::vector<JSAMPLE> row;
    for (int x = 0; x < width; ++x) {
        const auto& colour = x < width / 2 ? left : right;
        row.insert(row.end(), colour.begin(), colour.begin() + components);
    }
    JSAMPROW rows = row.data();
    while (jpeg.next_scanline < jpeg.image_height) jpeg_write_scanlines(&jpeg, &rows, 1);
    jpeg_finish_compress(&jpeg);
    std::string out(reinterpret_cast<const char*>(buffer), size);
    std::free(buffer);
    jpeg_destroy_compress(&jpeg);
    return out;
}

} // namespace sightline::testing_support
