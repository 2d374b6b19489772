#pragma once

namespace sightline {

/// The panel and the room around it: everything that turns millimetres and viewing distance into pixels.
struct Room {
    int width = 1920;       ///< panel width, pixels
    int height = 1080;      ///< panel height, pixels
    double diagonalIn = 65; ///< panel diagonal, inches, 10 to 150
    double distanceM = 4;   ///< farthest seat, metres, 0.5 to 20
    double textScale = 1;   ///< how much larger text is than the drawings and the room ask for, 1 to 2

    /// Pixels for a length on the panel.
    [[nodiscard]] float px(double millimetres) const;
    /// The scale of the 1920×1080 drawings on this panel: 1 on a 1920×1080 panel, 2 on 3840×2160, 1 on 1080×1920.
    [[nodiscard]] float scale() const;
    [[nodiscard]] bool portrait() const { return height > width; }

    /// Smallest capital height, in pixels, of text that must be read from the farthest seat (16 minutes of arc;
    /// EN ISO 9241-303 asks for 16′ at least and prefers 20′ to 22′).
    [[nodiscard]] float glanceCapHeight() const;
    /// The capital height, in pixels, that is so many minutes of arc from the farthest seat.
    [[nodiscard]] float capHeight(double minutes) const;
    /// From how far away, in metres, capitals that many pixels high are so many minutes of arc.
    [[nodiscard]] double readableFrom(float capPixels, double minutes) const;
    /// Smallest capital height, in pixels, of text read with a finger on it: 0.7° at 0.6 m.
    [[nodiscard]] float touchCapHeight() const;
    /// Smallest side of a touch target: 20 mm, and 25 mm for navigation.
    [[nodiscard]] float targetSide() const { return px(20); }
    [[nodiscard]] float navigationSide() const { return px(25); }
    /// Smallest gap between touch targets: 6 mm.
    [[nodiscard]] float targetGap() const { return px(6); }

    bool operator==(const Room&) const = default;
};

} // namespace sightline
