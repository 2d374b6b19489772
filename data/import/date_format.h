#pragma once

#include <optional>
#include <string_view>

#include "data/date.h"

namespace sightline {

/// How much of a date a cell's format shows.
enum class DatePrecision { ToDay, ToMonth, ToYear };

/// How much a number format of Excel ("d mmm yyyy", "mmm-yy", "[$-809]dd mmmm yyyy;@") shows of a date; nothing for one
/// that does not show dates ("General", "0.00", "@", "h:mm").
std::optional<DatePrecision> datePrecision(std::string_view format);

/// The same for the formats that a workbook names by number only (ECMA-376 part 1, 18.8.30).
std::optional<DatePrecision> datePrecision(int builtInFormat);

/// A day by Excel's count (1 is 1 January 1900; the day that 1900 never had counts too), or by the other one of its two
/// counts, from 1904. The time of the day is left out. Nothing before March 1900 and after 2199.
std::optional<PartialDate> dayOfSerial(double serial, bool from1904);

/// A date without what its format does not show.
PartialDate shortenedTo(PartialDate date, DatePrecision precision);

} // namespace sightline
