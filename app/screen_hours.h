#pragma once

#include <array>
#include <bitset>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace sightline {

inline constexpr int kDayMinutes = 24 * 60;
inline constexpr int kWeekMinutes = 7 * kDayMinutes;

/// Minutes after midnight; `to` at or before `from`: on the next day.
struct HoursRange {
    int from = 0;
    int to = kDayMinutes;
    bool operator==(const HoursRange&) const = default;
};
/// When the panel is on, on one day. Empty: it is off all day.
using DayHours = std::vector<HoursRange>;

/// "08:00-18:00", several with commas, "22:00-02:00" into the next day, "closed", "all day". Nothing for anything else.
std::optional<DayHours> parseDayHours(const std::string& text);
std::string dayHoursText(const DayHours& hours);

/// What the configuration says. A day of its own goes before weekdays and weekend; a day of which nothing is said is on
/// all day.
struct HoursSetting {
    std::optional<DayHours> weekdays; ///< Monday to Friday
    std::optional<DayHours> weekend;
    std::array<std::optional<DayHours>, 7> days; ///< from Monday
    bool operator==(const HoursSetting&) const = default;
};

/// The minutes of a week, in local time, in which the panel is on. What the clock on the wall says is what counts: an
/// hour that it skips in spring opens nothing, and one that it shows twice in autumn counts twice.
class ScreenHours {
public:
    /// Always on.
    ScreenHours() { on_.set(); }
    explicit ScreenHours(const HoursSetting& setting);

    /// `minute`: of the week, from Monday 00:00.
    [[nodiscard]] bool on(int minute) const { return on_[static_cast<std::size_t>(minute)]; }
    [[nodiscard]] bool always() const { return on_.all(); }
    /// The minute of the week at which that changes next; nothing: never.
    [[nodiscard]] std::optional<int> change(int minute) const;

private:
    std::bitset<kWeekMinutes> on_;
};

/// Where a moment is in its week, local time.
struct WeekTime {
    int minute = 0; ///< from Monday 00:00
    int second = 0; ///< within it
};
WeekTime weekTime(std::chrono::system_clock::time_point moment);

/// A minute of the week as one says it from another: "18:00" where it is less than a day away, else "Monday 08:00".
std::string weekMinuteText(int minute, int from);

} // namespace sightline
