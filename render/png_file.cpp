#include "render/png_file.h"

#include <cerrno>
#include <cstring>

#include <png.h>

namespace sightline {
namespace {

png_image describe(int width, int height) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(width);
    image.height = static_cast<png_uint_32>(height);
    image.format = PNG_FORMAT_RGB;
    return image;
}

} // namespace

Result<void> writePng(const Picture& picture, const std::string& path) {
    png_image image = describe(picture.width, picture.height);
    // Level 6 of zlib for every row filter would take a second at 4K; these pictures are flat and pack well anyway.
    image.flags = PNG_IMAGE_FLAG_FAST;
    errno = 0;
    if (png_image_write_to_file(&image, path.c_str(), 0, picture.rgb.data(), 0, nullptr) == 0) {
        const char* cause = errno != 0 ? std::strerror(errno) : &image.message[0];
        return fail(FailureKind::CannotWrite, path, std::string("The picture could not be written (") + cause + ").");
    }
    return {};
}

Result<Picture> readPng(const std::string& path) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_file(&image, path.c_str()) == 0)
        return fail(FailureKind::Damaged, path,
                    std::string("The picture could not be read (") + &image.message[0] + ").");
    image.format = PNG_FORMAT_RGB;
    Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
    picture.rgb.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, picture.rgb.data(), 0, nullptr) == 0)
        return fail(FailureKind::Damaged, path,
                    std::string("The picture could not be read (") + &image.message[0] + ").");
    return picture;
}

} // namespace sightline
