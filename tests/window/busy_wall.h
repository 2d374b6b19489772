#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {

/// The wall at work as fast as it can be made to: pages are changed, lists dragged, documents read, words searched for,
/// snapshots swapped.
class BusyWall : public WallFixture {
protected:
    /// Starts the panel and the wall, with further words. False: the test was skipped, or has failed.
    bool start(const std::vector<std::string>& more = {});
    /// Two files in `folder`, "Northmoor Council" and "Southmoor Council", each with documents.
    void makeCouncils();
    /// The wall is to show the other of the two.
    void swapSnapshots();
    /// A second or so of touches without a pause: every page of the rail, and lists dragged up and down.
    void touchEverything();
    /// The same with what lies deeper: through every element, to evidence that has a document, which is turned,
    /// enlarged and moved, and a search by the keys on the wall and by a keyboard. It ends on the overview.
    void lookDeeper();

    /// A touch, and the page that comes of it.
    struct Step {
        std::vector<std::string> words; ///< as xdotool has them
        std::string leads;
    };
    /// From any page to evidence that has a document, at its first page.
    std::vector<Step> wayToDocument;
    std::filesystem::path snapshot;
    int swaps = 0;

private:
    static std::vector<std::string> wayTo(const nlohmann::json& target);   ///< of the pointer
    static std::vector<std::string> touchOf(const nlohmann::json& target); ///< as xdotool has it
    /// Goes through all that `lookDeeper` touches once, and remembers where it is.
    void findWays();
    struct Tab {
        std::vector<std::string> way; ///< of the pointer to its middle, as xdotool has it
        bool hasList = false;         ///< its page scrolls
    };
    std::vector<Tab> rail;
    std::vector<std::string> deeper; ///< touches and keys, as xdotool has them
    bool southmoor = false;
};

} // namespace sightline::window_tests
