#pragma once

#include <cstdint>
#include <sys/types.h>
#include <vector>

namespace sightline::window_tests {

/// What a process holds, by /proc.
struct ProcessFigures {
    double kibibytes = 0; ///< resident memory, also of files that are mapped, such as libraries
    double own = 0;       ///< KiB of it that belong to no file
    int descriptors = 0;
    int threads = 0;
    std::uint64_t written = 0; ///< bytes that it has sent to a disk since its start

    static ProcessFigures of(pid_t pid);
};

/// Resident memory over time.
class MemoryCourse {
public:
    void add(double seconds, double kibibytes) { points_.push_back({seconds, kibibytes}); }

    /// Mean of the last quarter less the mean of the second: what is still growing long after the start.
    [[nodiscard]] double growth() const;
    /// Upper end of the 95 % confidence interval of the growth per hour, KiB, over all but the first sixth. Points that
    /// follow each other closely say nearly the same, so it is taken over the means of 24 stretches.
    [[nodiscard]] double mostPerHour() const;

private:
    struct Point {
        double seconds = 0;
        double kibibytes = 0;
    };
    [[nodiscard]] Point meanOf(std::size_t begin, std::size_t end) const;

    std::vector<Point> points_;
};

} // namespace sightline::window_tests
