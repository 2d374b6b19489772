#pragma once

#include <string>

#include "data/import/evidence/raster.h"

namespace sightline {

/// The picture of a page, as a snapshot holds it.
struct PagePng {
    std::string bytes;
    int width = 0;
    int height = 0;
    bool madeSmaller = false; ///< it was a photograph, say, and would have been too large a file
};

/// A raster without loss as a PNG of 8 bits a sample: grey where it has no colour, with a palette where it has at most
/// 256 colours, else in full colour. Where that takes more than `comfortable` bytes (photographs do), the picture is
/// made smaller until it does not, but never so small that its longer side is under 1,400 pixels; and always fits
/// limits::kPictureBytes.
Result<PagePng> pagePng(const Raster& raster, size_t comfortable = size_t{5} << 19);

} // namespace sightline
