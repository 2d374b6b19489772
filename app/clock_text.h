#pragma once

#include <chrono>
#include <string>

#include "data/date.h"

namespace sightline {

/// A moment as a person in the room would say it: "14:05" for today, else "21 November 14:05", and with the year where
/// it is another one. Local time.
std::string clockText(std::chrono::system_clock::time_point moment, Day today);

} // namespace sightline
