#pragma once

namespace sightline::testing_support {

/// The project's own folder, to read what tests compare with.
extern const char* const kSourceDir;
/// The program that was built, to run it.
extern const char* const kBinary;

} // namespace sightline::testing_support
