#include "tests/window/notify_socket.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <utility>

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
}

NotifySocket::~NotifySocket() { hangUp(); }

void NotifySocket::hangUp() {
    if (socket_ >= 0) close(std::exchange(socket_, -1));
}

std::optional<std::string> NotifySocket::next(double seconds) {
    pollfd readable{socket_, POLLIN, 0};
    if (poll(&readable, 1, std::max(0, static_cast<int>(std::ceil(seconds * 1000)))) <= 0) return std::nullopt;
    std::array<char, 4096> buffer{};
    const ssize_t got = recv(socket_, buffer.data(), buffer.size(), 0);
    if (got < 0) return std::nullopt;
    return std::string(buffer.data(), static_cast<std::size_t>(got));
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
