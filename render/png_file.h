#pragma once

#include <string>

#include "data/failure.h"
#include "render/gl_target.h"

namespace sightline {

/// Writes a picture as 8-bit RGB PNG. The failure names the file and the cause.
Result<void> writePng(const Picture& picture, const std::string& path);

/// Reads an 8-bit PNG as RGB, for comparing pictures. The failure names the file and the cause.
Result<Picture> readPng(const std::string& path);

} // namespace sightline
