#pragma once

namespace sightline {

/// The program's version, as CMakeLists.txt gives it.
inline constexpr const char* kVersion = SIGHTLINE_VERSION;

} // namespace sightline
