#pragma once

#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "app/occasion.h"
#include "app/screen_hours.h"
#include "data/date.h"
#include "data/history.h"
#include "data/room_privacy.h"
#include "data/stale_setting.h"
#include "render/look.h"
#include "render/scheme.h"
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
inline constexpr Bounds kDiagonalIn{10, 150};  ///< inches; a panel below has no room for keys as large as fingers
inline constexpr Bounds kDistanceM{0.5, 20};   ///< metres
inline constexpr std::size_t kLeastText = 100; ///< per cent
inline constexpr std::size_t kMostText = 200;
inline constexpr Bounds kIdleSeconds{0, 86400};    ///< seconds
inline constexpr Bounds kMeetingMinutes{0, 240};   ///< minutes for each element
inline constexpr Bounds kMeetingLongest{1, 86400}; ///< seconds without a touch
inline constexpr Bounds kRotationSeconds{0, 3600}; ///< seconds a page
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
    std::optional<double> diagonalIn;     ///< inches; nothing: what the monitor says where that is believable, else 65
    double distanceM = 4;                 ///< farthest seat, metres
    std::size_t textPercent = kLeastText; ///< how large text is, in terms of what the room asks for
};

/// What the wall may show in turn while nobody is there.
enum class RotationPage : std::uint8_t { Overview, Map, Actions, Attention, Changes };

struct RotationOptions {
    int seconds = 0; ///< how long each page is shown; 0: pages are not turned
    std::vector<RotationPage> pages = {RotationPage::Overview, RotationPage::Map, RotationPage::Actions,
                                       RotationPage::Attention};
};

/// What the room may see; only the configuration file sets it.
struct PrivacyOptions {
    RoomPrivacy rules;
    std::string pin;         ///< what `config set-pin` made of it (data/pin.h); empty: there is none
    bool hideOwners = false; ///< owners' names, while nobody is there
};

struct ShowOptions {
    SourceChoice source;
    Viewing viewing;
    std::optional<Size> windowed;      ///< nothing: full screen
    std::string trace;                 ///< file for one JSON line an event; empty: none
    std::string state;                 ///< folder for the last good copy; empty: the system's place
    std::size_t keep = kKeptSnapshots; ///< snapshots in the history, the shown one included
    double idleSeconds = 120;          ///< 0: never
    std::string keys;                  ///< folder of the keys that snapshots are signed with; empty: the system's
    std::string site;                  ///< whose snapshots are shown; empty: those of the site that was shown first
    /// Bands of the council's own; only the configuration file sets it. Nothing: the standard ones.
    std::optional<Scheme> scheme;
    HoursSetting hours;               ///< when the panel is on; only the configuration file sets it …
    int shiftPixels = 2;              ///< … as how far the picture moves, 0: never …
    double shiftSeconds = 180;        ///< … and how often
    int meetingMinutes = 15;          ///< set aside for each element of a meeting; 0: nothing is timed
    double meetingLongest = 4 * 3600; ///< seconds without a touch after which a meeting was forgotten
    RotationOptions rotation;
    StaleSetting stale; ///< only the configuration file sets it
    PrivacyOptions privacy;
    std::string config;          ///< configuration file; empty: the system's, where there is one
    std::set<std::string> given; ///< what the command line itself says: it goes before the file
};

/// `config`: a look at the configuration file.
struct ConfigOptions {
    std::string file; ///< empty: the system's
};
struct ConfigCheckCommand : ConfigOptions {};
struct ConfigShowCommand : ConfigOptions {};
struct ConfigSetPinCommand : ConfigOptions {
    bool print = false; ///< the line for the file, instead of writing it there
};

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
    std::optional<Occasion> occasion; ///< what is going on meanwhile; nothing: nothing is, and `page` is shown
    std::string over;    ///< what covers the page: "curtain", or the keypad, "pin" and its states; empty: nothing
    bool opened = false; ///< as after the PIN: marked items are open
    std::string since;   ///< an earlier snapshot, for the page of changes; empty: a sample's own, else none
    std::string query;   ///< what the search page looks for
    Size size;
    std::string output;          ///< PNG file; `render` only
    bool json = false;           ///< `targets` only
    std::string config;          ///< configuration file of the wall that it is to be the page of; empty: all defaults
    std::set<std::string> given; ///< what the command line itself says: it goes before the file
};

struct ImportOptions {
    std::vector<std::filesystem::path> inputs;
    std::string output;
    std::string report;   ///< JSON file; empty: none
    std::string evidence; ///< folder of the files that are the evidence; empty: none
    std::string previous; ///< snapshot whose pages may be taken over; empty: the one at `output`
    bool withoutPages = false;
    bool forSigning = false;
    std::string site = {}; ///< Meta::site; empty: that of the snapshot that is replaced, else from the council's name
    std::optional<Day> expires =
        {}; ///< the last day on which it holds; nothing: for ever, or a year where it is signed
};

struct PublishOptions {
    std::string database;
    std::string output;
    std::string keys; ///< folder of keys; empty: the system's
};

/// `verify`: what is known of a snapshot's signature.
struct VerifyCommand {
    std::string snapshot;
    std::string keys; ///< folder of keys; empty: the system's
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
                           ConfigShowCommand, ConfigSetPinCommand, StatusOptions, VerifyCommand>;

} // namespace sightline
