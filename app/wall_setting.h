#pragma once

#include <functional>

#include "data/model.h"
#include "render/gesture.h"

namespace sightline {

/// What the wall does the same way everywhere but in tests.
struct WallSetting {
    /// Seconds that a new snapshot has to be on the panel until it is known not to stop the wall (greenboot's window).
    Seconds confirmAfter = 60;
    /// Called on the wall's thread before each frame that draws this snapshot, so that tests can make it fail there.
    std::function<void(const Snapshot&)> beforeFrame = {};
};

} // namespace sightline
