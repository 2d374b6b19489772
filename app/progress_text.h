#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "data/import/evidence/page_progress.h"

namespace sightline {

/// How long the rest takes, from how long what was made took. Nothing until enough is done to tell: two seconds, and a
/// fiftieth of the work.
std::optional<std::chrono::seconds> timeLeft(const PageProgress& progress, std::chrono::steady_clock::duration elapsed);

/// "about 2 minutes left", "about 20 seconds left": rounded as one would say it.
std::string timeLeftText(std::chrono::seconds left);

/// One line for a terminal of so many columns: bar, count, file, page, time left; the file's name gives way first.
std::string progressText(const PageProgress& progress, std::optional<std::chrono::seconds> left, size_t columns);

/// One line for a log, about the file that was just begun.
std::string progressLogText(const PageProgress& progress);

} // namespace sightline
