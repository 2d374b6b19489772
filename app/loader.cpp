#include "app/loader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <poll.h>
#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <utility>

#include "app/clock_text.h"
#include "app/comparison.h"
#include "app/day_for.h"
#include "app/file_identity.h"
#include "app/folder_watch.h"
#include "app/meeting_marks.h"
#include "app/pair_wait.h"
#include "app/patient_thread.h"
#include "data/sample.h"

namespace sightline {
namespace {

Seconds steadyNow() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// A snapshot and the signature beside it.
using PairIdentity = std::pair<std::optional<FileIdentity>, std::optional<FileIdentity>>;

PairIdentity pairAt(const std::filesystem::path& source) {
    return {identityOf(source), identityOf(signaturePath(source))};
}

/// Until a source that shows no sign of life counts as one that does not answer.
constexpr std::chrono::milliseconds kSourcePatience{5'000};

Result<Brought> doesNotAnswer(const std::filesystem::path& source) {
    return fail(FailureKind::Missing, source.string(),
                "The folder does not answer. What the wall shows may no longer be the newest.");
}

/// What a look sees before anything is opened.
struct Sight {
    std::optional<PairIdentity> source; ///< nothing: it does not answer
    std::optional<FileIdentity> keys;   ///< the folder of keys
    bool operator==(const Sight&) const = default;
};

/// Whether the very same file may be taken later.
bool mayPass(FailureKind kind) {
    switch (kind) {
    case FailureKind::NotAFile:
    case FailureKind::Damaged:
    case FailureKind::WrongVersion:
    case FailureKind::BadContent:
    case FailureKind::WrongPair:
    case FailureKind::Quarantined: return false;
    default: return true;
    }
}

} // namespace

struct Loader::Known {
    explicit Known(const LoaderOptions& options)
        : room(options.room), again(options.firstRetry), wait(options.pairPatience),
          watch(options.store ? std::make_shared<FolderWatch>(options.store->source().parent_path()) : nullptr),
          stopDescriptor(options.stopDescriptor) {}

    Arrival now; ///< what the wall was told last, without the fonts
    Room room;
    std::u32string characters; ///< what the glyphs were baked for
    std::u32string onPages;    ///< what only the texts of documents need, which nothing but the search shows
    std::optional<BakedFonts> fonts;
    bool looked = false;
    std::vector<std::string> keys;            ///< that were installed at the last look, in words
    Sight seen;                               ///< at the last look
    RetryWait again;                          ///< for what was refused and may be taken as it is, a little later
    PairWait wait;                            ///< for the other one of the two
    Seconds remembered = steadyNow();         ///< when the time was written down last
    std::shared_ptr<const Snapshot> compared; ///< what `now.comparison` speaks of …
    std::optional<Day> comparedOn;            ///< … and the day it was made for
    PatientThread reach{kSourcePatience};     ///< asks for what may not answer: the source
    std::shared_ptr<FolderWatch> watch;
    int stopDescriptor;

