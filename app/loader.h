#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "app/retry_wait.h"
#include "app/room_copy.h"
#include "app/snapshot_store.h"
#include "app/source_trust.h"
#include "app/wall_record.h"
#include "data/model.h"
#include "data/search/search_index.h"
#include "render/fonts.h"
#include "render/room.h"
#include "render/view.h"

namespace sightline {

/// Everything the wall is to know after something changed.
struct Arrival {
    using Moment = std::chrono::system_clock::time_point;
    std::shared_ptr<const Snapshot> snapshot;     ///< what to show; nullptr: there has never been one
    PictureSource pictures;                       ///< of its documents; from here on for one other thread
    Moment loaded;                                ///< when it was
    std::string problem;                          ///< what is wrong with the source, one sentence; empty: nothing
    Moment since;                                 ///< since when
    Lacking lacking = Lacking::None;              ///< why, where there is no snapshot
    SourceTrust trust;                            ///< how far `snapshot` can be relied on
    std::shared_ptr<const Comparison> comparison; ///< with an earlier snapshot; nullptr: there is none
    bool onTrial = false;                         ///< `snapshot` has not been on the panel for long enough yet
    std::vector<SourceEvent> events;              ///< what happened to the source, newest first
    std::shared_ptr<const SearchIndex> search;    ///< of `snapshot`; nullptr: it is being made
    std::shared_ptr<const Counted> counted;       ///< what is counted in `snapshot` for the day when it was posted
    RoomCopy closed;                              ///< of all four, what the room may see while marked items are closed
    RoomCopy alone;                               ///< what it may see while nobody is there
    std::optional<BakedFonts> fonts;              ///< only when they were made anew
};

struct LoaderOptions {
    std::optional<SnapshotStore> store; ///< nothing: a sample
    std::string sample;
    Room room;
    std::optional<Day> asOf;                ///< the day to look from; nothing: today
    int stopDescriptor = -1;                ///< wakes the wall once when it becomes readable
    StaleSetting stale = {};                ///< when evidence counts as stale; `store` has its own
    PrivacyOptions privacy = {};            ///< what the room may see
    WallRecord* record = nullptr;           ///< is told what happens, on the loader's thread; outlives the loader
    const TrustedClock* clock = nullptr;    ///< outlives the loader; nullptr: the system's will do
    Seconds firstRetry = RetryWait::kFirst; ///< until a source that was refused for a passing reason is tried again
    Seconds pairPatience = 30;              ///< until a signature and a snapshot that do not fit are a problem
};

/// The thread that works for the wall: it bakes glyphs, takes new snapshots from their source and verifies them, and
/// gives up old ones; it writes down how the wall is doing. It hands over through one slot, newest first, and then
/// calls `wake`.
class Loader {
public:
    Loader(LoaderOptions options, std::function<void()> wake);
    ~Loader();
    Loader(const Loader&) = delete;
    Loader& operator=(const Loader&) = delete;

    /// What has arrived since the last call; nothing: nothing.
    std::optional<Arrival> take();
    /// The panel has another size: glyphs are wanted for it.
    void setRoom(const Room& room);
    /// "We met today": remembers the moment and the snapshot that is on the wall; what changed is then told from there.
    void markMeeting();
    /// This snapshot has been on the panel for long enough to be sure of it.
    void confirm(std::string digest);
    /// Whether an end from now on is one that nobody holds against the snapshot on trial: the wall was told to end, or
    /// has no window yet. Otherwise, and from the start, it is.
    void setPeace(bool peace) { peace_ = peace; }
    /// Gives up a snapshot, or an index of one, on the loader's thread: freeing a large one takes longer than a frame.
    void retire(std::shared_ptr<const void> old);
    /// What the wall has counted so far, for the record.
    void report(const WallCounts& counts);

    /// Asks the loader's thread for a sign of life. It gives one when it comes round, and now and then during long
    /// work.
    void ask();
    /// It has, since the last `ask`; or was never asked.
    [[nodiscard]] bool answered() const { return !asked_; }

private:
    void run(const std::stop_token& stop);
    void sleep();
    void look();
    void begin();
    void settle(Result<Taken> taken, bool first);
    void showLastGood();
    void refuse(const Failure& failure, bool first);
    bool renewTrust();
    void passTrust();
    void rememberTime();
    void compare();
    void makeSearchable(const std::stop_token& stop);
    void mark();
    void stand(const std::string& digest);
    void bake();
    void post();
    void answer() { asked_ = false; }
    void setProblem(std::string sentence);
    void setSnapshot(Taken& taken);
    [[nodiscard]] Day dayNow() const;
    void count();

    LoaderOptions options_;
    std::function<void()> wake_;
    int poke_ = -1; ///< an eventfd: ends the loader's sleep
    std::atomic<bool> asked_ = false;
    std::atomic<bool> peace_ = false;

    std::mutex mutex_; ///< guards from here …
    std::optional<Arrival> slot_;
    std::optional<Room> wantedRoom_;
    bool marking_ = false;
    std::optional<std::string> confirmed_;
    std::optional<WallCounts> counts_;
    std::vector<std::shared_ptr<const void>> retired_; ///< … to here

    struct Known; ///< what only the loader's thread touches
    std::unique_ptr<Known> known_;
    std::jthread thread_; ///< last: it starts when all else is there
};

} // namespace sightline
