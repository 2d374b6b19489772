#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "app/screen_hours.h"
#include "data/date.h"
#include "data/history.h"
#include "data/stale_setting.h"
#include "render/look.h"
#include "render/ui_types.h"

namespace sightline {

/// What is to be shown or asked: a snapshot file, or one of the program's own samples. Exactly one is set; both are
/// empty only for `show`, which then looks where a snapshot is put by default.
struct SourceChoice {
    std::string snapshot;
    std::string sample;
};

/// What a number may be, both ends included.
struct Bounds {
    double low = 0;
    double high = 0;
};
inline constexpr Bounds kDiagonalIn{7, 150};    ///< inches
inline constexpr Bounds kDistanceM{0.5, 20};    ///< metres
inline constexpr Bounds kIdleSeconds{0, 86400}; ///< seconds
inline constexpr Bounds kShiftPixels{0, 8};
inline constexpr Bounds kShiftSeconds{1, 86400};

/// Pixels.
struct Size {
    int width = 1920;
    int height = 1080;
    bool operator==(const Size&) const = default;
};

/// How it is looked at.
struct Viewing {
    std::optional<Day> asOf; ///< nothing: a sample's own position date, otherwise today
    ThemeName theme = ThemeName::Light;
    std::optional<double> diagonalIn; ///< inches; nothing: what the monitor says where that is believable, else 65
    double distanceM = 4;             ///< farthest seat, metres
};

struct ShowOptions {
    SourceChoice source;
    Viewing viewing;
    std::optional<Size> windowed;      ///< nothing: full screen
    std::string trace;                 ///< file for one JSON line an event; empty: none
    std::string state;                 ///< folder for the last good copy; empty: the system's place
    std::size_t keep = kKeptSnapshots; ///< snapshots in the history, the shown one included
    double idleSeconds = 120;          ///< 0: never
    HoursSetting hours;                ///< when the panel is on; only the configuration file sets it …
    int shiftPixels = 2;               ///< … as how far the picture moves, 0: never …
    double shiftSeconds = 180;         ///< … and how often
    StaleSetting stale;                ///< only the configuration file sets it
    std::string config;                ///< configuration file; empty: the system's, where there is one
    std::set<std::string> given;       ///< what the command line itself says: it goes before the file
};

/// `config`: a look at the configuration file.
struct ConfigOptions {
    std::string file; ///< empty: the system's
};
struct ConfigCheckCommand : ConfigOptions {};
struct ConfigShowCommand : ConfigOptions {};

struct StatusOptions {
    std::string state;  ///< folder the walls keep their state in; empty: as the configuration says, else the usual ones
    std::string config; ///< configuration file; empty: the system's, where there is one
    bool json = false;
};

/// `render` and `targets`: one page, without a window.
struct StillOptions {
    SourceChoice source;
    Viewing viewing;
    Location page;
    std::string since; ///< an earlier snapshot, for the page of changes; empty: a sample's own, else none
    std::string query; ///< what the search page looks for
    Size size;
    std::string output; ///< PNG file; `render` only
    bool json = false;  ///< `targets` only
};

struct ImportOptions {
    std::vector<std::filesystem::path> inputs;
    std::string output;
    std::string report;   ///< JSON file; empty: none
    std::string evidence; ///< folder of the files that are the evidence; empty: none
    std::string previous; ///< snapshot whose pages may be taken over; empty: the one at `output`
    bool withoutPages = false;
};

struct PublishOptions {
    std::string database;
    std::string output;
};

struct CheckOptions {
    std::string snapshot;
};

struct SummaryOptions {
    SourceChoice source;
    std::optional<Day> asOf;
    bool json = false;
};

struct DiffOptions {
    std::vector<std::string> snapshots; ///< two or more, oldest first; empty: a sample
    std::string sample;                 ///< with what it was some months before
    std::optional<Day> asOf;            ///< for the last
    bool json = false;
};

struct ExportOptions {
    SourceChoice source;
    std::optional<Day> asOf;
    std::string output; ///< its ending says what is made
    std::string since;  ///< an earlier snapshot, to tell what changed; empty: a sample's own, else none
};

struct TemplateOptions {
    std::string output; ///< .xlsx
};

struct RenderCommand : StillOptions {};
struct TargetsCommand : StillOptions {};

using Order = std::variant<ShowOptions, RenderCommand, TargetsCommand, ImportOptions, PublishOptions, CheckOptions,
                           SummaryOptions, DiffOptions, ExportOptions, TemplateOptions, ConfigCheckCommand,
                           ConfigShowCommand, StatusOptions>;

} // namespace sightline
