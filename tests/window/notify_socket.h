#pragma once

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace sightline::window_tests {

/// The socket on which a service manager listens to its services. As one does, it reads whether or not anybody wants to
/// know: the system holds ten messages (net.unix.max_dgram_qlen), and who sends another waits.
class NotifySocket {
public:
    /// In a folder that is there.
    explicit NotifySocket(const std::filesystem::path& folder);
    ~NotifySocket();
    NotifySocket(const NotifySocket&) = delete;
    NotifySocket& operator=(const NotifySocket&) = delete;

    /// For a program's environment.
    [[nodiscard]] std::string variable() const { return "NOTIFY_SOCKET=" + path_; }
    /// The next message that begins like this; what comes before it is passed over. Nothing: none came within the
    /// deadline, seconds.
    std::optional<std::string> await(const std::string& beginning, double deadline = 30);
    /// Every message within some seconds: for proving that none comes.
    std::vector<std::string> during(double seconds);

private:
    void read(const std::stop_token& stop);
    std::optional<std::string> next(double seconds);

    std::string path_;
    int socket_ = -1;
    std::mutex mutex_;
    std::condition_variable_any came_;
    std::deque<std::string> messages_;
    std::jthread thread_; ///< last: it goes first
};

} // namespace sightline::window_tests
