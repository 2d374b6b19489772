#include <algorithm>
#include <chrono>
#include <csignal>
#include <fmt/format.h>
#include <fstream>

#include "data/limited/resource_limits.h"
#include "data/publish.h"
#include "data/sample.h"
#include "data/verify.h"
#include "tests/support/places.h"
#include "tests/support/rounds.h"
#include "tests/window/process_figures.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

namespace fs = std::filesystem;

double steadyMilliseconds() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The wall while its snapshot is replaced again and again, every fifth time by a bad one.
class Swap : public WallFixture {
protected:
    bool start() {
        if (!panel({1280, 800})) return false;
        snapshot = folder / "wall.db";
        source = {snapshot};
        for (int i = 0; i < kCouncils; ++i) makeCouncil(i);
        std::string whole = bytesOf(files.front());
        damaged = whole;
        damaged[damaged.size() / 2] = static_cast<char>(damaged[damaged.size() / 2] ^ 1);
        torn = whole.substr(0, whole.size() / 3);
        swapTo(files[0]);
        show({"--idle", "0"});
        return !HasFailure();
    }

    /// Swaps once and waits for what the wall makes of it. `n` counts the swaps.
    void swapOnce(int n) {
        if (n % 5 == 4) return refuseOnce(n);
        const int council = (n + 1) % kCouncils; // never the one that is shown
        const double renamed = swapTo(files[static_cast<std::size_t>(council)]);
        const Event shown = awaitSwap("snapshot");
        ASSERT_FALSE(HasFailure()) << "swap " << n;
        EXPECT_EQ(shown["digest"], digests[static_cast<std::size_t>(council)]) << "swap " << n;
        const Event frame = awaitSwap("frame");
        slowest = std::max(slowest, frame["t"].get<double>() - renamed);
        longestFrame = std::max(longestFrame, frame["ms"].get<double>());
    }

    [[nodiscard]] ProcessFigures figures() const { return ProcessFigures::of(wall.pid()); }

    static constexpr int kCouncils = 6; // no divisor of what is bad, so that all of them come round
    double slowest = 0;                 ///< from a rename to the frame that shows it, milliseconds
    double longestFrame = 0;            ///< milliseconds
    fs::path snapshot;

private:
    void makeCouncil(int i) {
        Checklist checklist = sampleSnapshot("northmoor")->checklist;
        checklist.authority = fmt::format("Council {}", i + 1);
        files.push_back(folder / fmt::format("council-{}.db", i + 1));
        const auto made =
            publish(checklist, files.back(), {.now = std::chrono::system_clock::now()}, samplePictures("northmoor"));
        ASSERT_TRUE(made) << made.error().message();
        digests.push_back(made->digest);
    }
    static std::string bytesOf(const fs::path& file) {
        std::ifstream in(file, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    /// Returns when it was renamed into place.
    double swapTo(const fs::path& file) {
        fs::copy_file(file, folder / "next", fs::copy_options::overwrite_existing);
        fs::rename(folder / "next", snapshot);
        return steadyMilliseconds();
    }
    /// A bad one: the picture stays, and the wall says what is wrong. Half of them are torn, half damaged.
    void refuseOnce(int n) {
        std::ofstream(folder / "bad", std::ios::binary) << (n % 2 == 0 ? torn : damaged);
        swapTo(folder / "bad");
        const Event refused = awaitSwap("refused");
        ASSERT_FALSE(HasFailure()) << "swap " << n;
        EXPECT_FALSE(refused["why"].get<std::string>().empty());
    }
    /// The next event of a kind; a snapshot that nobody published fails at once.
    Event awaitSwap(const std::string& kind) {
        const auto seen = trace->await([&](const Event& event) {
            const bool known = event["event"] != "snapshot" || isPublished(event["digest"].get<std::string>());
            EXPECT_TRUE(known) << "nobody published " << event;
            return event["event"] == kind;
        });
        if (seen) return *seen;
        ADD_FAILURE() << "waited in vain for " << kind;
        return Event::object();
    }

    [[nodiscard]] bool isPublished(const std::string& digest) const {
        return std::ranges::find(digests, digest) != digests.end();
    }

    std::vector<fs::path> files;
    std::vector<std::string> digests;
    std::string damaged;
    std::string torn;
};

constexpr double kMostGrowthKib = 1024;
constexpr double kVisibleWithinMs = 2000;

TEST_F(Swap, ShowsWhatIsPublishedAndNothingElseAndKeepsNothing) {
    if (!start()) return;
    const int rounds = testing_support::rounds(120);
    // After these all that is kept for good is there: the history is full, letters are baked, the heap has its size.
    const int warm = std::max(40, rounds / 4);
    MemoryCourse course;
    ProcessFigures before;
    for (int n = 0; n < warm + rounds && !HasFailure(); ++n) {
        if (n == warm) before = figures();
        swapOnce(n);
        if (n >= warm) course.add(n, figures().kibibytes);
    }
    awaitSettled();
    const ProcessFigures after = figures();
    testing_support::sayFigure(fmt::format(
        "{} swaps, a fifth bad; growth {:+.0f} KiB; slowest on screen after {:.0f} ms; longest frame {:.0f} ms; "
        "{} descriptors, {} threads",
        rounds, course.growth(), slowest, longestFrame, after.descriptors, after.threads));
    // A sanitizer keeps back what is freed, and looks for leaks itself when the wall ends.
    if (!kSanitized) {
        EXPECT_LT(course.growth(), kMostGrowthKib);
    }
    EXPECT_EQ(after.descriptors, before.descriptors);
    EXPECT_EQ(after.threads, before.threads);
    EXPECT_LT(slowest, kVisibleWithinMs);
}

// The control: with 16 KiB and a descriptor lost for every snapshot that is taken, the same measurement sees both.
TEST_F(Swap, ALeakIsNoticed) {
    preload(testing_support::kSaboteur);
    environment.push_back("SIGHTLINE_SABOTAGE=leak-swaps");
    if (!start()) return;
    const ProcessFigures before = figures();
    constexpr int kSwaps = 20;
    for (int n = 0; n < kSwaps && !HasFailure(); ++n) swapOnce(n);
    const int lost = figures().descriptors - before.descriptors;
    testing_support::sayFigure(fmt::format("control: {} swaps that leak leave {} descriptors", kSwaps, lost));
    EXPECT_GE(lost, kSwaps / 2);
    wall.end(SIGKILL); // which a sanitizer would not pass over, were it asked to end
}

} // namespace
} // namespace sightline::window_tests
