#include "tests/support/places.h"

namespace sightline::testing_support {

const char* const kSourceDir = SIGHTLINE_SOURCE_DIR;
const char* const kBinary = SIGHTLINE_BINARY;
const char* const kSaboteur = SIGHTLINE_SABOTEUR;
const char* const kFakeDisplay = SIGHTLINE_FAKE_DISPLAY;
const char* const kFailingBinary = SIGHTLINE_FAILING_BINARY;
const char* const kFaultSubject = SIGHTLINE_FAULT_SUBJECT;

} // namespace sightline::testing_support
