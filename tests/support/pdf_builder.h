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

/// The objects of a PDF, numbered from 1 in the order they are added; the first is its catalogue.
class PdfObjects {
public:
    void add(const std::string& body);
    /// One with a stream; `entries` are more of its dictionary.
    void addStream(const std::string& bytes, const std::string& entries = "");
    [[nodiscard]] size_t count() const { return starts.size(); }
    /// The whole file; `trailer` are more entries of its trailer.
    [[nodiscard]] std::string finish(const std::string& trailer = "");

private:
    std::string file = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
    std::vector<size_t> starts;
};

/// Operators that fill the page with a coloured picture of noise, as a photograph would be.
std::string noisePicture(int width, int height, unsigned seed);

} // namespace sightline::testing_support
