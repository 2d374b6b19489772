#pragma once

#include <memory>

#include "app/panel.h"

struct _XDisplay; // NOLINT(bugprone-reserved-identifier): Xlib's name for what it calls Display

namespace sightline {

/// The panel, asked of the X server over a connection of its own: GLFW's monitors are left alone. GLFW before 3.5 ends
/// the program when an output goes while it is being asked about (glfw#2766), and makes the window small when the
/// monitor is unplugged. All calls on the thread of the window.
class PanelX11 {
public:
    /// Nothing: there is no X server.
    static std::unique_ptr<PanelX11> open();
    ~PanelX11();
    PanelX11(const PanelX11&) = delete;
    PanelX11& operator=(const PanelX11&) = delete;

    /// While no output shows anything: as it was before; at the start as large as the window system's space.
    [[nodiscard]] const Panel& panel() const;
    /// Reads what the X server has told since; true: it was about its outputs, and `panel` may be another. `certain`:
    /// asks the server, so that nothing is under way that another connection has heard of already; while no panel is
    /// connected it also looks for one.
    bool pass(bool certain);
    /// Starts a panel that shows nothing, and one that was plugged in anew, where no window manager does so.
    void drive();
    /// The connection, for PanelPower.
    [[nodiscard]] _XDisplay* connection() const;

private:
    PanelX11() = default;
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// An error that the X server reports ends a program unless it says otherwise: an output may be gone while it is being
/// asked about. To be called once GLFW has made its window, as it puts the old behaviour back.
void tolerateX11Errors();
/// GLFW's connection no longer hears of outputs, but only that something is different, which ends its waiting.
void muteMonitors(_XDisplay* glfw);
/// Asks the window manager, where there is one, to show a window of GLFW's in full screen. `shown`: it is on the panel
/// already.
void askFullScreen(_XDisplay* glfw, unsigned long window, bool shown);

} // namespace sightline
