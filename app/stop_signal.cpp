#include "app/stop_signal.h"

#include <csignal>
#include <poll.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace sightline {

namespace {

sigset_t stopSignals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

StopSignal::StopSignal() {
    const sigset_t set = stopSignals();
    descriptor_ = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (descriptor_ >= 0) pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

StopSignal::~StopSignal() {
    if (descriptor_ < 0) return;
    // The mask stays: the program is ending, and ends in its own order.
    close(descriptor_);
}

bool StopSignal::raised() const {
    pollfd wanted{descriptor_, POLLIN, 0};
    return descriptor_ >= 0 && poll(&wanted, 1, 0) > 0;
}

} // namespace sightline
