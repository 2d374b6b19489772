#pragma once

#include <chrono>
#include <string>

#include "app/version.h"
#include "data/check_apart.h"
#include "data/publish.h"

namespace sightline {

/// This program, now: who publishes.
inline Publisher thisPublisher() {
    return {.now = std::chrono::system_clock::now(),
            .generator = std::string("sightline ") + kVersion,
            .apart = checkInOwnProcess()};
}

} // namespace sightline
