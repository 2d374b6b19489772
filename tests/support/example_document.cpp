#include "tests/support/example_document.h"

#include <stdexcept>
#include <vector>

#include <png.h>

#include "data/digest.h"

namespace sightline::testing_support {
namespace {

std::string packed(int width, int height, png_uint_32 format, const std::vector<std::uint8_t>& pixels,
                   const std::vector<std::uint8_t>& palette) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = format;
    image.colormap_entries = static_cast<png_uint_32>(palette.size() / 3);
    png_alloc_size_t bytes = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string out(bytes, '\0');
    if (png_image_write_to_memory(&image, out.data(), &bytes, 0, pixels.data(), 0, palette.data()) == 0)
        throw std::runtime_error(&image.message[0]);
    out.resize(bytes);
    return out;
}

std::string picture(const DocumentPage& page) { return greyPng(page.width, page.height, 200 + page.number); }

} // namespace

std::string greyPng(int width, int height, int shade) {
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    return pngOf(width, height, 1, std::vector<std::uint8_t>(count, static_cast<std::uint8_t>(shade)));
}

std::string pngOf(int width, int height, int channels, const std::vector<std::uint8_t>& pixels) {
    return packed(width, height, channels == 1 ? PNG_FORMAT_GRAY : PNG_FORMAT_RGB, pixels, {});
}

std::string palettePng(int width, int height, const std::vector<std::uint8_t>& places,
                       const std::vector<std::uint8_t>& palette) {
    return packed(width, height, PNG_FORMAT_RGB_COLORMAP, places, palette);
}

std::string digestOf(std::string_view bytes) {
    Blake2b<32> hash;
    hash.add(bytes);
    return hexadecimal(hash.finish());
}

Checklist exampleWithDocument() {
    Checklist list = exampleChecklist();
    Document letter{7, "letter.pdf", std::string(64, 'b'), 23456, "example 1", {}};
    letter.pages = {{1, 60, 80, "", "What we found\nin the first week."}, {2, 80, 60, "", ""}};
    for (DocumentPage& page : letter.pages) page.digest = digestOf(picture(page));
    list.documents = {letter};
    list.evidence.front().file = "letter.pdf";
    list.evidence.front().document = letter.id;
    return list;
}

PictureSource exampleDocumentPictures() {
    return [](const Document&, const DocumentPage& page) -> Result<std::string> { return picture(page); };
}

} // namespace sightline::testing_support
