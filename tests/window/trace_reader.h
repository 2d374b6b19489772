#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace sightline::window_tests {

using Event = nlohmann::json;

/// A frame that was drawn for this reason, perhaps among others.
bool isFrameFor(const Event& event, const std::string& reason);

/// Reads the lines that the wall traces, as they come.
class TraceReader {
public:
    explicit TraceReader(std::string path);
    ~TraceReader();
    TraceReader(const TraceReader&) = delete;
    TraceReader& operator=(const TraceReader&) = delete;

    /// The next event from here on for which `wanted` holds; what comes before it is passed over. Nothing: none came
    /// within the deadline, seconds.
    std::optional<Event> await(const std::function<bool(const Event&)>& wanted, double deadline = 30);
    /// Everything that happens within some seconds: for proving that nothing does.
    std::vector<Event> during(double seconds);
    /// Everything read so far, for saying what happened instead.
    [[nodiscard]] std::string story() const;

private:
    std::optional<Event> next();
    void fill();

    std::string path_;
    int notice_ = -1;
    int file_ = -1;
    std::string unread_;
    std::string all_;
};

} // namespace sightline::window_tests
