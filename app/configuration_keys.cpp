#include "app/configuration_keys.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "app/option_words.h"
#include "app/scheme_setting.h"
#include "app/snapshot_store.h"
#include "data/limits.h"
#include "data/pin.h"
#include "data/signature/key_ring.h"
#include "data/site.h"
#include "data/text_rules.h"

namespace sightline {

namespace {

constexpr std::size_t kMostMarkings = 50;

tl::unexpected<std::string> wrong(std::string sentence) { return tl::unexpected<std::string>(std::move(sentence)); }

ReadValue text(const toml::node& value, void (*assign)(ShowOptions&, const std::string&),
               bool (*sound)(const std::string&), std::string_view expected) {
    const auto word = value.value_exact<std::string>();
    if (!word) return wrong(fmt::format("This has to be text in quotation marks: {}.", expected));
    if (auto problem = textProblem(*word, limits::kAddress, LineFeeds::Refused)) return wrong(std::move(*problem));
    if (!sound(*word)) return wrong(fmt::format("{} is not {}.", excerpt(*word), expected));
    return [assign, word = *word](ShowOptions& options) { assign(options, word); };
}

/// A path has to be a full one: a service starts anywhere.
ReadValue path(const toml::node& value, void (*assign)(ShowOptions&, const std::string&), std::string_view expected) {
    return text(
        value, assign, [](const std::string& word) { return std::filesystem::path(word).is_absolute(); }, expected);
}

ReadValue number(const toml::node& value, Bounds bounds, std::string_view unit, bool whole,
                 std::function<void(ShowOptions&, double)> assign) {
    const auto given = value.is_number() ? value.value<double>() : std::nullopt;
    // Written so that what is no number at all ("nan") is out of bounds.
    const bool within = given && *given >= bounds.low && *given <= bounds.high;
    if (!within || (whole && std::floor(*given) != *given))
        return wrong(fmt::format("This has to be a {} of {} from {} to {}, without quotation marks.",
                                 whole ? "whole number" : "number", unit, bounds.low, bounds.high));
    return [assign = std::move(assign), number = *given](ShowOptions& options) { assign(options, number); };
}

ReadValue readRotationPages(const toml::node& value) {
    constexpr const char* kExpected = "This has to be a list of pages in square brackets, such as [\"overview\", "
                                      "\"map\"]: each at most once of overview, map, actions, attention and changes.";
    const toml::array* list = value.as_array();
    if (list == nullptr || list->empty()) return wrong(kExpected);
    std::vector<RotationPage> pages;
    for (const toml::node& entry : *list) {
        const auto word = entry.value_exact<std::string>();
        const auto page = word ? parseRotationPage(*word) : std::nullopt;
        if (!page || std::ranges::find(pages, *page) != pages.end()) return wrong(kExpected);
        pages.push_back(*page);
    }
    return [pages = std::move(pages)](ShowOptions& options) { options.rotation.pages = pages; };
}

template <std::size_t Line>
ReadValue readStale(const toml::node& value) {
    return number(value, {1, 240}, "months", true,
                  [](ShowOptions& options, double months) { options.stale.at(Line) = static_cast<int>(months); });
}

template <std::size_t Line>
std::string printStale(const ShowOptions& options) {
    const auto& months = options.stale.at(Line);
    return months ? std::to_string(*months) : "what the snapshot says";
}

ReadValue readHours(const toml::node& value, void (*assign)(ShowOptions&, const std::string&)) {
    return text(
        value, assign, [](const std::string& word) { return parseDayHours(word).has_value(); },
        "hours such as \"08:00-18:00\" or \"08:00-12:00, 13:00-17:30\", \"closed\" or \"all day\"");
}

std::string hoursOr(const std::optional<DayHours>& hours, const char* otherwise) {
    return hours ? dayHoursText(*hours) : otherwise;
}

template <std::size_t Day>
ReadValue readDay(const toml::node& value) {
    return readHours(
        value, [](ShowOptions& options, const std::string& word) { options.hours.days.at(Day) = parseDayHours(word); });
}

template <std::size_t Day>
std::string printDay(const ShowOptions& options) {
    return hoursOr(options.hours.days.at(Day), Day < 5 ? "as on weekdays" : "as at the weekend");
}

template <std::vector<std::string> RoomPrivacy::*List>
ReadValue readMarkings(const toml::node& value) {
    constexpr std::string_view kExpected = "This has to be a list of markings such as [\"OFFICIAL\", \"INTERNAL\"].";
    const toml::array* array = value.as_array();
    if (array == nullptr) return wrong(std::string(kExpected));
    if (array->size() > kMostMarkings)
        return wrong(fmt::format("At most {} markings are allowed here.", kMostMarkings));
    std::vector<std::string> markings;
    for (const toml::node& one : *array) {
        auto marking = one.value_exact<std::string>();
        if (!marking || marking->empty()) return wrong(std::string(kExpected));
        if (auto problem = textProblem(*marking, limits::kWord, LineFeeds::Refused)) return wrong(std::move(*problem));
        markings.push_back(std::move(*marking));
    }
    return [markings = std::move(markings)](ShowOptions& options) { options.privacy.rules.*List = markings; };
}

template <std::vector<std::string> RoomPrivacy::*List>
std::string printMarkings(const ShowOptions& options) {
    std::string words;
    for (const std::string& marking : options.privacy.rules.*List) words += (words.empty() ? "" : ", ") + marking;
    return words.empty() ? "none" : words;
}

/// Whatever stands there is not repeated: it may be the PIN itself.
ReadValue readPin(const toml::node& value) {
    auto hash = value.value_exact<std::string>();
    if (!hash || !isPinHash(*hash))
        return wrong("This has to be what `sightline config set-pin` writes, never the PIN itself.");
    return [hash = std::move(*hash)](ShowOptions& options) { options.privacy.pin = hash; };
}

ReadValue readOwnersIdle(const toml::node& value) {
    return text(
        value, [](ShowOptions& options, const std::string& word) { options.privacy.hideOwners = word == "hidden"; },
        [](const std::string& word) { return word == "shown" || word == "hidden"; }, "\"shown\" or \"hidden\"");
}

constexpr std::array kKeys = {
    ConfigurationKey{"snapshot.source", "SNAPSHOT", "",
                     [](const toml::node& value) {
                         return path(
                             value,
                             [](ShowOptions& options, const std::string& word) { options.source.snapshot = word; },
                             "a full path such as /srv/sightline/snapshot.db");
                     },
                     [](const ShowOptions& options) {
                         const auto& source = options.source;
                         return source.snapshot.empty() ? defaultSnapshotPath().string() : source.snapshot;
                     },
                     true},
    ConfigurationKey{"snapshot.state", "--state", "",
                     [](const toml::node& value) {
                         return path(
                             value, [](ShowOptions& options, const std::string& word) { options.state = word; },
                             "a full path such as /var/lib/sightline");
                     },
                     [](const ShowOptions& options) {
                         return options.state.empty() ? defaultStateFolder().string() : options.state;
                     },
                     true},
    ConfigurationKey{"snapshot.keep", "--keep", "snapshots",
                     [](const toml::node& value) {
                         return number(value, {kLeastKeptSnapshots, kMostKeptSnapshots}, "snapshots", true,
                                       [](ShowOptions& options, double count) {
                                           options.keep = static_cast<std::size_t>(count);
                                       });
                     },
                     [](const ShowOptions& options) { return std::to_string(options.keep); }},
    ConfigurationKey{"snapshot.keys", "--keys", "",
                     [](const toml::node& value) {
                         return path(
                             value, [](ShowOptions& options, const std::string& word) { options.keys = word; },
                             "a full path such as /etc/sightline/keys.d");
                     },
                     [](const ShowOptions& options) { return options.keys.empty() ? kKeysFolder : options.keys; },
                     true},
    ConfigurationKey{"snapshot.site", "--site", "",
                     [](const toml::node& value) {
                         return text(
                             value, [](ShowOptions& options, const std::string& word) { options.site = word; },
                             [](const std::string& word) { return isSiteName(word); },
                             "a name such as \"northmoor-council\"");
                     },
                     [](const ShowOptions& options) {
                         return options.site.empty() ? "that of the first signed snapshot" : options.site;
                     },
                     true},
    ConfigurationKey{"room.diagonal", "--diagonal", "inches",
                     [](const toml::node& value) {
                         return number(value, kDiagonalIn, "inches", false, [](ShowOptions& options, double inches) {
                             options.viewing.diagonalIn = inches;
                         });
                     },
                     [](const ShowOptions& options) {
                         const auto& diagonal = options.viewing.diagonalIn;
                         return diagonal ? fmt::format("{}", *diagonal) : "the monitor's own, else 65";
                     }},
    ConfigurationKey{"room.distance", "--distance", "metres",
                     [](const toml::node& value) {
                         return number(value, kDistanceM, "metres", false,
                                       [](ShowOptions& options, double metres) { options.viewing.distanceM = metres; });
                     },
                     [](const ShowOptions& options) { return fmt::format("{}", options.viewing.distanceM); }},
    ConfigurationKey{
        "wall.theme", "--theme", "",
        [](const toml::node& value) {
            return text(
                value, [](ShowOptions& options, const std::string& word) { options.viewing.theme = *parseTheme(word); },
                [](const std::string& word) { return parseTheme(word).has_value(); },
                "\"light\", \"dark\", \"high-contrast\" or \"black-and-white\"");
        },
        [](const ShowOptions& options) { return themeWord(options.viewing.theme); }},
    ConfigurationKey{"wall.scheme", "", "", readScheme, printScheme},
    ConfigurationKey{"wall.text", "--text", "per cent",
                     [](const toml::node& value) {
                         return number(value, {kLeastText, kMostText}, "per cent", true,
                                       [](ShowOptions& options, double percent) {
                                           options.viewing.textPercent = static_cast<std::size_t>(percent);
                                       });
                     },
                     [](const ShowOptions& options) { return std::to_string(options.viewing.textPercent); }},
    ConfigurationKey{"wall.idle", "--idle", "seconds",
                     [](const toml::node& value) {
                         return number(value, kIdleSeconds, "seconds", false,
                                       [](ShowOptions& options, double seconds) { options.idleSeconds = seconds; });
                     },
                     [](const ShowOptions& options) { return fmt::format("{}", options.idleSeconds); }},
    ConfigurationKey{
        "wall.windowed", "--windowed", "pixels",
        [](const toml::node& value) {
            return text(
                value, [](ShowOptions& options, const std::string& word) { options.windowed = parseSize(word); },
                [](const std::string& word) { return parseSize(word).has_value(); },
                "a size such as \"1920x1080\", each side 320 to 16384 pixels");
        },
        [](const ShowOptions& options) { return options.windowed ? sizeWord(*options.windowed) : "full screen"; }},
    ConfigurationKey{"hours.weekdays", "", "",
                     [](const toml::node& value) {
                         return readHours(value, [](ShowOptions& options, const std::string& word) {
                             options.hours.weekdays = parseDayHours(word);
                         });
                     },
                     [](const ShowOptions& options) { return hoursOr(options.hours.weekdays, "all day"); }},
    ConfigurationKey{"hours.weekend", "", "",
                     [](const toml::node& value) {
                         return readHours(value, [](ShowOptions& options, const std::string& word) {
                             options.hours.weekend = parseDayHours(word);
                         });
                     },
                     [](const ShowOptions& options) { return hoursOr(options.hours.weekend, "all day"); }},
    ConfigurationKey{"hours.monday", "", "", readDay<0>, printDay<0>},
    ConfigurationKey{"hours.tuesday", "", "", readDay<1>, printDay<1>},
    ConfigurationKey{"hours.wednesday", "", "", readDay<2>, printDay<2>},
    ConfigurationKey{"hours.thursday", "", "", readDay<3>, printDay<3>},
    ConfigurationKey{"hours.friday", "", "", readDay<4>, printDay<4>},
    ConfigurationKey{"hours.saturday", "", "", readDay<5>, printDay<5>},
    ConfigurationKey{"hours.sunday", "", "", readDay<6>, printDay<6>},
    ConfigurationKey{"screen.shift", "", "pixels",
                     [](const toml::node& value) {
                         return number(value, kShiftPixels, "pixels", true, [](ShowOptions& options, double pixels) {
                             options.shiftPixels = static_cast<int>(pixels);
                         });
                     },
                     [](const ShowOptions& options) { return std::to_string(options.shiftPixels); }},
    ConfigurationKey{"screen.shift_every", "", "seconds",
                     [](const toml::node& value) {
                         return number(value, kShiftSeconds, "seconds", false,
                                       [](ShowOptions& options, double seconds) { options.shiftSeconds = seconds; });
                     },
                     [](const ShowOptions& options) { return fmt::format("{}", options.shiftSeconds); }},
    ConfigurationKey{"meeting.timer", "", "minutes",
                     [](const toml::node& value) {
                         return number(value, kMeetingMinutes, "minutes", true,
                                       [](ShowOptions& options, double minutes) {
                                           options.meetingMinutes = static_cast<int>(minutes);
                                       });
                     },
                     [](const ShowOptions& options) { return std::to_string(options.meetingMinutes); }},
    ConfigurationKey{"meeting.longest", "", "seconds",
                     [](const toml::node& value) {
                         return number(value, kMeetingLongest, "seconds", false,
                                       [](ShowOptions& options, double seconds) { options.meetingLongest = seconds; });
                     },
                     [](const ShowOptions& options) { return fmt::format("{}", options.meetingLongest); }},
    ConfigurationKey{"rotation.seconds", "", "seconds",
                     [](const toml::node& value) {
                         return number(value, kRotationSeconds, "seconds", true,
                                       [](ShowOptions& options, double seconds) {
                                           options.rotation.seconds = static_cast<int>(seconds);
                                       });
                     },
                     [](const ShowOptions& options) { return std::to_string(options.rotation.seconds); }},
    ConfigurationKey{"rotation.pages", "", "", readRotationPages,
                     [](const ShowOptions& options) { return rotationWords(options.rotation.pages); }},
    ConfigurationKey{"stale.management", "", "months", readStale<0>, printStale<0>},
    ConfigurationKey{"stale.oversight", "", "months", readStale<1>, printStale<1>},
    ConfigurationKey{"stale.independent", "", "months", readStale<2>, printStale<2>},
    ConfigurationKey{
        "privacy.pin", "", "", readPin,
        [](const ShowOptions& options) -> std::string { return options.privacy.pin.empty() ? "not set" : "set"; },
        true},
    ConfigurationKey{"privacy.shown", "", "", readMarkings<&RoomPrivacy::shown>, printMarkings<&RoomPrivacy::shown>,
                     true},
    ConfigurationKey{"privacy.title_only", "", "", readMarkings<&RoomPrivacy::titleOnly>,
                     printMarkings<&RoomPrivacy::titleOnly>, true},
    ConfigurationKey{"privacy.hidden", "", "", readMarkings<&RoomPrivacy::hidden>, printMarkings<&RoomPrivacy::hidden>,
                     true},
    ConfigurationKey{
        "privacy.owners_idle", "", "", readOwnersIdle,
        [](const ShowOptions& options) -> std::string { return options.privacy.hideOwners ? "hidden" : "shown"; },
        true},
};

} // namespace

std::span<const ConfigurationKey> configurationKeys() { return kKeys; }

} // namespace sightline
