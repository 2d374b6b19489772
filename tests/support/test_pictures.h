#pragma once

#include <cstdint>
#include <string>

namespace sightline::testing_support {

/// A PNG in any of its kinds: left half red (255, 0, 0), right half half-transparent blue where it can be, else blue;
/// for grey kinds black and white.
struct TestPng {
    int width = 64;
    int height = 48;
    int colourType = 2; ///< as in the PNG specification: 0 grey, 2 colour, 3 palette, 4 and 6 with transparency
    int depth = 8;
    bool interlaced = false;
    [[nodiscard]] std::string bytes() const;
};

/// A JPEG: left half dark red, right half light blue (grey: dark, light).
struct TestJpeg {
    int width = 64;
    int height = 48;
    int components = 3; ///< 1 grey, 3 colour, 4 printers' colours as Adobe's programs store them
    bool progressive = false;
    int orientation = 0; ///< Exif; 0: none is said
    [[nodiscard]] std::string bytes() const;
};

} // namespace sightline::testing_support
