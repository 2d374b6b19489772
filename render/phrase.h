#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "data/date.h"

namespace sightline {

/// A short piece of text made for one frame, without allocating. What does not fit is cut off.
class Phrase {
public:
    template <class... Args>
    void append(fmt::format_string<Args...> format, Args&&... args) {
        const auto written =
            fmt::format_to_n(text_.data() + size_, text_.size() - size_, format, std::forward<Args>(args)...);
        size_ = std::min(size_ + written.size, text_.size());
    }
    [[nodiscard]] std::string_view view() const { return {text_.data(), size_}; }
    operator std::string_view() const { return view(); } // NOLINT: a phrase is text
    [[nodiscard]] bool empty() const { return size_ == 0; }

private:
    std::array<char, 384> text_;
    std::size_t size_ = 0;
};

template <class... Args>
Phrase phrase(fmt::format_string<Args...> format, Args&&... args) {
    Phrase made;
    made.append(format, std::forward<Args>(args)...);
    return made;
}

/// "1 action", "2 actions".
Phrase counted(int count, std::string_view one, std::string_view many);

/// "14 June 2026", "June 2026", "2026"; empty for an unknown date.
Phrase spelled(const PartialDate& date);
Phrase spelled(Day day);
/// "14 Jun 2026", "Jun 2026", "2026".
Phrase spelledShort(const PartialDate& date);

/// "14 Jun": as spelledShort, without the year where it is the year of `asOf` and more than the year is known.
Phrase spelledNear(const PartialDate& date, Day asOf);

/// How old something of a date is on a day: "today", "9 days old", "31 months old", "5 years old". A span counts from
/// its last day.
Phrase ageOf(const PartialDate& date, Day asOf);

} // namespace sightline
