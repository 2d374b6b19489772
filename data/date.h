#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace sightline {

/// A day of the calendar.
using Day = std::chrono::year_month_day;

/// A date as precise as its source gives it: a year, a month of a year, or a day. Default: not known.
struct PartialDate {
    int year = 0;  ///< 1900 to 2199; 0: the date is not known
    int month = 0; ///< 1 to 12; 0: only the year is known
    int day = 0;   ///< 1 to 31; 0: only year and month are known

    [[nodiscard]] bool known() const { return year != 0; }
    /// First and last day of the span the date names. Only for known dates.
    [[nodiscard]] Day first() const;
    [[nodiscard]] Day last() const;
    auto operator<=>(const PartialDate&) const = default;
};

/// Reads 'YYYY-MM-DD', 'YYYY-MM' or 'YYYY'; nothing for anything else, impossible days included.
std::optional<PartialDate> parseIsoDate(std::string_view text);

/// Writes what parseIsoDate reads; "" for an unknown date.
std::string isoDate(const PartialDate& date);
std::string isoDate(Day day);

/// "14 June 2026", "June 2026", "2026"; "" for an unknown date.
std::string longDate(const PartialDate& date);
/// "14 Jun 2026", "Jun 2026", "2026"; "" for an unknown date.
std::string shortDate(const PartialDate& date);

/// "January" for 1 to "December" for 12; "" for anything else.
std::string_view monthName(int month);

/// Today in local time, by the system clock. Only the command line asks; everything else is handed its day.
Day today();

/// Whole days from `from` to `to`; negative where `to` is earlier.
int daysBetween(Day from, Day to);

/// The same day `months` later (negative: earlier), or the last day of that month where it is shorter.
Day addMonths(Day day, int months);

/// Whole months from `from` to `to`, rounded down; 0 where `to` is not later.
int monthsBetween(Day from, Day to);

/// An age in the unit in which people would say it.
enum class AgeUnit { Current, Days, Months, Years };
struct Age {
    int count = 0; ///< 0 only for Current
    AgeUnit unit = AgeUnit::Current;
};

/// How old something of a known date is on a day, counted from the last day of the span: days below two months, months
/// below four years, then years. Current: not a day old, or not reached yet.
Age ageOn(const PartialDate& date, Day asOf);

} // namespace sightline
