#include "app/clock_text.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace sightline {

namespace {

std::tm localTime(std::chrono::system_clock::time_point moment) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(moment);
    std::tm local{};
    localtime_r(&seconds, &local);
    return local;
}

} // namespace

Day localDay(std::chrono::system_clock::time_point moment) {
    const std::tm local = localTime(moment);
    return PartialDate{local.tm_year + 1900, local.tm_mon + 1, local.tm_mday}.first();
}

std::chrono::seconds untilNextDay(std::chrono::system_clock::time_point moment) {
    std::tm midnight = localTime(moment);
    ++midnight.tm_mday;
    midnight.tm_hour = midnight.tm_min = midnight.tm_sec = 0;
    midnight.tm_isdst = -1; // as the clock will be then
    const auto next = std::chrono::system_clock::from_time_t(std::mktime(&midnight));
    return std::max(std::chrono::seconds(1), std::chrono::ceil<std::chrono::seconds>(next - moment));
}

std::string clockText(std::chrono::system_clock::time_point moment, Day today) {
    const std::tm local = localTime(moment);
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
