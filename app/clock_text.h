#pragma once

#include <chrono>
#include <string>

#include "data/date.h"

namespace sightline {

/// A moment as a person in the room would say it: "14:05" for today, else "21 November 14:05", and with the year where
/// it is another one. Local time.
std::string clockText(std::chrono::system_clock::time_point moment, Day today);

/// The day a moment falls on, in local time.
Day localDay(std::chrono::system_clock::time_point moment);

/// Whole seconds, at least one, until it is another day in local time: also where that day has 23 or 25 hours.
std::chrono::seconds untilNextDay(std::chrono::system_clock::time_point moment);

} // namespace sightline
