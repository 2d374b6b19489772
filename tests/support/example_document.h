#pragma once

#include <string>

#include "data/page_pictures.h"
#include "tests/support/example_checklist.h"

namespace sightline::testing_support {

/// A PNG of one grey, its number told by the shade. At least 1 pixel a side.
std::string greyPng(int width, int height, int shade);

/// BLAKE2b-256 in hexadecimal.
std::string digestOf(std::string_view bytes);

/// The example, its inspection letter with a document of two pages: one upright, one across.
Checklist exampleWithDocument();

/// The pictures of its pages.
PictureSource exampleDocumentPictures();

} // namespace sightline::testing_support
