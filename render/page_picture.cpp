#include "render/page_picture.h"

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>

#include <png.h>

#include "data/limits.h"
#include "data/page_pictures.h"

namespace sightline {
namespace {

/// The next smaller level has half as many pixels a side, rounded down as OpenGL asks for it.
int halved(int side) { return std::max(1, side / 2); }

std::size_t levelBytes(int width, int height, int channels) {
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels);
}

int reduced(int side, int times) { return (side + times - 1) / times; }

/// By how much a picture is averaged down, a side.
int reduction(int width, int height, int channels) {
    int times = 1;
    while (reduced(width, times) > kPageTextureSide || reduced(height, times) > kPageTextureSide ||
           textureBytes(reduced(width, times), reduced(height, times), channels) > kPageTextureShare)
        ++times;
    return times;
}

/// Reads a PNG row by row with libpng's classic functions (the simplified ones had holes of their own: CVE-2025-65018,
/// CVE-2025-64720), with no transformation switched on: what the picture may be is known by now. libpng leaves by
/// longjmp, past any destructor, so everything that needs one lives in here and not in the functions it leaves.
class PngReader {
public:
    explicit PngReader(std::string_view bytes) : rest_(bytes) {
        png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, [](png_structp, png_const_charp) {});
        info_ = png_ == nullptr ? nullptr : png_create_info_struct(png_);
    }
    ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    /// Reads all before the pixels. False: damaged.
    bool open() {
        if (info_ == nullptr) return false;
        if (setjmp(png_jmpbuf(png_)) != 0) return false; // NOLINT(cert-err52-cpp): libpng reports errors this way
        png_set_user_limits(png_, limits::kPictureSide, limits::kPictureSide);
        png_set_chunk_malloc_max(png_, limits::kPictureBytes);
        png_set_chunk_cache_max(png_, 16);
        png_set_read_fn(png_, this, [](png_structp png, png_bytep into, png_size_t count) {
            auto& rest = static_cast<PngReader*>(png_get_io_ptr(png))->rest_;
            if (count > rest.size()) png_error(png, "cut off");
            std::memcpy(into, rest.data(), count);
            rest.remove_prefix(count);
        });
        png_read_info(png_, info_);
        type_ = png_get_color_type(png_, info_);
        png_colorp palette = nullptr;
        int entries = 0;
        if (type_ == PNG_COLOR_TYPE_PALETTE && png_get_PLTE(png_, info_, &palette, &entries) != 0)
            for (int i = 0; i < std::min(entries, 256); ++i) palette_.at(static_cast<std::size_t>(i)) = palette[i];
        return png_get_bit_depth(png_, info_) == 8;
    }

    bool row(png_bytep into) {
        if (setjmp(png_jmpbuf(png_)) != 0) return false; // NOLINT(cert-err52-cpp): as above
        png_read_row(png_, into, nullptr);
        return true;
    }

    [[nodiscard]] bool inColour() const {
        return type_ == PNG_COLOR_TYPE_RGB ||
               (type_ == PNG_COLOR_TYPE_PALETTE && !std::ranges::all_of(palette_, [](const png_color& c) {
                    return c.red == c.green && c.green == c.blue;
                }));
    }
    [[nodiscard]] std::size_t bytesPerPixel() const { return type_ == PNG_COLOR_TYPE_RGB ? 3 : 1; }
    /// The colour of the pixel that begins at `raw`.
    [[nodiscard]] png_color colour(const png_byte* raw) const {
        if (type_ == PNG_COLOR_TYPE_RGB) return {raw[0], raw[1], raw[2]};
        return type_ == PNG_COLOR_TYPE_PALETTE ? palette_[*raw] : png_color{*raw, *raw, *raw};
    }

private:
    std::string_view rest_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    int type_ = PNG_COLOR_TYPE_GRAY;
    std::array<png_color, 256> palette_{};
};

/// Averages squares of `times` pixels a side into one while rows arrive.
class Reducer {
public:
    Reducer(int width, int times, int channels)
        : width_(width), times_(times), channels_(channels),
          sums_(static_cast<std::size_t>(reduced(width, times)) * static_cast<std::size_t>(channels)) {}

    void add(const PngReader& reader, const std::vector<png_byte>& raw) {
        const std::size_t step = reader.bytesPerPixel();
        const png_byte* pixel = raw.data();
        for (int x = 0; x < width_; ++x, pixel += step) {
            const png_color colour = reader.colour(pixel);
            std::uint32_t* sum = sums_.data() + static_cast<std::ptrdiff_t>(x / times_) * channels_;
            sum[0] += colour.red;
            if (channels_ == 1) continue;
            sum[1] += colour.green;
            sum[2] += colour.blue;
        }
        ++rows_;
    }
    [[nodiscard]] bool full() const { return rows_ == times_; }

    /// Writes the averages and starts anew.
    void flush(std::uint8_t* into) {
        for (std::size_t i = 0; i < sums_.size(); ++i) {
            const int x = static_cast<int>(i) / channels_ * times_;
            const auto count = static_cast<std::uint32_t>(std::min(times_, width_ - x) * rows_);
            into[i] = static_cast<std::uint8_t>((sums_[i] + count / 2) / count);
        }
        std::ranges::fill(sums_, 0U);
        rows_ = 0;
    }

private:
    int width_;
    int times_;
    int channels_;
    int rows_ = 0;
    std::vector<std::uint32_t> sums_;
};

