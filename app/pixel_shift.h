#pragma once

#include <cstdint>
#include <optional>

#include "render/gesture.h"
#include "render/gl_target.h"

namespace sightline {

/// Where the picture is moved to at a step of the way: a square spiral, a pixel a step, from its own place out to
/// `most` pixels in every direction and back again, so that every place is held equally long and no move can be seen.
PictureShift shiftAt(std::uint64_t step, int most);

/// Moves the picture now and then, so that nothing burns into a panel that shows the same for months. Knows no clock of
/// its own.
class PixelShift {
public:
    /// `most`: pixels, 0: never. `every`: seconds between two moves.
    PixelShift(int most, Seconds every, Seconds now) : most_(most), every_(every), next_(now + every) {}

    /// Where it is now.
    [[nodiscard]] PictureShift at() const { return at_; }
    /// True: it is to be moved, and was; draw it once. `held`: not now, as a finger is on it.
    bool pass(Seconds now, bool held);
    /// When to come back; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline() const { return most_ > 0 ? std::optional(next_) : std::nullopt; }
    /// The point of the picture, of a size, that is at a point of the panel.
    [[nodiscard]] Point onPicture(Point onPanel, int width, int height) const;

private:
    int most_;
    Seconds every_;
    Seconds next_;
    std::uint64_t step_ = 0;
    PictureShift at_;
};

} // namespace sightline
