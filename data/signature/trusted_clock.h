#pragma once

#include <atomic>
#include <chrono>
#include <filesystem>
#include <functional>

#include "data/failure.h"

namespace sightline {

/// The clocks of a machine.
struct Clocks {
    std::function<std::chrono::sys_seconds()> system; ///< what anybody may have set, rightly or not
    std::function<std::chrono::seconds()> sinceBoot;  ///< goes on steadily, also while the machine sleeps
    std::chrono::sys_seconds notBefore;               ///< when this program was built: it cannot be earlier
    static Clocks ofThisMachine();
};

/// What time it is at least. A clock that was never set, or set back, must not make old snapshots look new; there is
/// nobody on a wall without a network to ask. So it is the latest of the system's clock and of every moment that is
/// known to have passed, plus the time since it was learnt. On any thread.
class TrustedClock {
public:
    explicit TrustedClock(Clocks clocks = Clocks::ofThisMachine());

    [[nodiscard]] std::chrono::sys_seconds now() const;
    /// That moment has passed.
    void learn(std::chrono::sys_seconds passed);
    /// False where the system's clock says that this program was not built yet.
    [[nodiscard]] bool isSet() const { return clocks_.system() >= clocks_.notBefore; }
    [[nodiscard]] const Clocks& clocks() const { return clocks_; }

private:
    Clocks clocks_;
    std::atomic<std::int64_t> ahead_; ///< the latest moment known, less the time since boot when it was learnt
};

/// Remembers in a private folder that this moment has passed; and what is remembered, 1970 where nothing is.
Result<void> writeLastSeen(const std::filesystem::path& folder, std::chrono::sys_seconds now);
std::chrono::sys_seconds readLastSeen(const std::filesystem::path& folder);

} // namespace sightline
