#include <array>
#include <cmath>

#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

class Installing : public WallFixture {};

/// With real X events, from the overview on, as an installer does it.
TEST_F(Installing, TheTouchCheckFeelsEverySpot) {
    if (!panel({1920, 1080})) return;
    source = {"--sample", "northmoor"};
    show({});
    const auto rect = target("age")["rect"];
    const auto middle = [&rect](const char* from, const char* length) {
        return std::to_string(static_cast<int>(rect[from].get<double>() + rect[length].get<double>() / 2));
    };
    pointer({"mousemove", middle("x", "w"), middle("y", "h"), "mousedown", "1"});
    trace->during(0.8);
    pointer({"mouseup", "1"});
    awaitPage("health");
    tap("pattern");
    awaitPage("pattern");
    expectPictureOf("pattern");
    tap("touch:begin");
    awaitSettled();
    constexpr int kSide = 27; // 20 mm on 65 inches
    tapAt(400, 400);          // a miss
    for (int i = 0; i < 9; ++i) {
        tapAt((size.width - kSide) / 2 * (i % 3) + kSide / 2 + 5, (size.height - kSide) / 2 * (i / 3) + kSide / 2);
        await("tap", "id", "spot:" + std::to_string(i));
    }
    awaitSettled();
    screenshot("touch-check");
    key("Escape");
    awaitSettled();
    expectPictureOf("pattern");
}

} // namespace
} // namespace sightline::window_tests
