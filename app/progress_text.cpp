#include "app/progress_text.h"

#include <algorithm>
#include <cmath>

#include "data/import/text.h"

namespace sightline {
namespace {

constexpr size_t kBar = 20; // characters
constexpr size_t kShortestName = 12;
constexpr double kEnoughDone = 0.02;

std::string bar(double done) {
    const auto full = static_cast<size_t>(std::clamp(done, 0.0, 1.0) * kBar);
    return "[" + std::string(full, '#') + std::string(kBar - full, '.') + "]";
}

std::string count(const PageProgress& progress) {
    return std::to_string(progress.file) + " of " + std::to_string(progress.files);
}

} // namespace

std::optional<std::chrono::seconds> timeLeft(const PageProgress& progress,
                                             std::chrono::steady_clock::duration elapsed) {
    if (elapsed < std::chrono::seconds(2) || progress.made < kEnoughDone) return std::nullopt;
    const double seconds = std::chrono::duration<double>(elapsed).count();
    return std::chrono::seconds(std::lround(seconds / progress.made * (1 - progress.done)));
}

std::string timeLeftText(std::chrono::seconds left) {
    const auto seconds = left.count();
    if (seconds < 5) return "a few seconds left";
    if (seconds < 55) return "about " + std::to_string((seconds + 4) / 5 * 5) + " seconds left";
    const auto minutes = (seconds + 30) / 60;
    if (minutes <= 1) return "about a minute left";
    if (minutes < 90) return "about " + std::to_string(minutes) + " minutes left";
    return "about " + std::to_string((minutes + 30) / 60) + " hours left";
}

std::string progressText(const PageProgress& progress, std::optional<std::chrono::seconds> left, size_t columns) {
    const std::string before = bar(progress.done) + " " + count(progress) + "  ";
    std::string after;
    if (progress.pages > 0)
        after = ", page " + std::to_string(std::min(progress.page + 1, progress.pages)) + " of " +
                std::to_string(progress.pages);
    if (left) after += "  " + timeLeftText(*left);
    const size_t taken = before.size() + after.size();
    if (taken + kShortestName <= columns) return before + excerpt(oneLine(progress.name), columns - taken) + after;
    return excerpt(before + after, columns);
}

std::string progressLogText(const PageProgress& progress) { return count(progress) + ": " + oneLine(progress.name); }

} // namespace sightline
