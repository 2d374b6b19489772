#include "tests/window/trace_reader.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fcntl.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

namespace sightline::window_tests {

namespace {

using Clock = std::chrono::steady_clock;

int millisecondsUntil(Clock::time_point moment) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(moment - Clock::now()).count();
    return left > 0 ? static_cast<int>(left) : 0;
}

Clock::time_point after(double seconds) {
    return Clock::now() + std::chrono::milliseconds(static_cast<long>(seconds * 1000));
}

void sleepUntilWritten(int notice, Clock::time_point deadline) {
    pollfd wanted{notice, POLLIN, 0};
    poll(&wanted, 1, millisecondsUntil(deadline));
    std::array<char, 4096> ignored{};
    while (read(notice, ignored.data(), ignored.size()) > 0) {
    }
}

} // namespace

bool isFrameFor(const Event& event, const std::string& reason) {
    if (event["event"] != "frame") return false;
    const Event& why = event["why"];
    return std::ranges::find(why, Event(reason)) != why.end();
}

TraceReader::TraceReader(std::string path)
    : path_(std::move(path)), notice_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)),
      file_(open(path_.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
    // The file is there before the wall is: nothing can be missed.
    inotify_add_watch(notice_, path_.c_str(), IN_MODIFY);
}

TraceReader::~TraceReader() {
    close(notice_);
    close(file_);
}

void TraceReader::fill() {
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = read(file_, buffer.data(), buffer.size())) > 0;) {
        unread_.append(buffer.data(), static_cast<std::size_t>(got));
        all_.append(buffer.data(), static_cast<std::size_t>(got));
    }
    // A wall that runs for hours traces more than anybody wants to be told.
    constexpr std::size_t kMost = 1 << 20;
    if (all_.size() > kMost) all_.erase(0, all_.size() - kMost / 2);
}

std::optional<Event> TraceReader::next() {
    const auto end = unread_.find('\n');
    if (end == std::string::npos) return std::nullopt;
    Event event = Event::parse(unread_.substr(0, end));
    unread_.erase(0, end + 1);
    return event;
}

std::optional<Event> TraceReader::await(const std::function<bool(const Event&)>& wanted, double deadline) {
    const auto until = after(deadline);
    while (true) {
        fill();
        while (auto event = next())
            if (wanted(*event)) return event;
        if (Clock::now() >= until) return std::nullopt;
        sleepUntilWritten(notice_, until);
    }
}

std::vector<Event> TraceReader::during(double seconds) {
    const auto until = after(seconds);
    while (Clock::now() < until) sleepUntilWritten(notice_, until);
    fill();
    std::vector<Event> events;
    while (auto event = next()) events.push_back(std::move(*event));
    return events;
}

std::string TraceReader::story() const { return all_.substr(all_.size() > 3000 ? all_.size() - 3000 : 0); }

} // namespace sightline::window_tests
