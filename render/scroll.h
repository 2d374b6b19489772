#pragma once

#include "render/gesture.h"
#include "render/ui_types.h"

namespace sightline {

/// A list that goes on moving after the finger left it. Offsets are whole pixels, so text stays sharp and a motion that
/// no longer changes the picture asks for no frame.
class Glide {
public:
    /// Starts from an offset with a speed in pixels per second (positive: towards the end of the list). Too slow to be
    /// seen: nothing starts.
    void start(ListId list, float offset, float velocity, Seconds now);
    void stop() { moving_ = false; }
    [[nodiscard]] bool moving() const { return moving_; }
    [[nodiscard]] ListId list() const { return list_; }

    /// The offset at a time, between 0 and `maxScroll`. Reaching an end or becoming slow stops it.
    float advance(Seconds now, float maxScroll);

private:
    bool moving_ = false;
    ListId list_ = ListId::Evidence;
    float from_ = 0;
    float velocity_ = 0;
    Seconds since_ = 0;
};

/// An offset that the list can have: whole pixels, between 0 and `maxScroll`.
float clampScroll(float offset, float maxScroll);

/// The offset nearest to `offset` at which the stretch from `begin` to `end` (in the list, from its first pixel) can be
/// seen with `margin` around it.
float scrollToShow(float offset, float begin, float end, float extent, float margin, float maxScroll);

} // namespace sightline
