#include "app/log_limit.h"

#include <algorithm>

namespace sightline {

std::optional<LogLine> LogLimit::ask(LogTopic topic, LogLevel level, std::string_view sentence, Seconds now) {
    State& state = topics_.at(static_cast<std::size_t>(topic));
    if (!state.held && state.last == sentence) return std::nullopt;
    if (state.held && state.held->sentence == sentence) return std::nullopt;
    LogLine line{level, std::string(sentence), 0};
    if (state.held) line.leftOut = state.held->leftOut + 1;
    if (!takeRoom(state, now)) {
        state.held = std::move(line);
        return std::nullopt;
    }
    state.held.reset();
    state.last = line.sentence;
    return line;
}

std::vector<LogLine> LogLimit::due(Seconds now) {
    std::vector<LogLine> lines;
    for (State& state : topics_) {
        if (!state.held || !takeRoom(state, now)) continue;
        state.last = state.held->sentence;
        lines.push_back(std::move(*state.held));
        state.held.reset();
    }
    return lines;
}

bool LogLimit::holding() const {
    return std::ranges::any_of(topics_, [](const State& state) { return state.held.has_value(); });
}

bool LogLimit::takeRoom(State& state, Seconds now) const {
    const double most = burst_;
    state.room = state.room < 0 ? most : std::min(most, state.room + (now - state.at) / every_);
    state.at = now;
    if (state.room < 1) return false;
    state.room -= 1;
    return true;
}

} // namespace sightline
