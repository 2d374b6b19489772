#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "render/gesture.h"

namespace sightline {

/// Syslog's priorities, as the journal takes them.
enum class LogLevel : std::uint8_t { Error = 3, Warning = 4, Notice = 5, Info = 6 };

/// What a line is about. Each has its own limit: a source that comes and goes does not silence the display.
enum class LogTopic : std::uint8_t { Wall, Configuration, Source, Display, State, Count };

struct LogLine {
    LogLevel level = LogLevel::Info;
    std::string sentence;
    int leftOut = 0; ///< lines on the same topic that were not written before this one
    bool operator==(const LogLine&) const = default;
};

/// Decides what is written: nothing twice in a row, and of a topic that keeps changing only so much. What was held back
/// is counted, and the newest of it is written once there is room, so that the last line of a topic is always true.
/// Knows no clock of its own.
class LogLimit {
public:
    /// `burst`: lines of a topic that are written at once; `every`: seconds until one more may be.
    explicit LogLimit(int burst = 5, Seconds every = 60) : burst_(burst), every_(every) {}

    /// What to write now; nothing: it repeats the last line, or is held back.
    std::optional<LogLine> ask(LogTopic topic, LogLevel level, std::string_view sentence, Seconds now);
    /// What was held back and may be written by now.
    std::vector<LogLine> due(Seconds now);
    /// Something is held back.
    [[nodiscard]] bool holding() const;

private:
    struct State {
        std::string last;
        std::optional<LogLine> held;
        double room = -1; ///< lines that may be written; negative: the topic is new
        Seconds at = 0;   ///< when `room` was counted
    };
    bool takeRoom(State& state, Seconds now) const;

    int burst_;
    Seconds every_;
    std::array<State, static_cast<std::size_t>(LogTopic::Count)> topics_;
};

} // namespace sightline