void copyRow(const PngReader& reader, const std::vector<png_byte>& raw, int channels, std::uint8_t* into) {
    const std::size_t step = reader.bytesPerPixel();
    for (std::size_t at = 0; at < raw.size(); at += step, into += channels) {
        const png_color colour = reader.colour(raw.data() + at);
        into[0] = colour.red;
        if (channels == 1) continue;
        into[1] = colour.green;
        into[2] = colour.blue;
    }
}

tl::unexpected<Failure> damaged() { return fail(FailureKind::Damaged, "", "Its picture is damaged."); }

/// The full level. Empty pixels: damaged, or no longer wanted.
PagePicture readRows(PngReader& reader, const DocumentPage& page, const GoOn& goOn) {
    const int channels = reader.inColour() ? 4 : 1;
    const int times = reduction(page.width, page.height, channels);
    PagePicture picture{reduced(page.width, times), reduced(page.height, times), channels, {}};
    picture.pixels.reserve(textureBytes(picture.width, picture.height, channels));
    const std::size_t step = levelBytes(picture.width, 1, channels);
    std::vector<png_byte> raw(static_cast<std::size_t>(page.width) * reader.bytesPerPixel());
    Reducer reducer(page.width, times, channels);
    constexpr int kAskEvery = 32;
    for (int y = 0; y < page.height; ++y) {
        const bool wanted = !goOn || y % kAskEvery != 0 || goOn();
        if (!wanted || !reader.row(raw.data())) return {};
        if (times > 1) reducer.add(reader, raw);
        if (times > 1 && !reducer.full() && y + 1 < page.height) continue;
        picture.pixels.resize(picture.pixels.size() + step);
        std::uint8_t* into = picture.pixels.data() + picture.pixels.size() - step;
        times > 1 ? reducer.flush(into) : copyRow(reader, raw, channels, into);
    }
    return picture;
}

/// Keeps one channel of a picture that has colours and uses none.
void dropColourWhereThereIsNone(PagePicture& picture) {
    if (picture.channels == 1) return;
    auto& pixels = picture.pixels;
    for (std::size_t i = 0; i < pixels.size(); i += 4)
        if (pixels[i] != pixels[i + 1] || pixels[i] != pixels[i + 2]) return;
    for (std::size_t i = 0; i < pixels.size(); i += 4) pixels[i / 4] = pixels[i];
    pixels.resize(pixels.size() / 4);
    picture.channels = 1;
}

/// Appends the smaller levels, each pixel the average of four of the level before.
void addLevels(PagePicture& picture) {
    const auto channels = static_cast<std::size_t>(picture.channels);
    int width = picture.width;
    int height = picture.height;
    std::size_t from = 0;
    picture.pixels.resize(textureBytes(width, height, picture.channels));
    while (width > 1 || height > 1) {
        const std::size_t to = from + levelBytes(width, height, picture.channels);
        const std::size_t right = width > 1 ? channels : 0;
        const std::size_t row = static_cast<std::size_t>(width) * channels;
        const std::size_t below = height > 1 ? row : 0;
        const auto nextWidth = static_cast<std::size_t>(halved(width));
        const auto nextHeight = static_cast<std::size_t>(halved(height));
        std::uint8_t* out = picture.pixels.data() + to;
        for (std::size_t y = 0; y < nextHeight; ++y)
            for (std::size_t x = 0; x < nextWidth; ++x)
                for (std::size_t channel = 0; channel < channels; ++channel) {
                    const std::uint8_t* in = picture.pixels.data() + from + 2 * y * below + 2 * x * right + channel;
                    *out++ = static_cast<std::uint8_t>((in[0] + in[right] + in[below] + in[right + below] + 2) / 4);
                }
        from = to;
        width = halved(width);
        height = halved(height);
    }
}

} // namespace

int PagePicture::levels() const {
    int count = 1;
    for (int side = std::max(width, height); side > 1; side = halved(side)) ++count;
    return count;
}

std::size_t textureBytes(int width, int height, int channels) {
    std::size_t bytes = levelBytes(width, height, channels);
    while (width > 1 || height > 1) {
        width = halved(width);
        height = halved(height);
        bytes += levelBytes(width, height, channels);
    }
    return bytes;
}

Result<PagePicture> decodePage(std::string_view png, const DocumentPage& page, const GoOn& goOn) {
    if (auto problem = pictureProblem(png, page)) return fail(FailureKind::Damaged, "", std::move(*problem));
    PngReader reader(png);
    if (!reader.open()) return damaged();
    PagePicture picture = readRows(reader, page, goOn);
    if (goOn && !goOn()) return fail(FailureKind::Internal, "", "Nobody waits for this page any more.");
    if (picture.pixels.empty()) return damaged();
    dropColourWhereThereIsNone(picture);
    addLevels(picture);
    return picture;
}

} // namespace sightline
