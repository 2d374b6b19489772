#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "data/pin.h"

namespace sightline {

/// Checks a PIN on a thread of its own, one at a time: that takes up to a second on purpose, and neither the thread
/// that draws nor the loader, which a watchdog looks after, may be that long in one place. There is a thread only while
/// something is being checked.
class PinCheck {
public:
    /// `wake` is called, on that thread, when the answer is there.
    PinCheck(std::string hash, std::function<void()> wake) : hash_(std::move(hash)), wake_(std::move(wake)) {}

    /// Begins. What an earlier check answers is no longer wanted.
    void begin(std::string pin);
    /// The answer, once.
    std::optional<PinMatch> take();
    /// Nobody waits for the answer any more.
    void forget();

private:
    std::string hash_;
    std::function<void()> wake_;
    std::mutex mutex_;               ///< guards from here …
    int wanted_ = 0;                 ///< number of the check that is waited for; 0: none
    std::optional<PinMatch> answer_; ///< … to here
    int begun_ = 0;
    std::jthread thread_;
};

} // namespace sightline
