#pragma once

#include <memory>

struct _XDisplay; // NOLINT(bugprone-reserved-identifier): Xlib's name for what it calls Display

namespace sightline {

/// Turns the panel off and on (DPMS), and keeps the X server from doing so on its own while the wall runs. What it was
/// set to before comes back at the end; should the program be killed, the X server itself lifts what was suspended.
class PanelPower {
public:
    /// `connection`: of PanelX11, which has to outlive it.
    explicit PanelPower(_XDisplay* connection);
    ~PanelPower();
    PanelPower(const PanelPower&) = delete;
    PanelPower& operator=(const PanelPower&) = delete;

    /// The panel can be turned off. Without, as under a Wayland compositor, only black can be drawn.
    [[nodiscard]] bool canTurnOff() const;
    /// Turns it on or off, also where something else has turned it meanwhile: the X server itself turns it on when a
    /// mouse moves.
    void turn(bool on);

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace sightline
