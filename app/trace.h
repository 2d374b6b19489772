#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "app/redraw.h"
#include "data/failure.h"
#include "data/model.h"
#include "render/gesture.h"
#include "render/targets.h"

namespace sightline {

/// What the wall does, one line of JSON an event, written at once: tests wait for these lines instead of for time.
/// Every line has "event" and "t", milliseconds on the steady clock. Without a file nothing is written.
class Trace {
public:
    /// Starts a new file; an empty path traces nothing.
    static Result<Trace> open(const std::string& path);

    void ready();
    /// `milliseconds`: until the window system had it; `built`: of these, what the thread itself worked on the page.
    /// `shown`: what the page was built from; nullptr: nothing.
    void frame(const Reasons& why, int number, double milliseconds, double built, const Snapshot* shown);
    /// `label`: empty where it must not leave the room.
    void tap(std::string_view id, std::string_view label);
    void page(const Location& place);
    void snapshotShown(std::int64_t sequence, std::string_view digest);
    /// Something from the loader was taken over; the thread that draws was so long at work with it.
    void received(double milliseconds);
    /// The snapshot on the panel has stood.
    void confirmed();
    void searchable(std::size_t entries);
    void refused(const std::string& why);
    /// No more frames are pending.
    void settled();
    void screen(bool on);
    /// The panel is there or not, and is used in this size.
    void panel(bool connected, int width, int height);
    void pointer(bool shown);
    void idle(std::string_view what);     ///< "notice", "stay" or "home"
    void meeting(std::string_view what);  ///< "started" or "ended"
    void rotation(std::string_view what); ///< "started", "paused" or "ended"
    /// "opened", "closed", "covered", "uncovered", "owners-hidden", "owners-shown", "pin-wrong" or "pin-wait"
    void privacy(std::string_view what);

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    explicit Trace(std::FILE* file) : file_(file) {}

    std::unique_ptr<std::FILE, Close> file_;
};

} // namespace sightline
