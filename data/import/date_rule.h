#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/date.h"

namespace sightline {

/// A date read from prose, and the words it was read from.
struct FoundDate {
    PartialDate date;
    std::string words;
    bool operator==(const FoundDate&) const = default;
};

struct DatesInText {
    std::vector<FoundDate> found;     ///< in reading order
    std::vector<std::string> unclear; ///< words that name a time but no certain date
};

/// Finds dates the way British officers write them:
///   "14 June 2024", "14th of June 2024", "June 14, 2024", "14/06/2024", "14.6.2024", "2024-06-14"  the day (day first)
///   "June 2024", "Jun 2024", "Sept. 2024"                                       the month
///   "(2021)", and a year after a word such as inspection, report, review, audit, survey, evaluation, updated, summer
///                                                                               the year
/// Not certain, so only reported: "2023/24", "2022-2025", "Nov 23", "Q2 2024", 31/31/2024, any other bare year.
DatesInText datesIn(std::string_view text);

/// A text that is one date and nothing else: what datesIn reads, an ISO date, or a bare year.
std::optional<PartialDate> wholeDate(std::string_view text);

/// The date a piece of evidence covers, by its words.
struct DateCovered {
    PartialDate date;    ///< unknown where nothing certain was found
    std::string words;   ///< what it was read from
    std::string unclear; ///< what a person should look at; empty: nothing
};

/// The latest day or month named, or else the latest year. A date after `positionDate` (where that is known) is a plan
/// and not something evidence can cover yet, so it is not taken, and neither is any other in that text.
DateCovered dateCovered(std::string_view text, const PartialDate& positionDate);

} // namespace sightline
