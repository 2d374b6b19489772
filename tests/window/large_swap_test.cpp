// R8 for the largest snapshots that a council may have: taking one over must not hold up the thread that draws.
#include <chrono>
#include <fmt/format.h>
#include <random>

#include "data/publish.h"
#include "data/sample.h"
#include "tests/support/example_document.h"
#include "tests/support/rounds.h"
#include "tests/support/test_pictures.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

/// Of the 33 ms that the thread may be busy with a swap, two frames. Whatever is not left to the loader grows with the
/// items: counting 40,000 of them takes more than this, and 100,000 take 56 ms.
constexpr double kMostMs = 5;

/// Noise, which does not pack: a page of a megabyte.
std::string noise(int page) {
    constexpr int kSide = 1000;
    std::mt19937 random(static_cast<unsigned>(page));
    std::vector<std::uint8_t> pixels(std::size_t{kSide} * kSide);
    for (std::uint8_t& pixel : pixels) pixel = static_cast<std::uint8_t>(random());
    return testing_support::pngOf(kSide, kSide, 1, pixels);
}

class LargeSwap : public WallFixture {
protected:
    void publishAs(const std::string& council, int items, int pages) {
        Checklist list = testing_support::exampleWithDocument();
        list.authority = council;
        auto& document = list.documents.front().pages;
        document.clear();
        for (int number = 1; number <= pages; ++number)
            document.push_back({number, 1000, 1000, testing_support::digestOf(noise(number)), ""});
        const Evidence pattern = list.evidence.back();
        for (int i = 0; i < items; ++i) {
            Evidence& item = list.evidence.emplace_back(pattern);
            item.id = 1000 + i;
            item.document = 0;
            item.name = fmt::format("Minutes of the board, number {}", i + 1);
            list.links.push_back({item.id, 1 + i % 6, 1000 + i, {}});
        }
        const auto made =
            publish(list, snapshot, {.now = std::chrono::system_clock::now()},
                    [](const Document&, const DocumentPage& one) -> Result<std::string> { return noise(one.number); });
        ASSERT_TRUE(made) << made.error().message();
    }
    std::filesystem::path snapshot = folder / "wall.db";
};

TEST_F(LargeSwap, LeavesTheThreadThatDrawsFree) {
    if (!panel({1280, 800})) return;
    const int items = testing_support::longRun() ? 100'000 : 40'000;
    const int pages = testing_support::longRun() ? 40 : 1;
    publishAs("First Council", items, pages);
    ASSERT_FALSE(HasFailure());
    source = {snapshot};
    show({"--idle", "0"});
    const auto megabytes = std::filesystem::file_size(snapshot) / 1'000'000;
    if (trace->story().find("searchable") == std::string::npos) await("searchable");
    double receiving = 0;
    double building = 0;
    bool framed = false;
    bool indexed = false;
    publishAs("Second Council", items, pages);
    // Up to when the index for the search has been taken over too, which may come with the snapshot or after it.
    const auto last = trace->await(
        [&](const Event& event) {
            if (event["event"] == "received") receiving = std::max(receiving, event["ms"].get<double>());
            if (event["event"] == "frame") building = std::max(building, event["built"].get<double>());
            framed = framed || (event["event"] == "frame" && event["sequence"] == 2);
            indexed = indexed || event["event"] == "searchable";
            return framed && indexed && (event["event"] == "received" || event["event"] == "settled");
        },
        120);
    ASSERT_TRUE(last) << trace->story();
    testing_support::sayFigure(fmt::format(
        "{} items, {} MB: the thread that draws worked {:.1f} ms to take it over and {:.1f} ms on its page at most",
        items, megabytes, receiving, building));
    EXPECT_LT(receiving + building, kMostMs);
}

} // namespace
} // namespace sightline::window_tests
