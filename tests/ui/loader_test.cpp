#include "app/loader.h"

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/eventfd.h>

#include "app/status_file.h"
#include "data/publish.h"
#include "data/sample.h"
#include "data/trials.h"
#include "tests/support/example_document.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

/// Counts wake-ups, and lets a test wait for one instead of for time.
class Bell {
public:
    void ring() {
        const std::scoped_lock lock(mutex_);
        ++rung_;
        changed_.notify_all();
    }
    /// False: it did not ring in half a minute.
    bool waitFor(const std::function<bool()>& done) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(30), done);
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int rung_ = 0;
};

class LoaderTest : public testing::Test {
protected:
    LoaderTest() {
        std::string pattern = (fs::temp_directory_path() / "loader-test-XXXXXX").string();
        folder = mkdtemp(pattern.data());
        fs::create_directory(folder / "drop");
        source = folder / "drop/wall.db";
        auto sample = sampleSnapshot("northmoor");
        checklist = sample->checklist;
    }
    ~LoaderTest() override {
        loader.reset();
        fs::remove_all(folder);
    }

    void start() {
        loader.reset();
        last.reset();
        loader = std::make_unique<Loader>(LoaderOptions{.store = SnapshotStore(source, folder / "state"),
                                                        .sample = {},
                                                        .room = {},
                                                        .asOf = std::nullopt,
                                                        .stopDescriptor = -1},
                                          [this] { bell.ring(); });
    }
    void startSample(const char* name) {
        loader = std::make_unique<Loader>(
            LoaderOptions{
                .store = std::nullopt, .sample = name, .room = {}, .asOf = std::nullopt, .stopDescriptor = -1},
            [this] { bell.ring(); });
    }
    void publishAs(const std::string& authority) {
        checklist.authority = authority;
        const auto published =
            publish(checklist, source, {.now = std::chrono::system_clock::now()}, samplePictures("northmoor"));
        ASSERT_TRUE(published) << published.error().message();
    }
    void write(const std::string& bytes) { std::ofstream(source, std::ios::binary) << bytes; }

    /// Waits until something arrived for which `wanted` holds.
    testing::AssertionResult arrives(const std::function<bool(const Arrival&)>& wanted) {
        const bool came = bell.waitFor([&] {
            if (auto next = loader->take()) {
                fonts = fonts || next->fonts.has_value();
                last = std::move(next);
            }
            return last && wanted(*last);
        });
        if (came) return testing::AssertionSuccess();
        return testing::AssertionFailure() << "last: " << (last ? last->problem : "nothing at all");
    }
    testing::AssertionResult shows(const std::string& authority) {
        return arrives([&](const Arrival& arrival) {
            return arrival.problem.empty() && arrival.snapshot && arrival.snapshot->checklist.authority == authority;
        });
    }
    testing::AssertionResult hasProblem() {
        return arrives([](const Arrival& arrival) { return !arrival.problem.empty(); });
    }

    fs::path folder;
    fs::path source;
    Checklist checklist;
    Bell bell;
    std::unique_ptr<Loader> loader;
    std::optional<Arrival> last;
    bool fonts = false;
};

TEST_F(LoaderTest, SampleArrivesWithItsGlyphs) {
    startSample("dorset");
    ASSERT_TRUE(arrives([](const Arrival& arrival) { return arrival.snapshot != nullptr; }));
    EXPECT_TRUE(last->snapshot->sample);
    EXPECT_EQ(last->comparison, nullptr);
    EXPECT_TRUE(fonts);
}

TEST_F(LoaderTest, SampleIsComparedWithItsEarlierSelf) {
    startSample("northmoor");
    EXPECT_TRUE(arrives([](const Arrival& arrival) { return arrival.comparison != nullptr; }));
}

TEST_F(LoaderTest, FirstSnapshotThenTheNext) {
    publishAs("Northmoor");
    start();
    ASSERT_TRUE(shows("Northmoor"));
    EXPECT_TRUE(fonts);
    EXPECT_EQ(last->snapshot->meta.sequence, 1);
    publishAs("Southmoor");
    ASSERT_TRUE(shows("Southmoor"));
    EXPECT_EQ(last->snapshot->meta.sequence, 2);
}

