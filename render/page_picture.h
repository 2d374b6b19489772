#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "data/failure.h"
#include "data/model.h"

namespace sightline {

/// What all page pictures together may hold of the graphics memory.
constexpr std::size_t kPageTextureBytes = std::size_t{64} << 20;
/// One of them: the open page and its two neighbours always fit.
constexpr std::size_t kPageTextureShare = kPageTextureBytes / 3;
/// Every OpenGL 3.3 driver takes a texture of this many pixels a side.
constexpr int kPageTextureSide = 4096;

/// The picture of a page, ready to be a texture: with its halves, quarters and so on down to one pixel, so that it can
/// be drawn small without flicker.
struct PagePicture {
    int width = 0; ///< pixels; less than the page's own where that is more than a texture may have
    int height = 0;
    int channels = 1;                 ///< 1: grey; 4: red, green, blue and a byte that means nothing
    std::vector<std::uint8_t> pixels; ///< level after level, rows from the top without gaps

    /// How many levels there are, the full one included.
    [[nodiscard]] int levels() const;
};

/// The bytes of all levels of a picture: what OpenGL holds of it.
std::size_t textureBytes(int width, int height, int channels);

/// Whether to go on; asked now and then while decoding.
using GoOn = std::function<bool()>;

/// Decodes a page's picture, held to pictureProblem() first. Grey pictures, those told in colours included, come out
/// with one channel. What would take more than kPageTextureShare is averaged down while it is read, so a picture of any
/// size takes that much memory and no more. On any thread. Failure: not the picture that the page speaks of, or
/// damaged; its sentence can be shown to people. `goOn` saying no is a failure too (Internal), which nobody reads.
Result<PagePicture> decodePage(std::string_view png, const DocumentPage& page, const GoOn& goOn = {});

} // namespace sightline
