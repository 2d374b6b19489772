#include "app/command_show.h"

#include <atomic>

#include "app/configuration.h"
#include "app/large_blocks.h"
#include "app/notify.h"
#include "app/report_failure.h"
#include "app/room_for.h"
#include "app/sqlite_log.h"
#include "app/version.h"
#include "app/wall.h"
#include "data/check_apart.h"

namespace sightline {

namespace {

std::filesystem::path stateFolder(const ShowOptions& options) {
    return options.state.empty() ? defaultStateFolder() : std::filesystem::path(options.state);
}

SignatureSettings signatureSettings(const ShowOptions& options, const Configuration& configuration) {
    SignatureSettings settings{.site = options.site};
    if (options.given.contains("--keys") || !options.keys.empty()) {
        settings.keys = options.keys;
        settings.how = KeysFolder::Named;
    } else if (configuration.keysUnknown) {
        settings.problem = "Which keys are installed cannot be read from " + configuration.file.string() +
                           ", so no snapshot is taken.";
    }
    return settings;
}

LoaderOptions loaderOptions(const ShowOptions& options, const Configuration& configuration, const Room& room,
                            const StopSignal& stop, TrustedClock& clock) {
    LoaderOptions out{.store = std::nullopt,
                      .sample = options.source.sample,
                      .room = room,
                      .asOf = options.viewing.asOf,
                      .stopDescriptor = stop.descriptor(),
                      .stale = options.stale,
                      .privacy = options.privacy,

                      .record = nullptr,
                      .clock = &clock};
    if (!options.source.sample.empty()) return out;
    const std::filesystem::path source =
        options.source.snapshot.empty() ? defaultSnapshotPath() : std::filesystem::path(options.source.snapshot);
    out.store.emplace(std::filesystem::absolute(source), stateFolder(options),
                      StoreSetting{options.keep, options.stale, checkInOwnProcess(), kVersion,
                                   SignatureGate(signatureSettings(options, configuration), clock)});
    return out;
}

/// Where the wall writes down how it is doing: beside what it keeps of its source.
std::filesystem::path recordFolder(const ShowOptions& options, const LoaderOptions& loader) {
    return loader.store ? loader.store->folder() : stateFolder(options) / ("sample-" + loader.sample);
}

WallIdentity identityOf(const ShowOptions& options, const LoaderOptions& loader, const Configuration& configuration) {
    WallIdentity identity{.version = kVersion,
                          .process = thisProcess(),
                          .started = thisMoment(),
                          .source = loader.store ? loader.store->source().string() : std::string(),
                          .sample = options.source.sample,
                          .configuration = configuration.file.empty()
                                               ? std::string()
                                               : std::filesystem::absolute(configuration.file).string(),
                          .notTaken = {}};
    if (!configuration.problems.empty()) {
        // A line on the wall has room for the name of the file, not for all folders above it.
        Failure problem = configuration.problems.front();
        problem.place = std::filesystem::path(problem.place).filename().string();
        identity.notTaken = problem.message();
    }
    return identity;
}

} // namespace

ExitCode runShow(const ShowOptions& asked, const WallSetting& setting) {
    giveBackLargeBlocks();
    Log log;
    if (const auto ready = initialiseSqlite(earOf(log)); !ready) return reportFailure(ready.error());
    const Configuration configuration = readConfiguration(asked.config);
    const ShowOptions options = withConfiguration(asked, configuration);
    const StopSignal stop;
    Notify notify;
    auto trace = Trace::open(options.trace);
    if (!trace) return reportFailure(trace.error(), kRefused);

    // The size of the panel decides which glyphs are made, and making them takes as long as making the window: both at
    // once. Asking for the size of a monitor needs the display first.
    std::unique_ptr<Display> display;
    Room room;
    const auto openDisplay = [&]() -> Result<void> {
        auto opened = Display::open();
        if (!opened) return tl::unexpected(opened.error());
        display = std::move(*opened);
        return {};
    };
    if (options.windowed) {
        room = roomFor(*options.windowed, options.viewing, std::nullopt);
    } else {
        if (auto opened = openDisplay(); !opened) return reportFailure(opened.error(), kNoDisplay);
        room = roomFor(display->panel().size, options.viewing, display->diagonal());
    }

    TrustedClock clock;
    LoaderOptions forLoader = loaderOptions(options, configuration, room, stop, clock);
    const WallIdentity identity = identityOf(options, forLoader, configuration);
    const std::filesystem::path folder = recordFolder(options, forLoader);
    WallRecord record(identity, folder, log);
    forLoader.record = &record;
    std::atomic<bool> canWake = false; // before there is a window system there is nobody to wake
    Loader loader(std::move(forLoader), [&canWake] {
        if (canWake) Window::wake();
    });

    // Whatever keeps the wall from a window is no fault of the snapshot.
    loader.setPeace(true);
    if (!display)
        if (auto opened = openDisplay(); !opened) return reportFailure(opened.error(), kNoDisplay);
    auto window = Window::open(*display, options.windowed);
    if (!window) return reportFailure(window.error(), kNoDisplay);
    auto target = GlTarget::create(Window::procAddress);
    if (!target) return reportFailure(target.error(), kNoDisplay);
    canWake = true;
    loader.setPeace(false);
    const ExitCode ended =
        Wall(options, room, identity, folder, {**window, **target, loader, *trace, notify, stop, log, setting, clock})
            .run();
    canWake = false;
    return ended;
}

} // namespace sightline
