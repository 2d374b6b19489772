#include "data/date.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <ctime>

namespace sightline {
namespace {

namespace chr = std::chrono;

constexpr std::array<const char*, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                 "July",    "August",   "September", "October", "November", "December"};

std::optional<int> number(std::string_view text, size_t digits) {
    int value = 0;
    if (text.size() != digits) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
    return value;
}

chr::sys_days serial(Day day) { return chr::sys_days{day}; }

std::string spelled(const PartialDate& date, size_t letters) {
    if (!date.known()) return {};
    std::string text;
    if (date.day != 0) text += std::to_string(date.day) + ' ';
    if (date.month != 0) {
        text += monthName(date.month).substr(0, letters);
        text += ' ';
    }
    return text + std::to_string(date.year);
}

} // namespace

Day PartialDate::first() const {
    return Day{chr::year{year}, chr::month{static_cast<unsigned>(month != 0 ? month : 1)},
               chr::day{static_cast<unsigned>(day != 0 ? day : 1)}};
}

Day PartialDate::last() const {
    const chr::month lastMonth{static_cast<unsigned>(month != 0 ? month : 12)};
    if (day != 0) return Day{chr::year{year}, lastMonth, chr::day{static_cast<unsigned>(day)}};
    return Day{chr::year{year} / lastMonth / chr::last};
}

std::optional<PartialDate> parseIsoDate(std::string_view text) {
    if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
    if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) return std::nullopt;
    PartialDate date;
    const auto year = number(text.substr(0, 4), 4);
    if (!year || *year < 1900 || *year > 2199) return std::nullopt;
    date.year = *year;
    if (text.size() > 4) {
        const auto month = number(text.substr(5, 2), 2);
        if (!month || *month < 1 || *month > 12) return std::nullopt;
        date.month = *month;
    }
    if (text.size() > 7) {
        const auto day = number(text.substr(8, 2), 2);
        if (!day || *day < 1) return std::nullopt;
        date.day = *day;
        if (!date.first().ok()) return std::nullopt;
    }
    return date;
}

std::string isoDate(const PartialDate& date) {
    if (!date.known()) return {};
    std::array<char, 32> text{};
    if (date.day != 0)
        std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
    else if (date.month != 0)
        std::snprintf(text.data(), text.size(), "%04d-%02d", date.year, date.month);
    else
        std::snprintf(text.data(), text.size(), "%04d", date.year);
    return text.data();
}

std::string isoDate(Day day) {
    return isoDate(PartialDate{static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                               static_cast<int>(static_cast<unsigned>(day.day()))});
}

std::string longDate(const PartialDate& date) { return spelled(date, std::string_view::npos); }

std::string shortDate(const PartialDate& date) { return spelled(date, 3); }

std::string_view monthName(int month) {
    return month >= 1 && month <= 12 ? kMonths[static_cast<size_t>(month - 1)] : "";
}

Day today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return Day{chr::year{local.tm_year + 1900}, chr::month{static_cast<unsigned>(local.tm_mon + 1)},
               chr::day{static_cast<unsigned>(local.tm_mday)}};
}

int daysBetween(Day from, Day to) { return static_cast<int>((serial(to) - serial(from)).count()); }

Day addMonths(Day day, int months) {
    const Day moved = day + chr::months{months};
    return moved.ok() ? moved : Day{moved.year() / moved.month() / chr::last};
}

int monthsBetween(Day from, Day to) {
    if (serial(to) <= serial(from)) return 0;
    int months = (static_cast<int>(to.year()) - static_cast<int>(from.year())) * 12 +
                 static_cast<int>(static_cast<unsigned>(to.month())) -
                 static_cast<int>(static_cast<unsigned>(from.month()));
    if (serial(addMonths(from, months)) > serial(to)) --months;
    return months;
}

Age ageOn(const PartialDate& date, Day asOf) {
    const int days = daysBetween(date.last(), asOf);
    if (days <= 0) return {};
    if (days < 60) return {days, AgeUnit::Days};
    const int months = monthsBetween(date.last(), asOf);
    if (months < 48) return {months, AgeUnit::Months};
    return {months / 12, AgeUnit::Years};
}

} // namespace sightline
