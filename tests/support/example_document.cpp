#include "tests/support/example_document.h"

#include <stdexcept>
#include <vector>

#include <png.h>

#include "data/digest.h"

namespace sightline::testing_support {
namespace {

std::string picture(const DocumentPage& page) { return greyPng(page.width, page.height, 200 + page.number); }

} // namespace

std::string greyPng(int width, int height, int shade) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_GRAY;
    const std::vector<png_byte> pixels(PNG_IMAGE_SIZE(image), static_cast<png_byte>(shade));
    png_alloc_size_t bytes = 0;
    png_image_write_to_memory(&image, nullptr, &bytes, 0, pixels.data(), 0, nullptr);
    std::string out(bytes, '\0');
    if (png_image_write_to_memory(&image, out.data(), &bytes, 0, pixels.data(), 0, nullptr) == 0)
        throw std::runtime_error(&image.message[0]);
    out.resize(bytes);
    return out;
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
