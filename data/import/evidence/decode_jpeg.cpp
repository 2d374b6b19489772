#include "data/import/evidence/picture_decode.h"

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

#include <jerror.h>
#include <jpeglib.h>
#include <unistd.h>

#include "data/import/evidence/raster.h"

namespace sightline {
namespace {

constexpr JDIMENSION kMostSide = 30'000;
constexpr std::int64_t kMostPassing = 400'000'000; // pixels
constexpr std::int64_t kMostHeld = 100'000'000;    // of a progressive picture, which is held whole
constexpr int kMostScans = 200;                    // of a progressive picture; a hostile one has thousands
constexpr int kExifMarker = JPEG_APP0 + 1;

[[noreturn]] void giveUp(j_common_ptr) { ::_exit(kPictureDamaged); }

// A picture that is cut short, or whose middle is damaged, must not pass as one with a grey rest. What lies between
// parts or behind them harms nobody.
void judgeWarning(j_common_ptr picture, int level) {
    if (level >= 0) return;
    const int code = picture->err->msg_code;
    if (code != JWRN_EXTRANEOUS_DATA && code != JWRN_ADOBE_XFORM && code != JWRN_JFIF_MAJOR) ::_exit(kPictureDamaged);
}

void stopAtTooManyScans(j_common_ptr picture) {
    const auto* reading = reinterpret_cast<j_decompress_ptr>(picture);
    if (reading->input_scan_number > kMostScans) ::_exit(kPictureDamaged);
}

/// Numbers in the TIFF structure that Exif is, in the byte order it says.
class Exif {
public:
    Exif(const JOCTET* at, size_t length) : bytes(at), size(length) {}

    // The orientation, 1 to 8 (Exif 2.3, table 6, tag 0x0112); 1 where nothing is said.
    [[nodiscard]] int orientation() {
        constexpr size_t kStart = 6; // "Exif", two zeros
        if (size < kStart + 8 || !std::equal(bytes, bytes + kStart, "Exif\0\0")) return 1;
        bytes += kStart;
        size -= kStart;
        bigEndian = bytes[0] == 'M';
        const size_t directory = number(4, 4);
        const size_t entries = number(directory, 2);
        for (size_t i = 0; i < std::min<size_t>(entries, 100); ++i) {
            const size_t entry = directory + 2 + i * 12;
            if (number(entry, 2) != 0x0112) continue;
            const size_t value = number(entry + 8, 2);
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        }
        return 1;
    }

private:
    // 0 where it would lie outside.
    [[nodiscard]] size_t number(size_t at, size_t length) const {
        if (at > size || length > size - at) return 0;
        size_t value = 0;
        for (size_t i = 0; i < length; ++i) value = value << 8 | bytes[bigEndian ? at + i : at + length - 1 - i];
        return value;
    }

    const JOCTET* bytes;
    size_t size;
    bool bigEndian = false;
};

int orientationOf(const jpeg_decompress_struct& picture) {
    for (const jpeg_marker_struct* marker = picture.marker_list; marker != nullptr; marker = marker->next)
        if (marker->marker == kExifMarker) return Exif(marker->data, marker->data_length).orientation();
    return 1;
}

// Turns a picture so that its top is up.
Raster upright(Raster picture, int orientation) {
    if (orientation <= 1) return picture;
    const bool turned = orientation >= 5;
    Raster out{turned ? picture.height : picture.width, turned ? picture.width : picture.height,
               std::vector<std::uint8_t>(picture.rgb.size())};
    for (int y = 0; y < out.height; ++y)
        for (int x = 0; x < out.width; ++x) {
            int fromX = turned ? y : x;
            int fromY = turned ? x : y;
            if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8)
                fromX = picture.width - 1 - fromX;
            if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7)
                fromY = picture.height - 1 - fromY;
            const std::uint8_t* pixel = picture.row(fromY) + static_cast<size_t>(fromX) * 3;
            std::copy(pixel, pixel + 3, &out.rgb[static_cast<size_t>(y) * out.rowBytes() + static_cast<size_t>(x) * 3]);
        }
    return out;
}