/// What the page says that is shown without a snapshot.
TEST_F(LoaderTest, WithoutASnapshotSaysWhyThereIsNone) {
    start();
    ASSERT_TRUE(hasProblem());
    EXPECT_EQ(last->lacking, Lacking::None) << last->problem;
    write("this is no snapshot");
    ASSERT_TRUE(arrives([](const Arrival& arrival) { return arrival.lacking != Lacking::None; }));
    EXPECT_EQ(last->lacking, Lacking::Refused) << last->problem;
    fs::remove(source);
    publishAs("Northmoor");
    ASSERT_TRUE(shows("Northmoor"));
    const std::string digest = last->snapshot->digest;
    loader.reset();
    ASSERT_TRUE(writeTrials({.onTrial = {}, .starts = 0, .confirmed = {}, .quarantined = {digest}},
                            SnapshotStore(source, folder / "state").folder(), {}));
    start();
    ASSERT_TRUE(hasProblem());
    EXPECT_EQ(last->snapshot, nullptr);
    EXPECT_EQ(last->lacking, Lacking::PutAside) << last->problem;
    fs::remove(source);
    start();
    ASSERT_TRUE(hasProblem());
    EXPECT_EQ(last->lacking, Lacking::PutAside) << "it is gone, and so is what it was kept for: " << last->problem;
}

TEST_F(LoaderTest, PicturesAreThoseOfTheirSnapshotWhateverReplacesIt) {
    const Checklist list = testing_support::exampleWithDocument();
    const Document& letter = list.documents.front();
    const auto expected = testing_support::exampleDocumentPictures()(letter, letter.pages[1]).value();
    ASSERT_TRUE(
        publish(list, source, {.now = std::chrono::system_clock::now()}, testing_support::exampleDocumentPictures()));
    start();
    ASSERT_TRUE(shows(list.authority));
    const PictureSource first = last->pictures;
    publishAs("Northmoor");
    ASSERT_TRUE(shows("Northmoor"));
    publishAs("Southmoor");
    ASSERT_TRUE(shows("Southmoor"));
    const auto picture = first(letter, letter.pages[1]);
    ASSERT_TRUE(picture) << picture.error().message();
    EXPECT_EQ(*picture, expected);
    const auto other = last->pictures(letter, letter.pages[1]);
    EXPECT_FALSE(other) << "the new one has no such document";
}

TEST_F(LoaderTest, ABadOneLeavesThePictureAndIsAProblemUntilAGoodOneComes) {
    publishAs("Northmoor");
    start();
    ASSERT_TRUE(shows("Northmoor"));
    const auto before = last->snapshot;
    write("this is no snapshot");
    ASSERT_TRUE(hasProblem());
    EXPECT_EQ(last->snapshot, before);
    EXPECT_NE(last->problem.find("wall.db"), std::string::npos) << last->problem;
    const auto since = last->since;
    EXPECT_GT(since.time_since_epoch().count(), 0);
    fs::remove(source); // publishing never overwrites what is no snapshot
    publishAs("Eastmoor");
    ASSERT_TRUE(shows("Eastmoor"));
}

TEST_F(LoaderTest, AGoneSourceLeavesThePicture) {
    publishAs("Northmoor");
    start();
    ASSERT_TRUE(shows("Northmoor"));
    fs::remove(source);
    ASSERT_TRUE(hasProblem());
    ASSERT_NE(last->snapshot, nullptr);
    EXPECT_EQ(last->snapshot->checklist.authority, "Northmoor");
}

TEST_F(LoaderTest, AGoneFolderLeavesThePictureAndComesBack) {
    publishAs("Northmoor");
    start();
    ASSERT_TRUE(shows("Northmoor"));
    fs::rename(folder / "drop", folder / "elsewhere");
    ASSERT_TRUE(hasProblem());
    fs::rename(folder / "elsewhere", folder / "drop");
    ASSERT_TRUE(shows("Northmoor"));
}

