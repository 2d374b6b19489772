#include "app/pin_check.h"

#include <utility>

#include <pthread.h>

namespace sightline {

void PinCheck::begin(std::string pin) {
    // One that still runs is nearly done: two at once would take twice the memory.
    if (thread_.joinable()) thread_.join();
    const int number = ++begun_;
    {
        const std::scoped_lock lock(mutex_);
        wanted_ = number;
        answer_.reset();
    }
    thread_ = std::jthread([this, number, pin = std::move(pin)]() mutable {
        pthread_setname_np(pthread_self(), "pin"); // for whoever looks into a process that hangs
        const PinMatch match = matchPin(hash_, pin);
        wipe(pin);
        {
            const std::scoped_lock lock(mutex_);
            if (wanted_ != number) return;
            answer_ = match;
        }
        wake_();
    });
}

std::optional<PinMatch> PinCheck::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(answer_, std::nullopt);
}

void PinCheck::forget() {
    const std::scoped_lock lock(mutex_);
    wanted_ = 0;
    answer_.reset();
}

} // namespace sightline
