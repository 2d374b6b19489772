#include "data/import/date_format.h"

#include <cmath>

#include "data/import/text.h"

namespace sightline {
namespace {

constexpr int kDays1904 = 1462; // between the two counts
constexpr int kFirstSound = 61; // 1 March 1900, after the day that never was

// The letters of the first section that stand for something: not quoted, escaped, or in brackets.
std::string letters(std::string_view format) {
    std::string out;
    for (size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
        const char c = format[i];
        if (c == '"' || c == '[') {
            i = std::min(format.find(c == '"' ? '"' : ']', i + 1), format.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else {
            out += c;
        }
    }
    return lowerCase(out);
}

} // namespace

std::optional<DatePrecision> datePrecision(std::string_view format) {
    const std::string shown = letters(format);
    if (shown.find("general") != std::string::npos) return std::nullopt;
    if (shown.find('d') != std::string::npos) return DatePrecision::ToDay;
    if (shown.find('y') == std::string::npos) return std::nullopt;
    return shown.find('m') != std::string::npos ? DatePrecision::ToMonth : DatePrecision::ToYear;
}

std::optional<DatePrecision> datePrecision(int builtInFormat) {
    if (builtInFormat == 17) return DatePrecision::ToMonth;
    const bool day = (builtInFormat >= 14 && builtInFormat <= 16) || builtInFormat == 22 ||
                     (builtInFormat >= 27 && builtInFormat <= 36) || (builtInFormat >= 50 && builtInFormat <= 58);
    return day ? std::optional(DatePrecision::ToDay) : std::nullopt;
}

std::optional<PartialDate> dayOfSerial(double serial, bool from1904) {
    const double days = std::floor(serial) + (from1904 ? kDays1904 : 0);
    constexpr double kMost = 120'000; // past 2199
    if (!(days >= kFirstSound) || days > kMost) return std::nullopt;
    const std::chrono::sys_days epoch = std::chrono::year{1899} / std::chrono::December / 30;
    return parseIsoDate(isoDate(Day{epoch + std::chrono::days{static_cast<int>(days)}}));
}

PartialDate shortenedTo(PartialDate date, DatePrecision precision) {
    if (precision != DatePrecision::ToDay) date.day = 0;
    if (precision == DatePrecision::ToYear) date.month = 0;
    return date;
}

} // namespace sightline
