#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "app/redraw.h"
#include "data/failure.h"
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
    void frame(const Reasons& why, int number, double milliseconds);
    void tap(const Target& target);
    void page(const Location& place);
    void snapshotShown(std::int64_t sequence, std::string_view digest);
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
    void idle(std::string_view what); ///< "notice", "stay" or "home"

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    explicit Trace(std::FILE* file) : file_(file) {}

    std::unique_ptr<std::FILE, Close> file_;
};

} // namespace sightline
