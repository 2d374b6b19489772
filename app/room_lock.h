#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "app/pin_check.h"
#include "app/pin_lockout.h"
#include "render/ui_types.h"

namespace sightline {

/// The lock on marked items: what is typed on the keypad, how often that was wrong, and the check itself. The state of
/// the wall only knows how many digits there are.
class RoomLock {
public:
    /// `hash`: empty where no PIN is set; then it never opens. `folder`: where wrong tries are counted.
    RoomLock(std::string hash, const std::filesystem::path& folder, std::function<void()> wake,
             PinLockout::Clock clock = bootMoment);
    ~RoomLock() { wipe(digits_); }
    RoomLock(const RoomLock&) = delete;
    RoomLock& operator=(const RoomLock&) = delete;

    [[nodiscard]] bool hasPin() const { return !hash_.empty(); }

    /// Follows the keypad from one state to the next, which a command led to; what the keypad has to say goes into
    /// `next`. Begins a check where one is asked for.
    void follow(const UiState& before, UiState& next, const Command& command);
    /// The answer of a check goes into the state: marked items open, or the keypad says what is wrong. Where nobody
    /// waits for it any more, nothing.
    void answer(UiState& state);
    /// The keypad is gone, whatever took it away: digits are wiped, and an answer is no longer waited for.
    void forget();
    /// How long there is to wait now goes into the state.
    void passTime(UiState& state) const;
    /// Seconds until passTime changes something; nothing: it does not.
    [[nodiscard]] std::optional<Seconds> untilChange(const UiState& state) const;

private:
    std::string hash_;
    PinLockout lockout_;
    PinCheck check_;
    std::string digits_;
};

/// As the keypad tells it: seconds up to a minute and a half, then whole minutes, rounded up. In seconds.
int toldWait(Seconds left);

} // namespace sightline
