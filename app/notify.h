#pragma once

#include <optional>
#include <string>

#include "render/gesture.h"

namespace sightline {

/// What the service manager that started the program is told, in systemd's protocol (sd_notify(3)). Started by hand,
/// without NOTIFY_SOCKET in the environment, it sends nothing.
class Notify {
public:
    /// Reads the environment: NOTIFY_SOCKET, WATCHDOG_USEC and WATCHDOG_PID.
    Notify();

    /// The service manager ends the program when it hears no `alive` for this long, seconds; nothing: it does not care.
    [[nodiscard]] std::optional<Seconds> patience() const { return patience_; }

    void ready();
    /// One line for people who ask how the service is. Sent when it is another than the last; control characters
    /// become spaces, because a line end would begin another message.
    void status(std::string line);
    void alive();
    void stopping();

private:
    std::optional<Seconds> patience_;
    std::string status_;
};

} // namespace sightline
