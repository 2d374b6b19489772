#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "data/page_pictures.h"
#include "tests/support/example_checklist.h"

namespace sightline::testing_support {

/// A PNG of one grey, its number told by the shade. At least 1 pixel a side.
std::string greyPng(int width, int height, int shade);

/// A PNG of these pixels: with 1 channel grey, with 3 in colours.
std::string pngOf(int width, int height, int channels, const std::vector<std::uint8_t>& pixels);

/// The same pixels, each 0 to 255, as places in a palette of colours (red, green, blue for each).
std::string palettePng(int width, int height, const std::vector<std::uint8_t>& places,
                       const std::vector<std::uint8_t>& palette);

/// BLAKE2b-256 in hexadecimal.
std::string digestOf(std::string_view bytes);

/// The example, its inspection letter with a document of two pages: one upright, one across.
Checklist exampleWithDocument();

/// The pictures of its pages.
PictureSource exampleDocumentPictures();

} // namespace sightline::testing_support