    /// What stands at the source. Nothing: it does not answer.
    std::optional<PairIdentity> pairNow(const std::filesystem::path& source, const Progress& goesOn) {
        const auto look = [folder = watch, source](const Progress&) {
            folder->renew();
            return pairAt(source);
        };
        return reach.ask<PairIdentity>(look, goesOn);
    }
};

Loader::Loader(LoaderOptions options, std::function<void()> wake)
    : options_(std::move(options)), wake_(std::move(wake)), poke_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      known_(std::make_unique<Known>(options_)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

Loader::~Loader() {
    thread_.request_stop();
    eventfd_write(poke_, 1);
    thread_.join();
    close(poke_);
}

void Loader::run(const std::stop_token& stop) {
    pthread_setname_np(pthread_self(), "loader"); // for whoever looks into a process that hangs
    begin();
    compare();
    makeSearchable(stop);
    while (!stop.stop_requested()) {
        sleep();
        std::vector<std::shared_ptr<const void>> given;
        std::optional<Room> room;
        bool marking = false;
        std::optional<std::string> confirmed;
        std::optional<WallCounts> counts;
        {
            const std::scoped_lock lock(mutex_);
            given.swap(retired_);
            room = std::exchange(wantedRoom_, std::nullopt);
            marking = std::exchange(marking_, false);
            confirmed = std::exchange(confirmed_, std::nullopt);
            counts = std::exchange(counts_, std::nullopt);
        }
        given.clear();
        if (options_.record != nullptr && counts) options_.record->counted(*counts);
        if (stop.stop_requested()) break;
        answer();
        if (confirmed) stand(*confirmed);
        if (room && *room != known_->room) {
            known_->room = *room;
            known_->characters.clear();
            bake();
            post();
        }
        look();
        passTrust();
        rememberTime();
        if (marking) mark();
        compare();
        makeSearchable(stop);
    }
    if (options_.store) options_.store->rememberTime();
    if (peace_ && known_->now.onTrial) options_.store->withdraw(known_->now.snapshot->digest);
    if (options_.record == nullptr) return;
    const std::scoped_lock lock(mutex_);
    if (counts_) options_.record->counted(*counts_);
    options_.record->end();
}

/// The first picture: what can be shown at once, with its glyphs.
void Loader::begin() {
    if (options_.store) {
        look();
        return;
    }
    auto sample = sampleSnapshot(options_.sample);
    if (sample) {
        applyStaleSetting(sample->checklist, options_.stale);
        Taken taken{std::make_shared<const Snapshot>(std::move(*sample)), samplePictures(options_.sample), {}};
        setSnapshot(taken);
    } else {
        setProblem(sample.error().message());
    }
    bake();
    post();
}

void Loader::sleep() {
    // A second, because looking is what counts: a change is on the wall within two. A sample never changes.
    int longest = options_.store ? 1000 : -1;
    if (options_.record != nullptr)
        if (const auto due = options_.record->settle(steadyNow())) {
            const int milliseconds = static_cast<int>(std::ceil(*due * 1000));
            longest = longest < 0 ? milliseconds : std::min(longest, milliseconds);
        }
    std::array<pollfd, 3> wanted{pollfd{poke_, POLLIN, 0},
                                 pollfd{known_->watch ? known_->watch->descriptor() : -1, POLLIN, 0},
                                 pollfd{known_->stopDescriptor, POLLIN, 0}};
    poll(wanted.data(), wanted.size(), longest);
    eventfd_t pokes = 0;
    eventfd_read(poke_, &pokes);
    if (known_->watch) known_->watch->drain();
    if (wanted[2].revents != 0) {
        known_->stopDescriptor = -1;
        wake_();
    }
}

/// Looks at the source, and takes it where it is not what was last seen. One that is bad in itself is remembered and
/// not tried again until it changes; one that was refused for another reason is, now and then.
void Loader::look() {
    if (!options_.store) return;
    SnapshotStore& store = *options_.store;
    const Progress goesOn = [this] { answer(); };
    Sight sight{known_->pairNow(store.source(), goesOn), identityOf(store.keysFolder())};
    const bool same = known_->looked && sight == known_->seen;
    if (same && !known_->again.isDue(steadyNow())) {
        if (auto late = known_->wait.due(steadyNow())) {
            setProblem(std::move(*late));
            post();
        }
        return;
    }
    auto brought = sight.source ? known_->reach.ask(store.bringing(), goesOn) : std::nullopt;
    if (!brought) sight.source.reset();
    auto taken = store.take(brought ? std::move(*brought) : doesNotAnswer(store.source()), goesOn);
    // Still being written, or replaced meanwhile: what was read may be half of each. The next look is a moment away.
    if (!taken && sight.source && known_->looked && known_->pairNow(store.source(), goesOn) != sight.source) return;
    const bool first = !std::exchange(known_->looked, true);
    known_->wait.letGo();
    if (!same) known_->again.letGo();
    known_->keys = keyWords(store.keys());
    known_->seen = std::move(sight);
    settle(std::move(taken), first);
}

/// What became of a look: another picture, or a problem.
void Loader::settle(Result<Taken> taken, bool first) {
    Arrival& now = known_->now;
    const Arrival before = now;
    const bool passing = taken ? !taken->notKept.empty() : known_->seen.source && mayPass(taken.error().kind);
    if (passing)
        known_->again.hold(steadyNow());
    else
        known_->again.letGo();
    if (taken) {
        if (!now.snapshot || now.snapshot->digest != taken->snapshot->digest) setSnapshot(*taken);
        setProblem(std::move(taken->notKept));
    } else {
        refuse(taken.error(), first);
    }
    if (options_.record != nullptr) options_.record->remarked(options_.store->takeRemark());
    const bool otherTrust = renewTrust();
    bake();
    if (first || otherTrust || known_->fonts || now.snapshot != before.snapshot || now.problem != before.problem)
        post();
}

/// What was not taken is a problem; a signature that does not fit yet becomes one only when it stays so.
void Loader::refuse(const Failure& failure, bool first) {
    if (first) showLastGood();
    Lacking& lacking = known_->now.lacking;
    if (failure.kind == FailureKind::Quarantined)
        lacking = Lacking::PutAside;
    else if (failure.kind != FailureKind::Missing)
        lacking = Lacking::Refused;
    if (failure.kind == FailureKind::WrongPair && known_->now.snapshot)
        known_->wait.hold(failure.message(), steadyNow());
    else
        setProblem(failure.message());
}

/// Whether what is on the wall can be relied on less than before, or more.
bool Loader::renewTrust() {
    if (options_.clock == nullptr) return false;
    SourceTrust trust = trustIn(known_->now.snapshot.get(), *options_.clock);
    trust.keys = known_->keys;
    if (trust == known_->now.trust) return false;
    known_->now.trust = std::move(trust);
    if (options_.record != nullptr) options_.record->trusted(known_->now.trust);
    return true;
}

/// A snapshot expires, or a clock is set, without anything else happening.
void Loader::passTrust() {
    if (options_.store && renewTrust()) post();
}

/// Once a day, and at the end: a wall that nobody touches writes nothing else.
void Loader::rememberTime() {
    constexpr Seconds kDay = 86'400;
    if (!options_.store || steadyNow() < known_->remembered + kDay) return;
    known_->remembered = steadyNow();
    options_.store->rememberTime();
}

void Loader::showLastGood() {
    auto last = options_.store->lastGood([this] { answer(); });
    if (!last) {
        if (last.error().kind == FailureKind::Quarantined) known_->now.lacking = Lacking::PutAside;
        return;
    }
    setSnapshot(*last);
    if (!last->notKept.empty()) setProblem(std::move(last->notKept));
}

void Loader::setSnapshot(Taken& taken) {
    Arrival& now = known_->now;
    now.snapshot = std::move(taken.snapshot);
    now.pictures = std::move(taken.pictures);
    now.onTrial = taken.onTrial;
    now.search.reset();
    // What was compared is of the snapshot before, and stays until the new comparison is there.
    now.closed = {closedCopyOf(now.snapshot, options_.privacy), now.closed.comparison, nullptr, nullptr};
    now.alone = {aloneCopyOf(now.closed.snapshot, options_.privacy), now.alone.comparison, nullptr, nullptr};
    count();
    known_->now.loaded = std::chrono::system_clock::now();
    if (options_.record != nullptr) options_.record->shown(*known_->now.snapshot);
}

/// The day that the snapshot is looked at from.
Day Loader::dayNow() const {
    const Day now = options_.clock != nullptr ? localDay(options_.clock->now()) : today();
    return dayFor(options_.asOf, known_->now.snapshot.get(), now);
}

/// What the wall would have to count on the thread that draws.
void Loader::count() {
    Arrival& now = known_->now;
    const Day day = dayNow();
    now.counted = countedIn(now.snapshot->checklist, day);
    now.closed.counted = countedIn(now.closed.snapshot, day, now.snapshot, now.counted);
    now.alone.counted = countedIn(now.alone.snapshot, day, now.closed.snapshot, now.closed.counted);
}

/// Tells what changed. After the picture, never before it: earlier snapshots are read and verified for this.
void Loader::compare() {
    const auto& snapshot = known_->now.snapshot;
    if (!snapshot) return;
    const Day day = dayNow();
    if (known_->compared == snapshot && known_->comparedOn == day) return;
    if (known_->now.counted->asOf != day) count();
    known_->compared = snapshot;
    known_->comparedOn = day;
    const Progress goesOn = [this] { answer(); };
    if (options_.store) {
        known_->now.comparison = compareWithEarlier(options_.store->folder(), *snapshot, day, options_.stale, goesOn);
    } else if (auto earlier = earlierSample(options_.sample)) {
        applyStaleSetting(earlier->checklist, options_.stale);
        known_->now.comparison = compareWith(*earlier, *snapshot, day);
    } else {
        return;
    }
    Arrival& arrival = known_->now;
    arrival.closed.comparison = closedCopyOf(arrival.comparison, options_.privacy);
    arrival.alone.comparison = aloneCopyOf(arrival.closed.comparison, options_.privacy);
    bake();
    post();
}

/// Makes the index for the search. After everything else, as it takes longest; the page says so meanwhile.
void Loader::makeSearchable(const std::stop_token& stop) {
    Arrival& now = known_->now;
    if (!now.snapshot || now.search) return;
    now.closed.search = SearchIndex::build(now.closed.snapshot, stop);
    const bool same = now.closed.snapshot == now.snapshot;
    now.search = same ? now.closed.search : SearchIndex::build(now.snapshot, stop);
    if (!now.search || !now.closed.search) return;
    if (now.alone.snapshot == now.closed.snapshot) now.alone.search = now.closed.search;
    known_->onPages = charactersOnPages(now.snapshot->checklist);
    bake();
    post();
}

void Loader::mark() {
    const auto& snapshot = known_->now.snapshot;
    if (!options_.store || !snapshot) return;
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto marked = addMeetingMark(options_.store->folder(), {now, snapshot->digest});
    if (!marked) setProblem(marked.error().message());
    known_->compared.reset();
}

/// The snapshot has stood: from now on it is one to fall back on.
void Loader::stand(const std::string& digest) {
    Arrival& now = known_->now;
    if (!options_.store || !now.onTrial || now.snapshot->digest != digest) return;
    const auto written = options_.store->confirm(digest);
    if (!written) setProblem(written.error().message());
    now.onTrial = false;
    post();
}

void Loader::setProblem(std::string sentence) {
    if (sentence == known_->now.problem) return;
    if (options_.record != nullptr) options_.record->problem(sentence);
    known_->now.problem = std::move(sentence);
    known_->now.since = std::chrono::system_clock::now();
}

/// Makes glyphs where the text needs some that there are not.
void Loader::bake() {
    std::u32string wanted;
    std::ranges::set_union(charactersFor(known_->now.snapshot.get(), known_->now.comparison.get()), known_->onPages,
                           std::back_inserter(wanted));
    // Both are sorted. Glyphs that are no longer needed stay: they cost little, and the snapshot may come back.
    if (std::ranges::includes(known_->characters, wanted)) return;
    std::u32string all;
    std::ranges::set_union(known_->characters, wanted, std::back_inserter(all));
    known_->characters = std::move(all);
    known_->fonts = bakeFonts(known_->room, known_->characters);
}

void Loader::post() {
    Arrival arrival = known_->now;
    if (options_.record != nullptr) arrival.events = options_.record->status().events;
    arrival.fonts = std::exchange(known_->fonts, std::nullopt);
    {
        const std::scoped_lock lock(mutex_);
        // Glyphs that were not fetched yet are still wanted.
        if (slot_ && slot_->fonts && !arrival.fonts) arrival.fonts = std::move(slot_->fonts);
        slot_ = std::move(arrival);
    }
    wake_();
}

} // namespace sightline