// Printers' colours, roughly: without a colour profile nobody knows them better. Adobe's programs store them inverted.
void fromPrintersColours(const std::vector<JSAMPLE>& cmyk, bool inverted, std::vector<std::uint8_t>& rgb) {
    for (size_t i = 0; i < rgb.size() / 3; ++i) {
        const unsigned black = inverted ? cmyk[i * 4 + 3] : 255U - cmyk[i * 4 + 3];
        for (size_t c = 0; c < 3; ++c) {
            const unsigned ink = inverted ? cmyk[i * 4 + c] : 255U - cmyk[i * 4 + c];
            rgb[i * 3 + c] = static_cast<std::uint8_t>(ink * black / 255);
        }
    }
}

// Decoding at an eighth, a quarter or half is much faster, and good as long as it stays above what is wanted.
void decodeSmall(jpeg_decompress_struct& picture, int side) {
    const auto longer = static_cast<int>(std::max(picture.image_width, picture.image_height));
    picture.scale_num = 1;
    picture.scale_denom = 1;
    for (const unsigned part : {2U, 4U, 8U})
        if (longer / static_cast<int>(part) >= side) picture.scale_denom = part;
}

Raster readRows(jpeg_decompress_struct& picture, int side) {
    const AreaScaler::Size size{static_cast<int>(picture.output_width), static_cast<int>(picture.output_height)};
    AreaScaler scaler(size, fitted(size, side));
    std::vector<JSAMPLE> row(size_t{picture.output_width} * static_cast<size_t>(picture.output_components));
    std::vector<std::uint8_t> rgb(size_t{picture.output_width} * 3);
    const bool printers = picture.out_color_space == JCS_CMYK;
    while (picture.output_scanline < picture.output_height) {
        JSAMPROW rows = row.data();
        jpeg_read_scanlines(&picture, &rows, 1);
        if (printers) fromPrintersColours(row, picture.saw_Adobe_marker != 0, rgb);
        scaler.addRow(printers ? rgb.data() : row.data());
    }
    return scaler.finish();
}

} // namespace

int decodeJpeg(const std::filesystem::path& path, int side, const std::filesystem::path& into) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), &std::fclose);
    if (!file) return kPictureDamaged;
    jpeg_decompress_struct picture{};
    jpeg_error_mgr errors{};
    picture.err = jpeg_std_error(&errors);
    errors.error_exit = giveUp;
    errors.emit_message = judgeWarning;
    jpeg_create_decompress(&picture);
    jpeg_progress_mgr progress{};
    progress.progress_monitor = stopAtTooManyScans;
    picture.progress = &progress;
    jpeg_stdio_src(&picture, file.get());
    jpeg_save_markers(&picture, kExifMarker, 0xffff);
    jpeg_read_header(&picture, TRUE);
    if (picture.image_width > kMostSide || picture.image_height > kMostSide) return kPictureTooLarge;
    const std::int64_t area = std::int64_t{picture.image_width} * picture.image_height;
    if (area > (picture.progressive_mode != 0 ? kMostHeld : kMostPassing)) return kPictureTooLarge;
    const int orientation = orientationOf(picture); // libjpeg forgets it at the end
    const bool printers = picture.jpeg_color_space == JCS_CMYK || picture.jpeg_color_space == JCS_YCCK;
    picture.out_color_space = printers ? JCS_CMYK : JCS_RGB;
    decodeSmall(picture, side);
    jpeg_start_decompress(&picture);
    Raster raster = readRows(picture, side);
    jpeg_finish_decompress(&picture);
    return writePpm(upright(std::move(raster), orientation), into) ? kDecoded : kPictureTooLarge;
}

} // namespace sightline
