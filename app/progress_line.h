#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "data/import/evidence/page_progress.h"

namespace sightline {

/// Where progress is shown.
struct ProgressScreen {
    std::function<void(const std::string&)> write;
    bool terminal = false; ///< a line that is written over again and again; otherwise one plain line a file
    size_t columns = 80;
};

/// Standard error, and what it is.
ProgressScreen standardError();

/// The progress of an import, shown as it goes: on a terminal at most ten times a second. A terminal's line is cleared
/// at the end, so that what follows begins where it began.
class ProgressLine {
public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;
    explicit ProgressLine(ProgressScreen where = standardError(), Clock now = std::chrono::steady_clock::now);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const PageProgress& progress);

private:
    void showOnTerminal(const PageProgress& progress);

    ProgressScreen screen;
    Clock clock;
    std::chrono::steady_clock::time_point begun;
    std::chrono::steady_clock::time_point shown;
    size_t file = 0; // that was told last
    bool drawn = false;
};

} // namespace sightline
