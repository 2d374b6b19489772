#include "app/notify.h"

#include <algorithm>
#include <cstdint>

#include <systemd/sd-daemon.h>

namespace sightline {

Notify::Notify() {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) > 0) patience_ = static_cast<double>(microseconds) / 1e6;
}

// What cannot be delivered is not worth ending for: the service manager draws its own conclusion.
void Notify::ready() { sd_notify(0, "READY=1"); }
void Notify::alive() { sd_notify(0, "WATCHDOG=1"); }
void Notify::stopping() { sd_notify(0, "STOPPING=1"); }

void Notify::status(std::string line) {
    std::ranges::replace_if(
        line, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    if (line == status_) return;
    status_ = std::move(line);
    sd_notify(0, ("STATUS=" + status_).c_str());
}

} // namespace sightline
