#pragma once

#include "app/cursor_sight.h"
#include "app/log.h"
#include "app/options.h"
#include "app/pixel_shift.h"
#include "app/screen_care.h"
#include "app/trace.h"
#include "app/window_glfw.h"

namespace sightline {

/// How the wall spares its panel and the room: off outside its hours, the picture moved by a pixel now and then, no
/// pointer that nobody moves.
class WallScreen {
public:
    WallScreen(const ShowOptions& options, Window& window, Log& log, Trace& trace);

    /// Somebody may be there. True: that only woke the panel, and is to do nothing else.
    bool touched(const WindowEvent& event);

    struct Passed {
        bool wentDark = false;
        bool woke = false;
        bool moved = false; ///< the picture
    };
    /// The time is this. `wanted`: the panel must stay on; `busy`: a finger is down, so that nothing must move under
    /// it.
    Passed pass(Seconds now, bool wanted, bool held);
    /// The panel is not what it was: it may have been turned on by that.
    void panelChanged();

    /// Nothing is to be drawn.
    [[nodiscard]] bool dark() const { return care_.dark(); }
    /// When to come back; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline() const;
    [[nodiscard]] const PixelShift& shift() const { return shift_; }
    /// "on until 18:00", "off until 08:00".
    [[nodiscard]] std::string words() const;

private:
    void turn(bool on);

    Window& window_;
    Log& log_;
    Trace& trace_;
    ScreenCare care_;
    PixelShift shift_;
    CursorSight cursor_;
    bool pointer_ = false; ///< it is shown
    bool woke_ = false;    ///< since the last `pass`
};

} // namespace sightline
