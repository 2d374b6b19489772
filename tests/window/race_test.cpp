// S9: swaps, touches, scrolling, and pages of documents that are being decoded, all at once. In a build with
// ThreadSanitizer (tests/long/run --only S9) the wall ends with an error as soon as two threads get in each other's
// way.
#include <algorithm>
#include <csignal>
#include <fmt/format.h>

#include "tests/support/rounds.h"
#include "tests/window/busy_wall.h"

namespace sightline::window_tests {
namespace {

class Race : public BusyWall {
protected:
    /// Goes to evidence that has a document once, and remembers the way there and through its pages.
    void findDocument() {
        const auto go = [this](const std::string& id) {
            const auto rect = target(id)["rect"];
            const auto middle = [&rect](const char* from, const char* length) {
                return std::to_string(static_cast<int>(rect[from].get<double>() + rect[length].get<double>() / 2));
            };
            say({"mousemove", middle("x", "w"), middle("y", "h"), "click", "1", "sleep", "0.3"});
            tap(id);
        };
        go("nav:overview");
        go("tile:5");
        awaitPage("element:5");
        go("evidence:9");
        awaitPage("evidence:9");
        for (int n = 0; n < 4; ++n) say({"key", "Next", "sleep", "0.05"});
        say({"key", "Escape"});
    }
    void turnPages() { pointer(way); }
    void awaitSwap() {
        const auto shown = trace->await([this](const Event& event) {
            count(event);
            return event["event"] == "snapshot";
        });
        ASSERT_TRUE(shown) << "waited in vain for swap " << swaps;
    }
    void count(const Event& event) {
        taps += event["event"] == "tap" ? 1 : 0;
        if (event["event"] != "frame") return;
        const Event& why = event["why"];
        scrolled += std::ranges::find(why, "scroll") != why.end() ? 1 : 0;
        pictures += std::ranges::find(why, "picture") != why.end() ? 1 : 0;
    }

    int taps = 0;
    int scrolled = 0; ///< frames
    int pictures = 0; ///< frames for a page that was decoded

private:
    void say(std::initializer_list<std::string> words) { way.insert(way.end(), words); }

    std::vector<std::string> way; ///< to the document and through it, as xdotool has it
};

TEST_F(Race, ThereIsNoneBetweenSwapsTouchesScrollingAndPages) {
    if (!start()) return;
    findDocument();
    const int rounds = testing_support::rounds(2);
    for (int n = 0; n < rounds && !HasFailure(); ++n) {
        swapSnapshots();
        if (n % 2 == 0)
            touchEverything();
        else
            turnPages();
        awaitSwap();
    }
    for (const Event& event : trace->during(1)) count(event);
    testing_support::sayFigure(
        fmt::format("{} swaps; meanwhile {} touches, {} frames that scrolled, {} that showed a page", rounds, taps,
                    scrolled, pictures));
    EXPECT_GE(taps, rounds);
    EXPECT_GE(scrolled, rounds);
    EXPECT_GE(pictures, rounds / 2);
    EXPECT_EQ(wall.end(SIGTERM), 0);
}

} // namespace
} // namespace sightline::window_tests
