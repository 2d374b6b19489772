#pragma once

#include <cstdlib>

namespace sightline {

/// How often a test does again what it does: SIGHTLINE_ROUNDS where that is set, for a long run; otherwise what an
/// ordinary run has time for.
inline int rounds(int usual) {
    const char* wanted = std::getenv("SIGHTLINE_ROUNDS");
    return wanted == nullptr ? usual : std::atoi(wanted);
}

/// Whether this is a long run.
inline bool longRun() { return std::getenv("SIGHTLINE_ROUNDS") != nullptr; }

} // namespace sightline
