#include "app/command_show.h"

#include <atomic>

#include "app/notify.h"
#include "app/report_failure.h"
#include "app/room_for.h"
#include "app/wall.h"

namespace sightline {

namespace {

LoaderOptions loaderOptions(const ShowOptions& options, const Room& room, const StopSignal& stop) {
    LoaderOptions out{.store = std::nullopt,
                      .sample = options.source.sample,
                      .room = room,
                      .asOf = options.viewing.asOf,
                      .stopDescriptor = stop.descriptor()};
    if (!options.source.sample.empty()) return out;
    const std::filesystem::path source =
        options.source.snapshot.empty() ? defaultSnapshotPath() : std::filesystem::path(options.source.snapshot);
    out.store.emplace(std::filesystem::absolute(source),
                      options.state.empty() ? defaultStateFolder() : std::filesystem::path(options.state),
                      options.keep);
    return out;
}

} // namespace

ExitCode runShow(const ShowOptions& options) {
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
        room = roomFor(display->panel().value_or(Size{}), options.viewing, display->diagonal());
    }

    LoaderOptions forLoader = loaderOptions(options, room, stop);
    const std::string expected = forLoader.store ? forLoader.store->source().string() : std::string();
    std::atomic<bool> canWake = false; // before there is a window system there is nobody to wake
    Loader loader(std::move(forLoader), [&canWake] {
        if (canWake) Window::wake();
    });

    if (!display)
        if (auto opened = openDisplay(); !opened) return reportFailure(opened.error(), kNoDisplay);
    auto window = Window::open(*display, options.windowed);
    if (!window) return reportFailure(window.error(), kNoDisplay);
    auto target = GlTarget::create(Window::procAddress);
    if (!target) return reportFailure(target.error(), kNoDisplay);
    canWake = true;
    Wall(options, room, expected, {**window, **target, loader, *trace, notify, stop}).run();
    canWake = false;
    return kFine;
}

} // namespace sightline
