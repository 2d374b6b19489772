#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {

/// The wall at work as fast as it can be made to: pages are changed, lists dragged, snapshots swapped.
class BusyWall : public WallFixture {
protected:
    /// Starts the panel and the wall. False: the test was skipped, or has failed.
    bool start();
    /// Two files in `folder`, "Northmoor Council" and "Southmoor Council", each with documents.
    void makeCouncils();
    /// The wall is to show the other of the two.
    void swapSnapshots();
    /// A second or so of touches without a pause: every page of the rail, and lists dragged up and down.
    void touchEverything();

    std::filesystem::path snapshot;
    int swaps = 0;

private:
    struct Tab {
        nlohmann::json rect;
        bool hasList = false; ///< its page scrolls
    };
    std::vector<Tab> rail;
    bool southmoor = false;
};

} // namespace sightline::window_tests
