#pragma once

#include <optional>

#include "app/document_pages.h"
#include "app/exit_code.h"
#include "app/idle.h"
#include "app/loader.h"
#include "app/log.h"
#include "app/meeting_clock.h"
#include "app/notify.h"
#include "app/options.h"
#include "app/redraw.h"
#include "app/room_lock.h"
#include "app/rotation.h"
#include "app/stop_signal.h"
#include "app/touch.h"
#include "app/trace.h"
#include "app/trial_clock.h"
#include "app/wall_screen.h"
#include "app/wall_setting.h"
#include "app/watchdog.h"
#include "app/window_glfw.h"
#include "render/frame.h"
#include "render/gl_target.h"

namespace sightline {

/// What the wall works with; all of it outlives the wall.
struct WallParts {
    Window& window;
    GlTarget& target;
    Loader& loader;
    Trace& trace;
    Notify& notify;
    const StopSignal& stop;
    Log& log;
    const WallSetting& setting;
    const TrustedClock& clock;
};

/// The wall itself: waits for touches, keys, snapshots and moments, keeps the state they lead to, and draws a frame
/// when, and only when, there is a reason.
class Wall {
public:
    /// `folder`: where wrong tries of the PIN are counted.
    Wall(const ShowOptions& options, const Room& room, WallIdentity identity, std::filesystem::path folder,
         const WallParts& parts);

    /// Runs until the window is closed, the program is told to end, or the graphics card was reset (kTryAgain).
    ExitCode run();

private:
    /// How far a finger may travel and still tap.
    static constexpr double kSlopMm = 4;

    bool isLost(Seconds now);
    void handle(const WindowEvent& event);
    void touched(const PointerEvent& event);
    void keyed(Key key);
    void typed(char32_t character);
    void resized();
    void panelChanged();
    void carryOut(const Command& command, const Target* target);
    void become(UiState next, Why why);

    void receive();
    void receive(Arrival arrival);
    void receivePage();
    void remakeView();
    void completeView();
    void passTime(Seconds now);
    void passIdle(Seconds now);
    void passMeeting(Seconds now);
    [[nodiscard]] bool mayTurn() const;
    void passRotation(Seconds now);
    bool stopsRotation(const WindowEvent& event);
    void noteModes(const UiState& before);
    [[nodiscard]] std::optional<Seconds> modesDeadline() const;
    void passDay();
    void passHealth(Seconds now);
    void passScreen(Seconds now);
    void makeHealth();
    void settle();

    // What the room may see: wall_privacy.cpp.
    [[nodiscard]] RoomCopy shown() const;
    [[nodiscard]] const Checklist* checklist() const;
    void somebodyIsThere(Seconds now);
    void receivePin();
    void passPrivacy(Seconds now);
    void tellPrivacy(const UiState& before);
    void traceTap(const Target& target);
    [[nodiscard]] std::optional<Seconds> privacyDeadline(Seconds now) const;
    void showLife(Seconds now);
    [[nodiscard]] Day day() const;
    [[nodiscard]] bool dayCanChange() const;
    [[nodiscard]] Seconds sleepFor(Seconds now) const;

    void draw();
    void build();
    void leaveDark();
    void showGround();

    ShowOptions options_;
    Look look_;
    Room room_;
    WallIdentity identity_;
    WallParts parts_;

    DocumentPages pages_;
    bool pageCame_ = false; ///< there may be another one
    Frame frame_;
    Targets targets_;
    UiState state_;
    View view_;
    std::optional<UiState> viewFor_; ///< the state `view_` was refreshed for
    Arrival arrival_;
    bool arrived_ = false;   ///< there is something to draw
    bool visible_ = false;   ///< the window is on the panel
    bool unsettled_ = false; ///< frames were drawn since the trace last said that none are pending
    Reasons reasons_;
    Touch touch_;
    IdleTimer idle_;
    MeetingClock meetingClock_;
    PageTurner turner_;
    WallScreen screen_;
    IdleTimer owners_; ///< until owners' names are hidden, where they are
    RoomLock lock_;
    Watchdog watchdog_;
    TrialClock trial_;
    Seconds started_;
    Seconds lastFrame_ = -1;
    Seconds lostCheck_ = 0; ///< when the graphics card is asked next
    WallCounts counts_;
    Seconds healthMade_ = 0; ///< when the health page was last looked over
};

} // namespace sightline
