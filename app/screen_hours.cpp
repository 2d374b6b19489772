#include "app/screen_hours.h"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <string_view>

#include <fmt/format.h>

namespace sightline {

namespace {

constexpr std::string_view kClosed = "closed";
constexpr std::string_view kAllDay = "all day";

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::optional<int> numberOf(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || digits.size() > 2 || error != std::errc() || end != digits.data() + digits.size() ||
        value < 0)
        return std::nullopt;
    return value;
}

/// "08:00", "8:00" or "24:00", as minutes after midnight.
std::optional<int> parseTime(std::string_view text) {
    text = trimmed(text);
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || text.size() != colon + 3) return std::nullopt;
    const auto hour = numberOf(text.substr(0, colon));
    const auto minute = numberOf(text.substr(colon + 1));
    if (!hour || !minute || *minute > 59 || *hour * 60 + *minute > kDayMinutes) return std::nullopt;
    return *hour * 60 + *minute;
}

std::optional<HoursRange> parseRange(std::string_view text) {
    constexpr std::string_view kDash = "–";
    auto at = text.find('-');
    std::size_t width = 1;
    if (at == std::string_view::npos) {
        at = text.find(kDash);
        width = kDash.size();
    }
    if (at == std::string_view::npos) return std::nullopt;
    const auto from = parseTime(text.substr(0, at));
    const auto to = parseTime(text.substr(at + width));
    if (!from || !to || *from == *to || *from == kDayMinutes) return std::nullopt;
    return HoursRange{*from, *to};
}

std::string timeText(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

} // namespace

std::optional<DayHours> parseDayHours(const std::string& text) {
    std::string_view rest = trimmed(text);
    if (rest == kClosed) return DayHours{};
    if (rest == kAllDay) return DayHours{HoursRange{}};
    DayHours hours;
    while (true) {
        const auto comma = rest.find(',');
        const auto range = parseRange(rest.substr(0, comma));
        if (!range) return std::nullopt;
        hours.push_back(*range);
        if (comma == std::string_view::npos) return hours;
        rest.remove_prefix(comma + 1);
    }
}

std::string dayHoursText(const DayHours& hours) {
    if (hours.empty()) return std::string(kClosed);
    if (hours == DayHours{HoursRange{}}) return std::string(kAllDay);
    std::string text;
    for (const HoursRange& range : hours)
        text += (text.empty() ? "" : ", ") + timeText(range.from) + "-" + timeText(range.to);
    return text;
}

ScreenHours::ScreenHours(const HoursSetting& setting) {
    constexpr int kSaturday = 5;
    for (int day = 0; day < 7; ++day) {
        const auto& own = setting.days[static_cast<std::size_t>(day)];
        const auto& shared = day < kSaturday ? setting.weekdays : setting.weekend;
        const DayHours hours = own ? *own : shared.value_or(DayHours{HoursRange{}});
        for (const HoursRange& range : hours) {
            const int length = range.to > range.from ? range.to - range.from : range.to + kDayMinutes - range.from;
            for (int i = 0; i < length; ++i)
                on_.set(static_cast<std::size_t>((day * kDayMinutes + range.from + i) % kWeekMinutes));
        }
    }
}

std::optional<int> ScreenHours::change(int minute) const {
    for (int i = 1; i < kWeekMinutes; ++i)
        if (const int later = (minute + i) % kWeekMinutes; on(later) != on(minute)) return later;
    return std::nullopt;
}

WeekTime weekTime(std::chrono::system_clock::time_point moment) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
    std::tm local{};
    localtime_r(&seconds, &local);
    const int day = (local.tm_wday + 6) % 7; // C counts from Sunday
    return {day * kDayMinutes + local.tm_hour * 60 + local.tm_min, std::min(local.tm_sec, 59)};
}

std::string weekMinuteText(int minute, int from) {
    static constexpr std::array kDays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    const int ahead = (minute - from + kWeekMinutes) % kWeekMinutes;
    std::string time = timeText(minute % kDayMinutes);
    if (ahead < kDayMinutes) return time;
    return std::string(kDays[static_cast<std::size_t>(minute / kDayMinutes)]) + " " + time;
}

} // namespace sightline
