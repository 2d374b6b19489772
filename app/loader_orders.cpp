// What is asked of the loader on the thread of the window: it is noted, and the loader woken.
#include <sys/eventfd.h>
#include <utility>

#include "app/loader.h"

namespace sightline {

std::optional<Arrival> Loader::take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(slot_, std::nullopt);
}

void Loader::setRoom(const Room& room) {
    {
        const std::scoped_lock lock(mutex_);
        wantedRoom_ = room;
    }
    eventfd_write(poke_, 1);
}

void Loader::markMeeting() {
    {
        const std::scoped_lock lock(mutex_);
        marking_ = true;
    }
    eventfd_write(poke_, 1);
}

void Loader::confirm(std::string digest) {
    {
        const std::scoped_lock lock(mutex_);
        confirmed_ = std::move(digest);
    }
    eventfd_write(poke_, 1);
}

void Loader::retire(std::shared_ptr<const void> old) {
    if (!old) return;
    {
        const std::scoped_lock lock(mutex_);
        retired_.push_back(std::move(old));
    }
    eventfd_write(poke_, 1);
}

void Loader::report(const WallCounts& counts) {
    {
        const std::scoped_lock lock(mutex_);
        counts_ = counts;
    }
    eventfd_write(poke_, 1);
}

void Loader::ask() {
    asked_ = true;
    eventfd_write(poke_, 1);
}

} // namespace sightline
