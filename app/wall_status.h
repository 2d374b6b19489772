#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/process_mark.h"
#include "app/redraw.h"
#include "data/date.h"
#include "data/model.h"

namespace sightline {

using Moment = std::chrono::sys_seconds;
Moment thisMoment();

/// What does not change while a wall runs.
struct WallIdentity {
    std::string version;
    ProcessMark process;
    Moment started;
    std::string source;        ///< path of the snapshot it watches; empty: a sample
    std::string sample;        ///< its name; empty: none
    std::string configuration; ///< path of the file; empty: there is none
    std::string notTaken;      ///< why that does not hold; empty: it does
    bool operator==(const WallIdentity&) const = default;
};

/// What the wall's own thread counts.
struct WallCounts {
    std::uint64_t frames = 0;
    std::array<std::uint64_t, static_cast<std::size_t>(Why::Count)> why{}; ///< a frame may have several reasons
    std::uint64_t displayChanges = 0;
    Moment displayChanged; ///< the last time; only where there was one
    std::string renderer;  ///< OpenGL's name for itself
    Size panel{0, 0};
    double diagonalIn = 0;
    bool connected = true; ///< there is a panel
    std::string screen;    ///< whether it is on, and until when: "off until 08:00"
    bool operator==(const WallCounts&) const = default;
};

/// What happened to the source.
struct SourceEvent {
    Moment when;
    bool taken = false; ///< a snapshot was taken; false: it was refused, or something else is wrong
    std::string what;   ///< one sentence
    bool operator==(const SourceEvent&) const = default;
};
/// So many are remembered, the newest first.
inline constexpr std::size_t kSourceEvents = 12;

/// The snapshot on the wall.
struct ShownSnapshot {
    std::int64_t sequence = 0; ///< 0: a sample
    std::string digest;
    PartialDate position;
    Moment since;
    std::string site = {};
    std::string expires = {};                ///< Meta::expires
    std::optional<Signature> signature = {}; ///< nothing: not signed, no key is installed
    bool operator==(const ShownSnapshot&) const = default;
};

ShownSnapshot shownSnapshot(const Snapshot& snapshot, Moment since);

/// How a wall is doing: what it writes into its state folder, and `status` reads.
struct WallStatus {
    WallIdentity wall;
    WallCounts counts;
    std::optional<ShownSnapshot> shown;
    std::string problem; ///< with the source; empty: none
    Moment problemSince;
    std::vector<std::string> keys = {};     ///< that are installed, in words
    std::vector<std::string> warnings = {}; ///< of what is shown all the same: it expired, the clock is not set
    std::vector<SourceEvent> events;        ///< newest first
    std::optional<Moment> ended;            ///< when it was told to end
    bool operator==(const WallStatus&) const = default;
};

/// "2026-06-14T09:30:00Z"
std::string utcText(Moment moment);
std::optional<Moment> parseUtc(const std::string& text);

/// "3 days 4 hours", "4 hours 12 minutes", "12 minutes", "less than a minute".
std::string durationText(std::chrono::seconds span);

} // namespace sightline
