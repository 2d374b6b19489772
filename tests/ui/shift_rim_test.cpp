#include <algorithm>
#include <gtest/gtest.h>

#include "app/options.h"
#include "data/sample.h"
#include "render/imgui_compat.h"
#include "tests/support/pages.h"

namespace sightline {
namespace {

using testing_support::PageBuilder;
using testing_support::Scene;
using testing_support::scenesOf;

/// What of a page is letters or a picture: everything but flat colour. Empty: nothing.
Rect inkOf(const ImDrawData& data) {
    Rect ink;
    const auto add = [&ink](float left, float top, float right, float bottom) {
        if (right <= left || bottom <= top) return;
        if (ink.w <= 0) ink = {left, top, right - left, bottom - top};
        const float x = std::min(ink.x, left);
        const float y = std::min(ink.y, top);
        ink = {x, y, std::max(ink.right(), right) - x, std::max(ink.bottom(), bottom) - y};
    };
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = listOf(data, i);
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            for (unsigned j = 0; j + 2 < command.ElemCount; j += 3) {
                const auto corner = [&](unsigned k) -> const ImDrawVert& {
                    const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + j + k)];
                    return list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
                };
                const ImDrawVert& a = corner(0);
                const ImDrawVert& b = corner(1);
                const ImDrawVert& c = corner(2);
                if (a.uv.x == b.uv.x && a.uv.y == b.uv.y && b.uv.x == c.uv.x && b.uv.y == c.uv.y) continue;
                add(std::max(clip.x, std::min({a.pos.x, b.pos.x, c.pos.x})),
                    std::max(clip.y, std::min({a.pos.y, b.pos.y, c.pos.y})),
                    std::min(clip.z, std::max({a.pos.x, b.pos.x, c.pos.x})),
                    std::min(clip.w, std::max({a.pos.y, b.pos.y, c.pos.y})));
            }
        }
    }
    return ink;
}

/// Columns of actions go on past the right edge of the panel: what is cut there is brought by scrolling anyway.
bool goesOn(const Targets& targets) {
    return std::ranges::any_of(targets.scrollAreas(), [](const ScrollArea& area) {
        return area.list == ListId::ActionStrip && area.maxScroll() > 0;
    });
}

/// A picture that is moved as far as it can be set to loses nothing that anybody reads.
TEST(ShiftRim, HoldsNothingToRead) {
    const auto most = static_cast<float>(kShiftPixels.high);
    for (const char* sample : {"dorset", "northmoor"}) {
        const auto snapshot = sampleSnapshot(sample);
        ASSERT_TRUE(snapshot);
        for (const Room& room : {Room{}, Room{3840, 2160, 65, 4}, Room{1080, 1920, 65, 4}, Room{1280, 800, 65, 4},
                                 Room{1366, 768, 24, 1}}) {
            PageBuilder pages(*snapshot, room);
            for (const Scene& scene : scenesOf(*snapshot)) {
                SCOPED_TRACE(std::string(sample) + " " + scene.name + " " + std::to_string(room.width));
                const Targets& targets = pages.build(scene);
                const float right = static_cast<float>(room.width) - most;
                const Rect ink = inkOf(*pages.frame().drawData());
                ASSERT_GT(ink.w, 0);
                EXPECT_GE(ink.x, most);
                EXPECT_GE(ink.y, most);
                if (!goesOn(targets)) {
                    EXPECT_LE(ink.right(), right);
                }
                EXPECT_LE(ink.bottom(), static_cast<float>(room.height) - most);
            }
        }
    }
}

} // namespace
} // namespace sightline
