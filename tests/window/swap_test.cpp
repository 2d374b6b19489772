#include <algorithm>
#include <chrono>
#include <csignal>
#include <fmt/format.h>
#include <fstream>
#include <sstream>

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
        countOpenGl();
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

    /// The same while a page of a document is open: that page of the next snapshot comes.
    void swapUnderADocument(int n) {
        swapTo(files[static_cast<std::size_t>(n % kCouncils)]);
        awaitSwap("snapshot");
        ASSERT_FALSE(HasFailure()) << "swap " << n;
        await("frame", "why", "picture");
        awaitSettled();
    }
    void openADocument() {
        tap("tile:5");
        awaitPage("element:5");
        tap("evidence:9");
        awaitPage("evidence:9");
    }

    /// What OpenGL holds once the document was left and another snapshot has come, when no page of it is wanted. While
    /// it is open, the pages beside the one that is seen come without a frame, sooner or later.
    std::string openGlWithoutADocument(int n) {
        tap("back");
        awaitPage("element:5");
        swapTo(files[static_cast<std::size_t>(n % kCouncils)]);
        awaitSwap("snapshot");
        await("frame", "why", "snapshot");
        awaitSettled();
        return openGl();
    }

    /// What OpenGL holds for the wall: "textures 1 buffers 2 …".
    [[nodiscard]] std::string openGl() const {
        std::istringstream counts(countsOpenGl ? bytesOf(folder / "gl") : "");
        std::string text;
        for (std::string name, count; counts >> name >> count;)
            if (count != "0") text.append(text.empty() ? "" : ", ").append(count).append(" ").append(name);
        return text;
    }
    [[nodiscard]] ProcessFigures figures() const { return ProcessFigures::of(wall.pid()); }

    static constexpr int kCouncils = 6; // no divisor of what is bad, so that all of them come round
    double slowest = 0;                 ///< from a rename to the frame that shows it, milliseconds
    double longestFrame = 0;            ///< milliseconds
    double mostReceiving = 0;           ///< what the thread that draws worked to take something over, milliseconds
    double mostBuilding = 0;            ///< what it worked to build a page, without drawing it
    int framesSeen = 0;                 ///< each of a snapshot that was published
    fs::path snapshot;

private:
    void countOpenGl() {
        countsOpenGl = !kSanitized;
        preload(testing_support::kSaboteur);
        if (!countsOpenGl) return;
        environment.push_back("GL_LEDGER=" + (folder / "gl").string());
    }
    void makeCouncil(int i) {
        Checklist checklist = sampleSnapshot("northmoor")->checklist;
        checklist.authority = fmt::format("Council {}", i + 1);
        files.push_back(folder / fmt::format("council-{}.db", i + 1));
        const auto made = publish(checklist, files.back(), {.now = std::chrono::system_clock::now(), .after = i},
                                  samplePictures("northmoor"));
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
    /// The next event of a kind; a snapshot or a frame that nobody published fails at once.
    Event awaitSwap(const std::string& kind) {
        const auto seen = trace->await([&](const Event& event) {
            note(event);
            return event["event"] == kind;
        });
        if (seen) return *seen;
        ADD_FAILURE() << "waited in vain for " << kind;
        return Event::object();
    }
    void note(const Event& event) {
        if (event["event"] == "received") mostReceiving = std::max(mostReceiving, event["ms"].get<double>());
        if (event["event"] != "snapshot" && event["event"] != "frame") return;
        EXPECT_TRUE(isPublished(event)) << "nobody published " << event;
        if (event["event"] != "frame") return;
        mostBuilding = std::max(mostBuilding, event["built"].get<double>());
        ++framesSeen;
    }
    /// Number and digest are those of one file: council i has the number i + 1.
    [[nodiscard]] bool isPublished(const Event& event) const {
        const auto found = std::ranges::find(digests, event["digest"].get<std::string>());
        return found != digests.end() && event["sequence"] == found - digests.begin() + 1;
    }

    bool countsOpenGl = false;
    std::vector<fs::path> files;
    std::vector<std::string> digests;
    std::string damaged;
    std::string torn;
};

constexpr double kMostGrowthKib = 1024;
constexpr double kVisibleWithinMs = 2000;
constexpr double kBusyMs = 33; // two frames

TEST_F(Swap, ShowsWhatIsPublishedAndNothingElseAndKeepsNothing) {
    if (!start()) return;
    const int rounds = testing_support::rounds(120);
    // After these all that is kept for good is there: the history is full, letters are baked, the heap has its size.
    const int warm = std::max(40, rounds / 4);
    MemoryCourse course;
    ProcessFigures before;
    std::string openGlBefore;
    for (int n = 0; n < warm + rounds && !HasFailure(); ++n) {
        if (n == warm) before = figures();
        if (n == warm) openGlBefore = openGl();
        swapOnce(n);
        if (n >= warm) course.add(n, figures().kibibytes);
    }
    awaitSettled();
    const ProcessFigures after = figures();
    testing_support::sayFigure(fmt::format(
        "{} swaps, a fifth bad; {} frames, each of one published snapshot; growth {:+.0f} KiB; slowest on screen after "
        "{:.0f} ms; the thread that draws worked {:.1f} ms on a swap and {:.1f} ms on its page at most; longest frame "
        "{:.0f} ms; {} descriptors, {} threads, in OpenGL {}",
        rounds, framesSeen, course.growth(), slowest, mostReceiving, mostBuilding, longestFrame, after.descriptors,
        after.threads, openGl()));
    // A sanitizer keeps back what is freed, and looks for leaks itself when the wall ends.
    if (!kSanitized) {
        EXPECT_LT(course.growth(), kMostGrowthKib);
    }
    EXPECT_EQ(after.descriptors, before.descriptors);
    EXPECT_EQ(after.threads, before.threads);
    EXPECT_EQ(openGl(), openGlBefore);
    EXPECT_GT(framesSeen, rounds);
    EXPECT_LT(slowest, kVisibleWithinMs);
    EXPECT_LT(mostReceiving + mostBuilding, kBusyMs);
}

TEST_F(Swap, UnderADocumentKeepsNoTexture) {
    if (!start()) return;
    const std::string before = openGl();
    openADocument();
    for (int n = 1; n < 12 && !HasFailure(); ++n) swapUnderADocument(n);
    EXPECT_EQ(openGlWithoutADocument(12), before);
}

// The control: textures that are not deleted are noticed.
TEST_F(Swap, AKeptTextureIsNoticed) {
    if (kSanitized) GTEST_SKIP() << "what OpenGL holds is counted without sanitizers only";
    environment = {"SIGHTLINE_SABOTAGE=keep-textures"};
    if (!start()) return;
    const std::string before = openGl();
    openADocument();
    swapUnderADocument(1);
    const std::string after = openGlWithoutADocument(2);
    EXPECT_NE(after, before);
    testing_support::sayFigure("control: kept textures show: " + before + " became " + after);
}

// The control: with 16 KiB and a descriptor lost for every snapshot that is taken, the same measurement sees both.
TEST_F(Swap, ALeakIsNoticed) {
    environment = {"SIGHTLINE_SABOTAGE=leak-swaps"};
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
