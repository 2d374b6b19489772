#include <algorithm>

#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

class Walk : public WallFixture, public testing::WithParamInterface<PanelSize> {};

/// The way through a meeting, with a finger: every step shows the right page, drawn as it should be.
TEST_P(Walk, WithAFinger) {
    if (!panel(GetParam())) return;
    source = {"--sample", "northmoor"};
    show({});
    expectPictureOf("overview");
    tap("tile:4");
    awaitPage("element:4");
    expectPictureOf("element:4");
    const std::string item = firstId("evidence:");
    tap(item);
    awaitPage(item);
    expectPictureOf(item);
    tap("back");
    awaitPage("element:4");
    expectPictureOf("element:4");
    for (const char* top : {"actions", "map", "overview"}) {
        tap(std::string("nav:") + top);
        awaitPage(top);
        expectPictureOf(top);
    }
}

/// A long list follows the finger, goes on a little, settles, and what is under a finger then is what can be seen.
TEST_P(Walk, DragsALongList) {
    if (!panel(GetParam())) return;
    source = {"--sample", "northmoor"};
    show({});
    tap("nav:evidence");
    awaitPage("evidence");
    const std::string first = firstId("evidence:");
    const auto rect = target(first)["rect"];
    const int x = static_cast<int>(rect["x"].get<double>() + rect["w"].get<double>() / 2);
    const int top = static_cast<int>(rect["y"].get<double>() + rect["h"].get<double>() / 2);
    const int low = size.height * 3 / 4;
    pointer({"mousemove", std::to_string(x), std::to_string(low), "mousedown", "1"});
    for (const int part : {4, 3, 2, 1}) {
        pointer({"mousemove", std::to_string(x), std::to_string(top + (low - top) * part / 5)});
        EXPECT_EQ(await("frame", "why", "scroll")["event"], "frame");
    }
    pointer({"mouseup", "1"});
    awaitSettled();
    screenshot("dragged-" + size.text());
    tapAt(x, top);
    const Event tapped = await("tap");
    EXPECT_NE(tapped["id"], first) << "the list did not move";
    EXPECT_EQ(tapped["id"].get<std::string>().substr(0, 9), "evidence:");
    awaitPage(tapped["id"]);
}

/// A word typed on the panel, a hit opened, and back to what was found.
TEST_P(Walk, SearchesWithAFinger) {
    if (!panel(GetParam())) return;
    source = {"--sample", "northmoor"};
    show({});
    tap("nav:search");
    awaitPage("search");
    expectPictureOf("search");
    for (const char* letter : {"b", "o", "a", "r", "d"}) {
        tap(std::string("key:") + letter);
        awaitSettled();
    }
    page = "search:board";
    expectPictureOf("search:board");
    const std::string hit = firstId("hit:evidence:");
    tap(hit);
    awaitPage(hit.substr(std::string("hit:").size()));
    expectPictureOf(page);
    tap("back");
    awaitPage("search");
    page = "search:board";
    expectPictureOf("search:board");
    tap("key:delete");
    awaitSettled();
    page = "search:boar";
    expectPictureOf("search:boar");
}

INSTANTIATE_TEST_SUITE_P(Panels, Walk,
                         testing::Values(PanelSize{1920, 1080}, PanelSize{3840, 2160}, PanelSize{1080, 1920},
                                         PanelSize{1280, 800}),
                         [](const auto& test) { return test.param.text(); });

class Keys : public WallFixture {
protected:
    /// Presses Tab until the focus is on a target, from the first one of the page, and then Enter.
    void enter(const std::string& id) {
        const auto all = targets();
        const auto found = std::ranges::find_if(all, [&](const auto& target) { return target["id"] == id; });
        ASSERT_NE(found, all.end()) << id;
        for (auto step = found - all.begin(); step > 0; --step) key("Tab");
        key("Return");
        await("tap", "id", id);
    }
};

/// The same way without touching anything.
TEST_F(Keys, WalkWithoutTouching) {
    if (!panel({1920, 1080})) return;
    source = {"--sample", "northmoor"};
    show({});
    key("Tab"); // shows the focus, on the first target
    awaitSettled();
    screenshot("keyboard-focus");
    enter("tile:4");
    awaitPage("element:4");
    const std::string item = firstId("evidence:");
    enter(item);
    awaitPage(item);
    key("Escape");
    awaitPage("element:4");
    key("Escape");
    awaitPage("overview");
    key("Right");
    awaitSettled();
    key("Down");
    awaitSettled();
    key("Return");
    awaitPage("element:5");
    key("Home");
    awaitPage("overview");
}

/// Typed, found, opened and left without touching anything.
TEST_F(Keys, SearchWithARealKeyboard) {
    if (!panel({1920, 1080})) return;
    source = {"--sample", "northmoor"};
    show({});
    tap("tile:4");
    awaitPage("element:4");
    key("slash");
    awaitPage("search");
    for (const char* typed : {"B", "o", "a", "r", "d", "space", "m", "x", "BackSpace"}) {
        key(typed);
        awaitSettled();
    }
    page = "search:Board m";
    expectPictureOf("search:Board m");
    const std::string best = firstId("hit:");
    key("Return");
    await("tap", "id", best);
    awaitPage(best.substr(std::string("hit:").size()));
    key("Escape");
    awaitPage("search");
    key("Escape");
    awaitPage("element:4");
    key("ctrl+f");
    awaitPage("search");
    page = "search:Board m";
    expectPictureOf("search:Board m");
    key("Home");
    awaitPage("overview");
    key("slash");
    awaitPage("search");
    expectPictureOf("search");
}

/// Down goes through the whole of a list that is longer than the panel.
TEST_F(Keys, ArrowsScrollALongList) {
    if (!panel({1920, 1080})) return;
    source = {"--sample", "northmoor"};
    show({});
    tap("nav:evidence");
    awaitPage("evidence");
    const auto all = targets();
    const auto shown = std::ranges::count_if(
        all, [](const auto& target) { return target["id"].template get<std::string>().starts_with("evidence:"); });
    key("Tab");
    for (int i = 0; i < 4; ++i) key("Right"); // from the filters into the list, and no further
    for (auto i = 2 * shown; i > 0; --i) key("Down");
    key("Return");
    const std::string opened = await("tap")["id"];
    EXPECT_TRUE(opened.starts_with("evidence:")) << opened;
    EXPECT_TRUE(std::ranges::none_of(all, [&](const auto& target) { return target["id"] == opened; }))
        << opened << " could be seen before the list moved";
}

} // namespace
} // namespace sightline::window_tests
