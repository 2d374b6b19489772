#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "data/failure.h"
#include "render/gesture.h"

namespace sightline {

/// A moment on a clock that nobody can set: seconds since this machine started, suspended time included, and which
/// start that was.
struct BootMoment {
    std::string boot;    ///< the kernel's boot id; empty: it cannot be read (ProcSubset=pid hides it from a service)
    Seconds seconds = 0; ///< CLOCK_BOOTTIME
};
BootMoment bootMoment();

/// How long to wait after so many wrong tries in a row: nothing for the first four, 30 seconds after the fifth, and
/// twice as long after each further one, up to 15 minutes. A day of guessing is then at most 110 tries.
Seconds waitAfter(int wrongTries);
inline constexpr int kFreeTries = 5;
inline constexpr Seconds kLongestWait = 900;

/// Counts wrong tries in the wall's state folder (`pin-tries.json`), before each one is checked: pulling the plug while
/// it is being checked wins nothing. The wait is measured on a clock that nobody can set. After a restart of the
/// machine, or of the wall where it cannot tell these apart, the whole of it begins again.
///
/// A file that is not there counts as free tries used up, and one that cannot be read or makes no sense as the longest
/// wait: what is lost never makes guessing easier.
class PinLockout {
public:
    using Clock = std::function<BootMoment()>;
    explicit PinLockout(const std::filesystem::path& folder, Clock clock = bootMoment);

    /// How long until there may be another try; 0: now.
    [[nodiscard]] Seconds wait() const;
    /// Wrong tries that are left before there is a wait; 0: the next wrong one brings one.
    [[nodiscard]] int freeTries() const;
    /// A try begins: it is wrong until `right` says otherwise. Failure (CannotWrite): it could not be counted, so it
    /// must not be made.
    Result<void> begin();
    /// It was right: the count begins anew. A failure leaves the tries counted, which harms nobody.
    Result<void> right();

private:
    void read();
    Result<void> write();

    std::filesystem::path file_;
    Clock clock_;
    int wrong_ = 0;
    BootMoment since_; ///< when the wait began
};

} // namespace sightline