TEST_F(LoaderTest, LastGoodCopySurvivesARestartWithoutTheSource) {
    publishAs("Northmoor");
    start();
    ASSERT_TRUE(shows("Northmoor"));
    loader.reset();
    fs::remove(source);
    start();
    ASSERT_TRUE(hasProblem());
    ASSERT_NE(last->snapshot, nullptr);
    EXPECT_EQ(last->snapshot->checklist.authority, "Northmoor");
}

TEST_F(LoaderTest, LastGoodCopySurvivesARestartWithABadSource) {
    publishAs("Northmoor");
    start();
    ASSERT_TRUE(shows("Northmoor"));
    loader.reset();
    write("nonsense");
    start();
    ASSERT_TRUE(hasProblem());
    ASSERT_NE(last->snapshot, nullptr);
}

TEST_F(LoaderTest, TwoSourcesDoNotMix) {
    publishAs("Northmoor");
    start();
    ASSERT_TRUE(shows("Northmoor"));
    source = folder / "drop/other.db";
    start();
    ASSERT_TRUE(hasProblem());
    EXPECT_EQ(last->snapshot, nullptr) << "the last good copy of another source";
}

TEST_F(LoaderTest, NothingAtAllIsSaidAtOnceWithGlyphsToSayIt) {
    start();
    ASSERT_TRUE(hasProblem());
    EXPECT_EQ(last->snapshot, nullptr);
    EXPECT_TRUE(fonts);
    publishAs("Northmoor");
    ASSERT_TRUE(shows("Northmoor"));
}

TEST_F(LoaderTest, NewCharactersBringNewGlyphs) {
    publishAs("Northmoor");
    start();
    ASSERT_TRUE(shows("Northmoor"));
    fonts = false;
    publishAs("N\u00f8rthm\u00f6\u00f6r \u0416");
    ASSERT_TRUE(shows("N\u00f8rthm\u00f6\u00f6r \u0416"));
    EXPECT_TRUE(fonts);
}

TEST_F(LoaderTest, AnotherRoomBringsNewGlyphs) {
    publishAs("Northmoor");
    start();
    ASSERT_TRUE(shows("Northmoor"));
    fonts = false;
    loader->setRoom({.width = 3840, .height = 2160});
    ASSERT_TRUE(arrives([this](const Arrival&) { return fonts; }));
}

TEST_F(LoaderTest, TheIndexFollowsAndIsOfTheSnapshotItComesWith) {
    const auto searchable = [](const Arrival& arrival) {
        return arrival.search && &arrival.search->snapshot() == arrival.snapshot.get();
    };
    publishAs("Northmoor");
    start();
    ASSERT_TRUE(arrives(searchable));
    const auto first = last->search;
    publishAs("Southmoor");
    ASSERT_TRUE(arrives([&](const Arrival& arrival) { return arrival.search != first && searchable(arrival); }));
    EXPECT_EQ(last->snapshot->checklist.authority, "Southmoor");
}

TEST_F(LoaderTest, GlyphsOfPagesComeWithTheIndex) {
    checklist.documents.clear();
    checklist.documents.push_back(
        {.id = 1, .name = "d.pdf", .digest = std::string(64, 'a'), .recipe = "", .pages = {}});
    checklist.documents[0].pages.push_back({1, 1, 1, std::string(64, 'b'), "Ωmega"});
    const std::u32string onPages = charactersOnPages(checklist);
    EXPECT_EQ(onPages, U"Ω");
    Snapshot snapshot{.meta = {}, .checklist = checklist, .digest = ""};
    EXPECT_EQ(charactersFor(&snapshot).find(U'Ω'), std::u32string::npos) << "the start does not wait for them";
}

TEST_F(LoaderTest, WakesForTheStopSignal) {
    start();
    ASSERT_TRUE(hasProblem());
    loader.reset();
    const int stop = eventfd(0, EFD_CLOEXEC);
    std::atomic<int> rings = 0;
    loader = std::make_unique<Loader>(
        LoaderOptions{
            .store = std::nullopt, .sample = "dorset", .room = {}, .asOf = std::nullopt, .stopDescriptor = stop},
        [&] {
            ++rings;
            bell.ring();
        });
    ASSERT_TRUE(arrives([](const Arrival&) { return true; }));
    eventfd_write(stop, 1);
    EXPECT_TRUE(bell.waitFor([&] { return rings >= 2; }));
    loader.reset();
    close(stop);
}

