#include <chrono>
#include <fmt/format.h>
#include <set>
#include <string>

#include "data/limited/resource_limits.h"
#include "tests/support/places.h"
#include "tests/support/rounds.h"
#include "tests/window/busy_wall.h"
#include "tests/window/process_figures.h"

namespace sightline::window_tests {
namespace {

double steadySeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

class Soak : public BusyWall {
protected:
    /// The picture is moved more often than otherwise, so that it comes to all its places in a minute.
    bool startMoving() { return start(configured("[screen]\nshift_every = 1\n")); }
    /// Works for some seconds and watches the memory.
    void work(double seconds) {
        const double begun = steadySeconds();
        for (double now = begun; now < begun + seconds && !HasFailure(); now = steadySeconds()) {
            lookDeeper();
            swapSnapshots();
            touchEverything();
            for (const Event& event : trace->during(0)) {
                if (event["event"] == "page") seen.insert(event["page"].get<std::string>());
                pages += event["event"] == "page" ? 1 : 0;
                frames += event["event"] == "frame" ? 1 : 0;
                decoded += isFrameFor(event, "picture") ? 1 : 0;
            }
            figures = ProcessFigures::of(wall.pid());
            // Pages of documents are kept until their snapshot goes: here there are none, so rounds can be compared.
            resident.add(now - begun, figures.kibibytes);
            own.add(now - begun, figures.own);
            EXPECT_GT(figures.kibibytes, 0) << "the wall has ended";
        }
    }

    ProcessFigures figures;
    MemoryCourse resident;
    MemoryCourse own; ///< without mapped files, of which the kernel keeps as much in memory as it likes
    int frames = 0;
    int pages = 0;              ///< changes of the page
    int decoded = 0;            ///< frames that a page of a document was decoded for
    std::set<std::string> seen; ///< names of pages
};

constexpr double kMostGrowthKib = 1024;
constexpr double kMostKibPerHour = 256;
constexpr double kLongEnoughForASlope = 1800;

TEST_F(Soak, MemoryDoesNotGrow) {
    if (!startMoving()) return;
    const double seconds = testing_support::secondsLong(40);
    work(seconds);
    const ProcessFigures atEnd = figures;
    testing_support::sayFigure(fmt::format(
        "{:.0f} s, {} frames, {} changes of the page, {} pages of documents, {} swaps, {:.0f} MiB, last quarter "
        "{:+.0f} KiB, slope at most {:+.0f} KiB/h; without mapped files {:.0f} MiB, {:+.0f} KiB, {:+.0f} KiB/h; {} "
        "descriptors, {} threads",
        seconds, frames, pages, decoded, swaps, atEnd.kibibytes / 1024, resident.growth(), resident.mostPerHour(),
        atEnd.own / 1024, own.growth(), own.mostPerHour(), atEnd.descriptors, atEnd.threads));
    EXPECT_GT(pages, seconds) << "the pages did not change";
    for (const char* name : {"overview", "map", "evidence", "actions", "changes", "about", "search", "element:1",
                             "element:6", "evidence:9", "evidence:9:3"})
        EXPECT_TRUE(seen.contains(name)) << name << " was never opened";
    EXPECT_GT(decoded, seconds / 10);
    // A sanitizer keeps back what is freed, and looks for leaks itself when the wall ends.
    if (!kSanitized) {
        EXPECT_LT(resident.growth(), kMostGrowthKib);
    }
    if (seconds >= kLongEnoughForASlope) {
        EXPECT_LT(resident.mostPerHour(), kMostKibPerHour);
    }
}

TEST_F(Soak, AtRestNothingIsWritten) {
    if (!start()) return;
    // The status is written half a minute after a change, once.
    constexpr double kStatusPause = 31;
    trace->during(kStatusPause);
    const std::uint64_t before = ProcessFigures::of(wall.pid()).written;
    constexpr double kRest = 10;
    EXPECT_TRUE(trace->during(kRest).empty()) << trace->story();
    const std::uint64_t written = ProcessFigures::of(wall.pid()).written - before;
    testing_support::sayFigure(fmt::format("{} bytes written in {:.0f} s at rest", written, kRest));
    EXPECT_EQ(written, 0);
}

// The control: with 4 KiB lost a frame, the same measurement goes over its bar.
TEST_F(Soak, ALeakIsNoticed) {
    if (kSanitized) GTEST_SKIP() << "a sanitizer keeps back what is freed; its own control is Sanitizer.ReportsALeak";
    sabotage("leak-frames");
    if (!start()) return;
    constexpr double kSeconds = 45; // six rounds at least, also on a busy machine
    work(kSeconds);
    testing_support::sayFigure(
        fmt::format("control: 4 KiB lost a frame make {:+.0f} KiB in {:.0f} s", resident.growth(), kSeconds));
    EXPECT_GT(resident.growth(), kMostGrowthKib);
}

} // namespace
} // namespace sightline::window_tests
