#pragma once

#include <cstdlib>

namespace sightline::testing_support {

/// How often a test with random input goes round: as it says itself, or as SIGHTLINE_ROUNDS says for a long run.
inline int rounds(int usual) {
    const char* wanted = std::getenv("SIGHTLINE_ROUNDS");
    const int count = wanted == nullptr ? 0 : std::atoi(wanted);
    return count > 0 ? count : usual;
}

} // namespace sightline::testing_support