TEST_F(LoaderTest, TheWallsOwnThresholdsGoBeforeTheSnapshots) {
    publishAs("Northmoor");
    loader = std::make_unique<Loader>(
        LoaderOptions{.store = SnapshotStore(source, folder / "state", {.stale = {1, std::nullopt, std::nullopt}}),
                      .sample = {},
                      .room = {},
                      .asOf = std::nullopt},
        [this] { bell.ring(); });
    ASSERT_TRUE(shows("Northmoor"));
    EXPECT_EQ(last->snapshot->checklist.lines.front().staleAfterMonths, 1);
    last.reset();
    loader = std::make_unique<Loader>(LoaderOptions{.store = std::nullopt,
                                                    .sample = "dorset",
                                                    .room = {},
                                                    .asOf = std::nullopt,
                                                    .stale = {2, std::nullopt, std::nullopt}},
                                      [this] { bell.ring(); });
    ASSERT_TRUE(arrives([](const Arrival& arrival) { return arrival.snapshot != nullptr; }));
    EXPECT_EQ(last->snapshot->checklist.lines.front().staleAfterMonths, 2);
}

TEST_F(LoaderTest, WritesDownWhatHappened) {
    publishAs("Northmoor");
    Log log;
    const fs::path own = folder / "state/own";
    WallRecord record({.version = "0.1.0",
                       .process = thisProcess(),
                       .started = thisMoment(),
                       .source = source,
                       .sample = {},
                       .configuration = {},
                       .notTaken = {}},
                      own, log);
    loader = std::make_unique<Loader>(LoaderOptions{.store = SnapshotStore(source, folder / "state"),
                                                    .sample = {},
                                                    .room = {},
                                                    .asOf = std::nullopt,
                                                    .record = &record},
                                      [this] { bell.ring(); });
    ASSERT_TRUE(shows("Northmoor"));
    ASSERT_EQ(last->events.size(), 1U);
    EXPECT_TRUE(last->events.front().taken);
    fs::remove(source);
    ASSERT_TRUE(hasProblem());
    ASSERT_EQ(last->events.size(), 2U);
    EXPECT_EQ(last->events.front().what, last->problem);
    publishAs("Northmoor");
    ASSERT_TRUE(shows("Northmoor"));
    EXPECT_TRUE(last->events.front().taken);
    WallCounts counts;
    counts.frames = 7;
    loader->report(counts);
    loader.reset();
    const auto written = readStatuses(folder / "state");
    ASSERT_EQ(written.size(), 1U);
    ASSERT_TRUE(written.front());
    EXPECT_TRUE(written.front()->ended);
    EXPECT_EQ(written.front()->counts.frames, 7U) << "what was counted last";
    EXPECT_EQ(written.front()->events.size(), last->events.size());
}

TEST_F(LoaderTest, ADamagedNoteOfTrialsIsTold) {
    publishAs("Northmoor");
    const SnapshotStore store(source, folder / "state");
    fs::create_directories(store.folder() / "snapshots");
    std::ofstream(store.folder() / "snapshots/trials.json") << "{\"format\": 1";
    Log log;
    WallRecord record({}, store.folder(), log);
    loader = std::make_unique<Loader>(
        LoaderOptions{.store = store, .sample = {}, .room = {}, .asOf = std::nullopt, .record = &record},
        [this] { bell.ring(); });
    ASSERT_TRUE(shows("Northmoor"));
    ASSERT_EQ(last->events.size(), 2U);
    EXPECT_NE(
        last->events.front().what.find("trials.json: The note of which snapshots may be shown is damaged. It begins"),
        std::string::npos)
        << last->events.front().what;
    EXPECT_TRUE(last->problem.empty()) << "nothing that a board has to look at";
    loader.reset(); // before what it writes its record with
}

TEST_F(LoaderTest, EndsWhileNobodyTakesAnything) {
    publishAs("Northmoor");
    start();
    loader.reset();
}

} // namespace
} // namespace sightline
