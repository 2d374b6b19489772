#include "tests/window/notify_socket.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace sightline::window_tests {

namespace {

using Clock = std::chrono::steady_clock;

double secondsUntil(Clock::time_point moment) { return std::chrono::duration<double>(moment - Clock::now()).count(); }

Clock::time_point after(double seconds) {
    return Clock::now() + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(seconds));
}

} // namespace

NotifySocket::NotifySocket(const std::filesystem::path& folder)
    : path_(folder / "notify"), socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::ranges::copy(path_.substr(0, sizeof address.sun_path - 1), address.sun_path);
    if (bind(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) path_.clear();
    thread_ = std::jthread([this](const std::stop_token& stop) { read(stop); });
}

NotifySocket::~NotifySocket() {
    thread_.request_stop();
    shutdown(socket_, SHUT_RDWR); // wakes the thread
    thread_.join();
    close(socket_);
}

void NotifySocket::read(const std::stop_token& stop) {
    std::array<char, 4096> buffer{};
    while (!stop.stop_requested()) {
        const ssize_t got = recv(socket_, buffer.data(), buffer.size(), 0);
        if (got <= 0) continue;
        const std::scoped_lock lock(mutex_);
        messages_.emplace_back(buffer.data(), static_cast<std::size_t>(got));
        came_.notify_one();
    }
}

std::optional<std::string> NotifySocket::next(double seconds) {
    std::unique_lock lock(mutex_);
    if (!came_.wait_for(lock, std::chrono::duration<double>(seconds), [this] { return !messages_.empty(); }))
        return std::nullopt;
    std::string message = std::move(messages_.front());
    messages_.pop_front();
    return message;
}

std::optional<std::string> NotifySocket::await(const std::string& beginning, double deadline) {
    const auto until = after(deadline);
    while (secondsUntil(until) > 0)
        if (auto message = next(secondsUntil(until)); message && message->starts_with(beginning)) return message;
    return std::nullopt;
}

std::vector<std::string> NotifySocket::during(double seconds) {
    const auto until = after(seconds);
    std::vector<std::string> messages;
    while (secondsUntil(until) > 0)
        if (auto message = next(secondsUntil(until))) messages.push_back(std::move(*message));
    return messages;
}

} // namespace sightline::window_tests
