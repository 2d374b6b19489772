#include "app/configuration_keys.h"

#include <array>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "app/option_words.h"
#include "app/snapshot_store.h"
#include "data/limits.h"
#include "data/text_rules.h"

namespace sightline {

namespace {

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
                [](const std::string& word) { return parseTheme(word).has_value(); }, "\"light\" or \"dark\"");
        },
        [](const ShowOptions& options) { return themeWord(options.viewing.theme); }},
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
    ConfigurationKey{"stale.management", "", "months", readStale<0>, printStale<0>},
    ConfigurationKey{"stale.oversight", "", "months", readStale<1>, printStale<1>},
    ConfigurationKey{"stale.independent", "", "months", readStale<2>, printStale<2>},
};

} // namespace

std::span<const ConfigurationKey> configurationKeys() { return kKeys; }

} // namespace sightline
