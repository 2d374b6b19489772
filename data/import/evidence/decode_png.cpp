#include "data/import/evidence/picture_decode.h"

#include <cstdio>
#include <memory>
#include <vector>

#include <png.h>
#include <unistd.h>

#include "data/import/evidence/raster.h"

namespace sightline {
namespace {

constexpr png_uint_32 kMostSide = 30'000;
constexpr std::int64_t kMostHeld = 40'000'000;     // pixels of an interlaced picture, which is held whole
constexpr std::int64_t kMostPassing = 400'000'000; // pixels of one that passes row by row
constexpr png_alloc_size_t kMostChunk = 8U << 20;

[[noreturn]] void giveUp(png_structp, png_const_charp) { ::_exit(kPictureDamaged); }
void ignoreWarning(png_structp, png_const_charp) {}

/// libpng's structures; the process ends with them.
struct PngReader {
    png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, giveUp, ignoreWarning);
    png_infop info = png_create_info_struct(png);
    png_uint_32 width = 0;
    png_uint_32 height = 0;
    int passes = 1;

    // What is before the picture itself. libpng's own limit on sides would call a large picture a damaged one; nothing
    // is held of it yet.
    void open(std::FILE* file) {
        png_init_io(png, file);
        png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
        png_set_chunk_cache_max(png, 64);
        png_set_chunk_malloc_max(png, kMostChunk);
        png_read_info(png, info);
        width = png_get_image_width(png, info);
        height = png_get_image_height(png, info);
    }
    [[nodiscard]] bool tooLarge() const {
        const bool held = png_get_interlace_type(png, info) != PNG_INTERLACE_NONE;
        return width > kMostSide || height > kMostSide ||
               std::int64_t{width} * height > (held ? kMostHeld : kMostPassing);
    }
    // Every kind becomes red, green, blue and opacity, 8 bits each.
    void begin() {
        png_set_expand(png);
        png_set_scale_16(png);
        png_set_gray_to_rgb(png);
        png_set_add_alpha(png, 0xff, PNG_FILLER_AFTER);
        passes = png_set_interlace_handling(png);
        png_read_update_info(png, info);
    }
};

void overWhite(const png_byte* rgba, std::vector<std::uint8_t>& rgb) {
    for (size_t i = 0; i < rgb.size() / 3; ++i)
        for (size_t c = 0; c < 3; ++c) {
            const unsigned opacity = rgba[i * 4 + 3];
            rgb[i * 3 + c] = static_cast<std::uint8_t>((rgba[i * 4 + c] * opacity + 255 * (255 - opacity) + 127) / 255);
        }
}

} // namespace

int decodePng(const std::filesystem::path& path, int side, const std::filesystem::path& into) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), &std::fclose);
    if (!file) return kPictureDamaged;
    PngReader reader;
    reader.open(file.get());
    if (reader.tooLarge()) return kPictureTooLarge;
    reader.begin();
    const AreaScaler::Size size{static_cast<int>(reader.width), static_cast<int>(reader.height)};
    AreaScaler scaler(size, fitted(size, side));
    const size_t rowBytes = size_t{reader.width} * 4;
    std::vector<png_byte> held(reader.passes > 1 ? rowBytes * reader.height : rowBytes);
    std::vector<std::uint8_t> rgb(size_t{reader.width} * 3);
    const auto rowAt = [&](png_uint_32 y) { return &held[reader.passes > 1 ? rowBytes * y : 0]; };
    for (int pass = 0; pass < reader.passes; ++pass)
        for (png_uint_32 y = 0; y < reader.height; ++y) {
            png_read_row(reader.png, rowAt(y), nullptr);
            if (pass + 1 < reader.passes) continue;
            overWhite(rowAt(y), rgb);
            scaler.addRow(rgb.data());
        }
    png_read_end(reader.png, nullptr); // a picture that is cut short ends here at the latest
    return writePpm(scaler.finish(), into) ? kDecoded : kPictureTooLarge;
}

} // namespace sightline
