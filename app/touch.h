#pragma once

#include <array>
#include <optional>

#include "render/gesture.h"
#include "render/scroll.h"
#include "render/targets.h"

namespace sightline {

/// What a finger's event did.
struct Touched {
    UiState state;                  ///< with the pressed target, the lists and the focus as they are now
    const Target* tapped = nullptr; ///< in the registry that was handed in: its command is to be carried out
    std::optional<Command> command; ///< or this one: what was done to the page of a document, or where a spot was met
    bool moving = false;            ///< a list followed the finger
};

/// Turns what a finger does into taps on targets and motion of lists, on the registry of the last frame. The page of a
/// document follows the finger both ways; tapped twice it grows or shrinks, and where there is nothing to follow
/// sideways a swipe turns it. A single tap means nothing there, so no tap ever waits for a second one.
class Touch {
public:
    void configure(GestureSettings settings) {
        slop_ = settings.slop;
        recogniser_.configure(settings);
    }

    Touched feed(const PointerEvent& event, const UiState& state, const Targets& targets);
    /// Lets a list that was flicked move on. `targets`: it may be gone by now, or shorter.
    UiState advance(Seconds now, const UiState& state, const Targets& targets);
    /// One notch of a mouse wheel, for trying the wall on a desk.
    UiState wheel(Point at, float notches, const UiState& state, const Targets& targets);

    /// A list is moving on its own.
    [[nodiscard]] bool gliding() const { return glides_[0].moving() || glides_[1].moving(); }
    /// A finger is down.
    [[nodiscard]] bool active() const { return recogniser_.active(); }
    /// When `expire` has something to do; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline() const { return recogniser_.deadline(); }
    void expire(Seconds now) { recogniser_.tick(now); }
    /// Forgets finger and motion: another page is shown.
    void abandon();

private:
    /// A list under the finger.
    struct Held {
        ListId list;
        bool sideways;
        float grip; ///< scroll offset plus finger position, constant while dragging
    };
    struct LastTap {
        Point at;
        Seconds time = 0;
    };

    void begin(const DragBegin& drag, const Targets& targets, UiState& state);
    void hold(const ScrollArea* area, Point at, const UiState& state);
    void follow(Point at, const Targets& targets, UiState& state);
    void end(const DragEnd& drag, const UiState& state, Seconds now);
    std::optional<Command> tappedTwice(Point at, Seconds now, const Targets& targets);
    std::optional<Command> swiped(const Targets& targets) const;
    /// A point lies on a list that is moving on its own.
    [[nodiscard]] bool glidesUnder(Point at, const Targets& targets) const;
    [[nodiscard]] bool holds() const { return held_[0] || held_[1]; }
    void release();
    void stopGliding();

    GestureRecogniser recogniser_;
    float slop_ = 12;
    std::uint32_t pressed_ = 0;               ///< the target the finger came down on; 0: none
    std::array<std::optional<Held>, 2> held_; ///< down the page, and across
    std::array<Glide, 2> glides_;             ///< likewise
    std::optional<LastTap> lastTap_;          ///< on the page of a document
    std::optional<DragBegin> turning_;        ///< a drag over the page of a document that moves nothing sideways
    Point latest_;                            ///< where that finger is
};

} // namespace sightline
