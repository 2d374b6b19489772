#include "data/import/evidence/page_png.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <cstdint>
#include <vector>

#include <png.h>

#include "data/limits.h"

namespace sightline {
namespace {

constexpr int kSmallestSide = 1'400; // at which the writing on an A4 page is still read with ease
constexpr size_t kMostColours = 256;
constexpr int kCompression = 6; // 9 takes twice the time for 4 % less

/// What a raster needs.
struct Colours {
    bool grey = true;
    bool flat = false;               ///< most pixels are as the one before: drawn, not photographed
    std::vector<std::uint32_t> list; ///< distinct ones in order of appearance; kMostColours + 1: more
};

/// Which colours there are, in one pass.
class ColourCount {
public:
    explicit ColourCount(const Raster& raster) {
        std::uint32_t before = 0;
        size_t repeated = 0;
        for (size_t i = 0; i + 2 < raster.rgb.size(); i += 3) {
            const std::uint32_t colour = static_cast<std::uint32_t>(raster.rgb[i]) << 16 |
                                         static_cast<std::uint32_t>(raster.rgb[i + 1]) << 8 | raster.rgb[i + 2];
            if (colour == before && i > 0) {
                ++repeated;
                continue;
            }
            before = colour;
            colours.grey = colours.grey && raster.rgb[i] == raster.rgb[i + 1] && raster.rgb[i] == raster.rgb[i + 2];
            if (colours.list.size() <= kMostColours) index(colour);
        }
        colours.flat = repeated > raster.rgb.size() / 3 / 2;
    }

    /// Place in the list; it is added where it was not there.
    size_t index(std::uint32_t colour) {
        size_t slot = (colour * 2654435761U) >> 20 & (slots.size() - 1);
        while (slots[slot].place != 0 && slots[slot].colour != colour) slot = (slot + 1) & (slots.size() - 1);
        if (slots[slot].place == 0) {
            colours.list.push_back(colour);
            slots[slot] = {colour, colours.list.size()};
        }
        return slots[slot].place - 1;
    }

    Colours colours;

private:
    struct Slot {
        std::uint32_t colour = 0;
        size_t place = 0; // from 1; 0: empty
    };
    std::array<Slot, 4096> slots{};
};

/// libpng's structures, freed at the end.
class PngWriter {
public:
    explicit PngWriter(std::string& into)
        : png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, onError, onWarning)),
          info(png == nullptr ? nullptr : png_create_info_struct(png)) {
        if (info == nullptr) return;
        png_set_write_fn(png, &into, append, nullptr);
        png_set_compression_level(png, kCompression);
    }
    ~PngWriter() { png_destroy_write_struct(&png, &info); }
    PngWriter(const PngWriter&) = delete;
    PngWriter& operator=(const PngWriter&) = delete;

    png_structp png;
    png_infop info;

private:
    static void append(png_structp from, png_bytep bytes, png_size_t count) {
        static_cast<std::string*>(png_get_io_ptr(from))->append(reinterpret_cast<const char*>(bytes), count);
    }
    [[noreturn]] static void onError(png_structp from, png_const_charp) { png_longjmp(from, 1); }
    static void onWarning(png_structp, png_const_charp) {}
};

void writeHeader(PngWriter& writer, const Raster& raster, const Colours& colours) {
    const bool palette = !colours.grey && colours.list.size() <= kMostColours;
    const int type = colours.grey ? PNG_COLOR_TYPE_GRAY : palette ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB;
    png_set_IHDR(writer.png, writer.info, static_cast<png_uint_32>(raster.width),
                 static_cast<png_uint_32>(raster.height), 8, type, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (palette) {
        std::array<png_color, kMostColours> entries{};
        for (size_t i = 0; i < colours.list.size(); ++i)
            entries[i] = {static_cast<png_byte>(colours.list[i] >> 16), static_cast<png_byte>(colours.list[i] >> 8),
                          static_cast<png_byte>(colours.list[i])};
        png_set_PLTE(writer.png, writer.info, entries.data(), static_cast<int>(colours.list.size()));
    }
    // What is drawn packs best as it is; filters are for photographs.
    png_set_filter(writer.png, PNG_FILTER_TYPE_BASE, colours.flat || palette ? PNG_FILTER_NONE : PNG_ALL_FILTERS);
    png_write_info(writer.png, writer.info);
}

// One byte a pixel: the grey, or the place in the palette.
void narrowRow(const std::uint8_t* rgb, ColourCount& count, std::vector<png_byte>& row) {
    for (png_byte& pixel : row) {
        const std::uint32_t colour =
            static_cast<std::uint32_t>(rgb[0]) << 16 | static_cast<std::uint32_t>(rgb[1]) << 8 | rgb[2];
        pixel = count.colours.grey ? rgb[0] : static_cast<png_byte>(count.index(colour));
        rgb += 3;
    }
}

/// One encoding; everything in it is made before libpng may jump back.
struct Encoding {
    const Raster& raster;
    ColourCount count;
    std::vector<png_byte> row; // one byte a pixel; empty: full colour
    PngWriter writer;

    Encoding(const Raster& from, std::string& into) : raster(from), count(from), writer(into) {
        if (count.colours.grey || count.colours.list.size() <= kMostColours)
            row.resize(static_cast<size_t>(raster.width));
    }

    // False: libpng would not; there is no reason but memory.
    bool run() {
        if (writer.info == nullptr || setjmp(png_jmpbuf(writer.png)) != 0) return false;
        writeHeader(writer, raster, count.colours);
        for (int y = 0; y < raster.height; ++y) {
            if (!row.empty()) narrowRow(raster.row(y), count, row);
            png_write_row(writer.png, row.empty() ? raster.row(y) : row.data());
        }
        png_write_end(writer.png, writer.info);
        return true;
    }
};

bool encode(const Raster& raster, std::string& bytes) { return Encoding(raster, bytes).run(); }

} // namespace

Result<PagePng> pagePng(const Raster& raster, size_t comfortable) {
    PagePng page{{}, raster.width, raster.height, false};
    if (!encode(raster, page.bytes)) return fail(FailureKind::Internal, "", "The page could not be stored.");
    while (page.bytes.size() > std::min(comfortable, limits::kPictureBytes)) {
        const int longer = std::max(page.width, page.height);
        if (longer <= kSmallestSide && page.bytes.size() <= limits::kPictureBytes) break;
        // Bytes go with the area; a little less than that, so that once is mostly enough.
        const double ratio = static_cast<double>(comfortable) / static_cast<double>(page.bytes.size());
        const int wanted = static_cast<int>(longer * std::sqrt(ratio) * 0.97);
        const int side = std::max(wanted, page.bytes.size() > limits::kPictureBytes && longer <= kSmallestSide
                                              ? longer / 2
                                              : std::min(kSmallestSide, longer - 1));
        const Raster smaller = scaledTo(raster, fitted({raster.width, raster.height}, side));
        page = {{}, smaller.width, smaller.height, true};
        if (!encode(smaller, page.bytes)) return fail(FailureKind::Internal, "", "The page could not be stored.");
    }
    return page;
}

} // namespace sightline
