#pragma once

#include <string>
#include <vector>

namespace sightline::testing_support {

/// A small PDF, written by hand.
struct PdfFile {
    struct Page {
        std::vector<std::string> lines; ///< Helvetica, 14 points, from the top
        std::string more;               ///< further operators of the page's content stream
    };
    std::vector<Page> pages;
    int width = 595; ///< points; A4
    int height = 842;

    [[nodiscard]] std::string bytes() const;
};

/// One with so many pages of some lines each, every page saying its number and `subject`.
PdfFile reportPdf(int pages, const std::string& subject, int lines = 40);

/// Operators that fill the page with a coloured picture of noise, as a photograph would be.
std::string noisePicture(int width, int height, unsigned seed);

} // namespace sightline::testing_support
