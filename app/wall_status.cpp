#include "app/wall_status.h"

#include <cstdio>

#include <fmt/format.h>

namespace sightline {

namespace {

namespace chr = std::chrono;

std::string counted(std::int64_t count, const char* one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

} // namespace

Moment thisMoment() { return chr::floor<chr::seconds>(chr::system_clock::now()); }

ShownSnapshot shownSnapshot(const Snapshot& snapshot, Moment since) {
    return {snapshot.sample ? 0 : snapshot.meta.sequence,
            snapshot.digest,
            snapshot.checklist.positionDate,
            since,
            snapshot.meta.site,
            snapshot.meta.expires,
            snapshot.signature};
}

std::string utcText(Moment moment) {
    const auto day = chr::floor<chr::days>(moment);
    const chr::hh_mm_ss time{moment - day};
    return fmt::format("{}T{:02}:{:02}:{:02}Z", isoDate(Day{day}), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

std::optional<Moment> parseUtc(const std::string& text) {
    constexpr std::size_t kLength = 20;
    constexpr std::size_t kDate = 10;
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    if (text.size() != kLength ||
        std::sscanf(text.c_str() + kDate, "T%2d:%2d:%2dZ", &hours, &minutes, &seconds) != 3) // NOLINT
        return std::nullopt;
    const auto date = parseIsoDate(text.substr(0, kDate));
    if (!date || date->day == 0) return std::nullopt;
    return chr::sys_days{date->first()} + chr::hours{hours} + chr::minutes{minutes} + chr::seconds{seconds};
}

std::string durationText(chr::seconds span) {
    const auto minutes = chr::floor<chr::minutes>(span).count();
    if (minutes < 1) return "less than a minute";
    constexpr std::int64_t kHour = 60;
    constexpr std::int64_t kDay = 24 * kHour;
    if (minutes < kHour) return counted(minutes, "minute");
    if (minutes < kDay) return counted(minutes / kHour, "hour") + " " + counted(minutes % kHour, "minute");
    return counted(minutes / kDay, "day") + " " + counted(minutes % kDay / kHour, "hour");
}

} // namespace sightline
