#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace sightline::testing_support {

/// How often a test that repeats something does so: what the environment says, or else `usual`, which every run of the
/// tests can afford. tests/long/run asks for more.
inline int rounds(int usual) {
    const char* const asked = std::getenv("SIGHTLINE_ROUNDS");
    const int count = asked == nullptr ? 0 : std::atoi(asked);
    return count > 0 ? count : usual;
}

/// Whether this is a long run.
inline bool longRun() { return std::getenv("SIGHTLINE_ROUNDS") != nullptr; }

/// The same for tests that go on for a time, seconds.
inline double secondsLong(double usual) {
    const char* const asked = std::getenv("SIGHTLINE_SECONDS");
    const double seconds = asked == nullptr ? 0 : std::atof(asked);
    return seconds > 0 ? seconds : usual;
}

/// Says what was reached. tests/long/run puts it into its summary.
inline void sayFigure(const std::string& figure) {
    std::printf("figure: %s\n", figure.c_str());
    std::fflush(stdout);
}

} // namespace sightline::testing_support
