#include "tests/window/process_figures.h"

#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>

namespace sightline::window_tests {

namespace fs = std::filesystem;

namespace {

/// The number behind a name in a file of lines "Name: 12 kB".
std::uint64_t numberIn(const fs::path& file, const std::string& name) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(name)) return std::strtoull(line.c_str() + name.size(), nullptr, 10);
    return 0;
}

int entriesOf(const fs::path& folder) {
    int count = 0;
    std::error_code gone;
    for (fs::directory_iterator entry(folder, gone), end; !gone && entry != end; entry.increment(gone)) ++count;
    return count;
}

} // namespace

ProcessFigures ProcessFigures::of(pid_t pid) {
    const fs::path process = "/proc/" + std::to_string(pid);
    return {static_cast<double>(numberIn(process / "status", "VmRSS:")),
            static_cast<double>(numberIn(process / "status", "RssAnon:")), entriesOf(process / "fd"),
            entriesOf(process / "task"), numberIn(process / "io", "write_bytes:")};
}

MemoryCourse::Point MemoryCourse::meanOf(std::size_t begin, std::size_t end) const {
    Point sum;
    for (std::size_t i = begin; i < end; ++i) {
        sum.seconds += points_[i].seconds;
        sum.kibibytes += points_[i].kibibytes;
    }
    const auto count = static_cast<double>(end - begin);
    return {sum.seconds / count, sum.kibibytes / count};
}

double MemoryCourse::growth() const {
    const std::size_t quarter = points_.size() / 4;
    if (quarter == 0) return 0;
    return meanOf(points_.size() - quarter, points_.size()).kibibytes - meanOf(quarter, 2 * quarter).kibibytes;
}

double MemoryCourse::mostPerHour() const {
    constexpr std::size_t kStretches = 24;
    constexpr double kStudent = 2.074; // 97.5 % of Student's distribution with 22 degrees of freedom
    const std::size_t first = points_.size() / 6;
    const std::size_t length = (points_.size() - first) / kStretches;
    if (length == 0) return 0;
    std::vector<Point> means;
    Point middle;
    for (std::size_t i = 0; i < kStretches; ++i) {
        means.push_back(meanOf(first + i * length, first + (i + 1) * length));
        middle.seconds += means.back().seconds / kStretches;
        middle.kibibytes += means.back().kibibytes / kStretches;
    }
    double across = 0;
    double along = 0;
    for (const Point& mean : means) {
        across += (mean.seconds - middle.seconds) * (mean.seconds - middle.seconds);
        along += (mean.seconds - middle.seconds) * (mean.kibibytes - middle.kibibytes);
    }
    const double slope = along / across;
    double rest = 0;
    for (const Point& mean : means) {
        const double off = mean.kibibytes - middle.kibibytes - slope * (mean.seconds - middle.seconds);
        rest += off * off;
    }
    return (slope + kStudent * std::sqrt(rest / (kStretches - 2) / across)) * 3600;
}

} // namespace sightline::window_tests
