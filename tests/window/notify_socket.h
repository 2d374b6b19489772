#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace sightline::window_tests {

/// The socket on which a service manager listens to its services.
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

    /// Listens no longer: a service that still speaks does not wait to be heard.
    void hangUp();

private:
    std::optional<std::string> next(double seconds);

    std::string path_;
    int socket_ = -1;
};

} // namespace sightline::window_tests
