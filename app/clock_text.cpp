#include "app/clock_text.h"

#include <array>
#include <ctime>

namespace sightline {

std::string clockText(std::chrono::system_clock::time_point moment, Day today) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
    std::tm local{};
    localtime_r(&seconds, &local);
    std::array<char, 16> time{};
    std::strftime(time.data(), time.size(), "%H:%M", &local);
    const PartialDate date{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday};
    if (date.first() == today) return time.data();
    std::string text = longDate(date);
    const std::string year = " " + std::to_string(date.year);
    if (date.year == static_cast<int>(today.year()) && text.ends_with(year)) text.resize(text.size() - year.size());
    return text + " " + time.data();
}

} // namespace sightline
