#pragma once

namespace sightline::testing_support {

/// A panel as it hangs in board rooms, by its pixels.
struct BoardPanel {
    const char* name;
    int width;
    int height;
};
inline constexpr BoardPanel kBoardPanels[] = {
    {"Small", 1280, 800}, {"FullHd", 1920, 1080}, {"UltraHd", 3840, 2160}, {"Portrait", 1080, 1920}};

} // namespace sightline::testing_support
