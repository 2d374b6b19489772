#pragma once

#include <filesystem>

namespace sightline {

/// How decoding a picture ended: the exit codes of the child that does it.
enum DecodeCode : int {
    kDecoded = 0,
    kPictureDamaged = 10,  ///< broken, or cut short
    kPictureTooLarge = 11, ///< sides over 30,000 pixels, or more pixels than can be held
    kPictureUnknown = 12   ///< of a kind that is allowed and never seen
};

/// Decodes a PNG or JPEG and writes it as a PPM whose longer side is at most `side` pixels: over white where it is
/// transparent, upright where a camera says how it was held. **Only inside a child process** (runLimited): the bytes
/// are hostile, and it ends the process where a library gives up.
int decodePng(const std::filesystem::path& file, int side, const std::filesystem::path& into);
int decodeJpeg(const std::filesystem::path& file, int side, const std::filesystem::path& into);

} // namespace sightline
