#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <functional>

#include "data/publish.h"
#include "data/sample.h"
#include "tests/support/places.h"
#include "tests/support/rounds.h"
#include "tests/window/process_figures.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

double steadySeconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The wall at work as fast as it can be made to: pages are changed, lists dragged, snapshots swapped.
class Soak : public WallFixture {
protected:
    bool start() {
        if (!panel({1280, 800})) return false;
        snapshot = folder / "wall.db";
        source = {snapshot};
        for (const char* name : {"Northmoor Council", "Southmoor Council"}) {
            Checklist checklist = sampleSnapshot("northmoor")->checklist;
            checklist.authority = name;
            const auto made = publish(checklist, folder / name, {.now = std::chrono::system_clock::now()},
                                      samplePictures("northmoor"));
            EXPECT_TRUE(made) << made.error().message();
        }
        swapSnapshots();
        show({"--idle", "0"});
        for (const char* wanted : {"overview", "map"})
            rail.push_back({target(std::string("nav:") + wanted)["rect"], false});
        for (const char* wanted : {"evidence", "actions", "changes", "about"})
            rail.push_back({target(std::string("nav:") + wanted)["rect"], true});
        return !HasFailure();
    }

    void swapSnapshots() {
        southmoor = !southmoor;
        std::filesystem::copy_file(folder / (southmoor ? "Southmoor Council" : "Northmoor Council"), folder / "next");
        std::filesystem::rename(folder / "next", snapshot);
        ++swaps;
    }

    /// A second or so of touches without a pause: every page of the rail, and lists dragged up and down.
    void touchEverything() {
        std::vector<std::string> words;
        const auto say = [&words](std::initializer_list<std::string> more) { words.insert(words.end(), more); };
        const auto place = [](double value) { return std::to_string(static_cast<int>(value)); };
        for (const auto& [tab, hasList] : rail) {
            say({"mousemove", place(tab["x"].get<double>() + tab["w"].get<double>() / 2),
                 place(tab["y"].get<double>() + tab["h"].get<double>() / 2), "mousedown", "1", "sleep", "0.02",
                 "mouseup", "1", "sleep", "0.02"});
            say({"mousemove", "900", "600", "mousedown", "1"});
            for (int y = 580; y > 300; y -= 40) say({"mousemove", "900", std::to_string(y), "sleep", "0.016"});
            // Held still before it is let go: a list that glides would take the next touch for being stopped.
            say({"sleep", "0.12", "mouseup", "1"});
            for (int i = 0; i < 20 && hasList; ++i) say({"click", "--delay", "4", "5", "click", "--delay", "4", "4"});
        }
        pointer(words);
    }

    /// Works for some seconds and watches the memory.
    MemoryCourse work(double seconds) {
        MemoryCourse course;
        const double begun = steadySeconds();
        double swapped = begun;
        for (double now = begun; now < begun + seconds && !HasFailure(); now = steadySeconds()) {
            touchEverything();
            if (now > swapped + 3) {
                swapSnapshots();
                swapped = now;
            }
            for (const Event& event : trace->during(0)) {
                frames += event["event"] == "frame" ? 1 : 0;
                pages += event["event"] == "page" ? 1 : 0;
            }
            figures = ProcessFigures::of(wall.pid());
            course.add(now - begun, figures.kibibytes);
            EXPECT_GT(figures.kibibytes, 0) << "the wall has ended";
        }
        return course;
    }

    std::filesystem::path snapshot;
    struct Tab {
        nlohmann::json rect;
        bool hasList = false; ///< its page scrolls
    };
    std::vector<Tab> rail;
    ProcessFigures figures;
    bool southmoor = false;
    int swaps = 0;
    int frames = 0;
    int pages = 0; ///< changes of the page
};

constexpr double kMostGrowthKib = 1024;
constexpr double kMostKibPerHour = 256;
constexpr double kLongEnoughForASlope = 1800;

TEST_F(Soak, MemoryDoesNotGrowAndAtRestNothingIsWritten) {
    if (!start()) return;
    const double seconds = testing_support::secondsLong(40);
    const MemoryCourse course = work(seconds);
    const ProcessFigures atEnd = figures;
    testing_support::sayFigure(
        fmt::format("{:.0f} s, {} frames, {} pages, {} swaps, {:.0f} MiB, last quarter {:+.0f} KiB, slope at "
                    "most {:+.0f} KiB/h, {} descriptors, {} threads",
                    seconds, frames, pages, swaps, atEnd.kibibytes / 1024, course.growth(), course.mostPerHour(),
                    atEnd.descriptors, atEnd.threads));
    EXPECT_GT(pages, seconds) << "the pages did not change";
    EXPECT_LT(course.growth(), kMostGrowthKib);
    if (seconds >= kLongEnoughForASlope) {
        EXPECT_LT(course.mostPerHour(), kMostKibPerHour);
    }

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
    if (*testing_support::kSaboteur == 0) GTEST_SKIP() << "nothing can be loaded before a sanitizer";
    environment = {std::string("LD_PRELOAD=") + testing_support::kSaboteur, "SIGHTLINE_SABOTAGE=leak-frames"};
    if (!start()) return;
    const MemoryCourse course = work(30);
    testing_support::sayFigure(fmt::format("control: 4 KiB lost a frame make {:+.0f} KiB in 30 s", course.growth()));
    EXPECT_GT(course.growth(), kMostGrowthKib);
}

} // namespace
} // namespace sightline::window_tests
