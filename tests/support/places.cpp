#include "tests/support/places.h"

namespace sightline::testing_support {

const char* const kSourceDir = SIGHTLINE_SOURCE_DIR;
const char* const kBinary = SIGHTLINE_BINARY;
const char* const kSaboteur = SIGHTLINE_SABOTEUR;

} // namespace sightline::testing_support
