#pragma once

#include <optional>

#include "render/gesture.h"
#include "render/scroll.h"
#include "render/targets.h"

namespace sightline {

/// What a finger's event did.
struct Touched {
    UiState state;                  ///< with the pressed target, the lists and the focus as they are now
    const Target* tapped = nullptr; ///< in the registry that was handed in: its command is to be carried out
    bool moving = false;            ///< a list followed the finger
};

/// Turns what a finger does into taps on targets and motion of lists, on the registry of the last frame.
class Touch {
public:
    void configure(GestureSettings settings) { recogniser_.configure(settings); }

    Touched feed(const PointerEvent& event, const UiState& state, const Targets& targets);
    /// Lets a list that was flicked move on. `targets`: it may be gone by now, or shorter.
    UiState advance(Seconds now, const UiState& state, const Targets& targets);
    /// One notch of a mouse wheel, for trying the wall on a desk.
    UiState wheel(Point at, float notches, const UiState& state, const Targets& targets);

    /// A list is moving on its own.
    [[nodiscard]] bool gliding() const { return glide_.moving(); }
    /// A finger is down.
    [[nodiscard]] bool active() const { return recogniser_.active(); }
    /// When `expire` has something to do; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline() const { return recogniser_.deadline(); }
    void expire(Seconds now) { recogniser_.tick(now); }
    /// Forgets finger and motion: another page is shown.
    void abandon();

private:
    void begin(const DragBegin& drag, const Targets& targets, UiState& state);
    void follow(Point at, const Targets& targets, UiState& state);
    void end(const DragEnd& drag, const UiState& state, Seconds now);

    GestureRecogniser recogniser_;
    Glide glide_;
    std::uint32_t pressed_ = 0;     ///< the target the finger came down on; 0: none
    std::optional<ListId> dragged_; ///< the list under the finger
    bool sideways_ = false;
    float grip_ = 0; ///< scroll offset plus finger position, constant while dragging
};

} // namespace sightline
