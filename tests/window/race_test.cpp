// S9: swaps, touches, scrolling, and pages of documents that are being decoded, all at once. In a build with
// ThreadSanitizer (tests/long/run --only S9) the wall ends with an error as soon as two threads get in each other's
// way.
#include <csignal>
#include <fmt/format.h>

#include "tests/support/rounds.h"
#include "tests/window/busy_wall.h"

namespace sightline::window_tests {
namespace {

class Race : public BusyWall {
protected:
    /// Goes to evidence that has a document, and through its pages.
    void turnPages() {
        for (const Step& step : wayToDocument) {
            pointer(step.words);
            awaitCounted("page", step.leads);
        }
        for (const char* next : {":2", ":3", ":4"}) {
            key("Next");
            awaitCounted("page", wayToDocument.back().leads + next);
        }
        // The pages before are left half decoded. The last one has its time, where it is not there yet.
        const int before = pictures;
        constexpr double kPatience = 2;
        trace->await(
            [&](const Event& event) {
                count(event);
                return pictures > before;
            },
            kPatience);
    }
    void awaitSwap() {
        while (shown < swaps && !HasFailure()) awaitCounted("snapshot");
    }
    /// The next event of a kind; what comes before it is counted.
    void awaitCounted(const std::string& kind, const std::string& where = {}) {
        const auto seen = trace->await([&](const Event& event) {
            count(event);
            return event["event"] == kind && (where.empty() || event["page"] == where);
        });
        EXPECT_TRUE(seen) << "waited in vain for " << kind << " " << where;
    }
    void count(const Event& event) {
        taps += event["event"] == "tap" ? 1 : 0;
        shown += event["event"] == "snapshot" ? 1 : 0;
        scrolled += isFrameFor(event, "scroll") ? 1 : 0;
        pictures += isFrameFor(event, "picture") ? 1 : 0;
    }

    int shown = 1; ///< snapshots, the first one included
    int taps = 0;
    int scrolled = 0; ///< frames
    int pictures = 0; ///< frames for a page that was decoded
};

TEST_F(Race, ThereIsNoneBetweenSwapsTouchesScrollingAndPages) {
    if (!start()) return;
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
    EXPECT_GE(pictures, rounds / 4);
    EXPECT_EQ(wall.end(SIGTERM), 0);
}

} // namespace
} // namespace sightline::window_tests
