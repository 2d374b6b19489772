#include "app/panel.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

const PanelMode kSmall{11, {1280, 720}};
const PanelMode kFull{12, {1920, 1080}};
const PanelMode kLarge{13, {3840, 2160}};

/// A socket with a panel in it that nothing drives.
PanelOutput socket(unsigned long id) {
    return {.id = id,
            .name = "HDMI-" + std::to_string(id),
            .connected = true,
            .primary = false,
            .millimetres = {1430, 800},
            .modes = {kFull, kLarge, kSmall},
            .preferred = 1,
            .crtcs = {101, 102},
            .area = std::nullopt};
}

PanelOutput empty(unsigned long id) {
    PanelOutput output = socket(id);
    output.connected = false;
    output.modes.clear();
    output.preferred = 0;
    output.millimetres = {0, 0};
    return output;
}

PanelOutput driven(unsigned long id, const PanelMode& mode, unsigned long crtc = 101) {
    PanelOutput output = socket(id);
    output.area = PanelArea{crtc, mode.id, 0, 0, mode.size};
    return output;
}

TEST(Panel, NoOutputNoPanel) {
    EXPECT_FALSE(panelOf({}));
    EXPECT_FALSE(panelOf({{empty(1), empty(2)}}));
    EXPECT_FALSE(panelOf({{socket(1)}})) << "connected, and nothing drives it";
}

TEST(Panel, ThePrimaryOneElseTheFirstThatShowsSomething) {
    PanelOutput second = driven(2, kLarge, 102);
    second.area->x = 1920;
    EXPECT_EQ(panelOf({{driven(1, kFull), second}})->size, kFull.size);
    second.primary = true;
    EXPECT_EQ(panelOf({{driven(1, kFull), second}}), (Panel{1920, 0, kLarge.size, {1430, 800}, true}));
    second.area.reset();
    EXPECT_EQ(panelOf({{driven(1, kFull), second}})->size, kFull.size) << "a primary one that shows nothing";
}

TEST(Panel, OneThatWasUnpluggedIsStillThereWhileNoOtherIs) {
    PanelOutput unplugged = driven(1, kFull);
    unplugged.connected = false;
    unplugged.primary = true;
    EXPECT_EQ(panelOf({{unplugged, empty(2)}}), (Panel{0, 0, kFull.size, {1430, 800}, false}));
    EXPECT_EQ(panelOf({{unplugged, driven(2, kSmall, 102)}})->size, kSmall.size);
}

TEST(PanelToStart, NothingWhereAllIsWellOrNothingIsThere) {
    EXPECT_FALSE(panelToStart({}, {}));
    EXPECT_FALSE(panelToStart({{driven(1, kSmall)}}, {{driven(1, kSmall)}})) << "somebody chose another mode";
    EXPECT_FALSE(panelToStart({{driven(1, kSmall), socket(2)}}, {}));
    EXPECT_FALSE(panelToStart({{empty(1)}}, {{driven(1, kFull)}}));
}

TEST(PanelToStart, OneThatIsConnectedAndShowsNothing) {
    const PanelStart expected{1, 101, kFull, {1430, 800}};
    EXPECT_EQ(panelToStart({{socket(1)}}, {{empty(1)}}), expected);
    EXPECT_EQ(panelToStart({{socket(1)}}, {}), expected) << "the machine started without a panel";
    PanelOutput primary = socket(2);
    primary.primary = true;
    EXPECT_EQ(panelToStart({{socket(1), primary}}, {})->output, 2U);
}

TEST(PanelToStart, WithoutAModeOfItsChoiceTheLargestAndWithoutAnyNone) {
    PanelOutput output = socket(1);
    output.preferred = 0;
    EXPECT_EQ(panelToStart({{output}}, {})->mode, kLarge);
    output.modes.clear();
    EXPECT_FALSE(panelToStart({{output}}, {}));
    output.modes = {kSmall};
    output.crtcs.clear();
    EXPECT_FALSE(panelToStart({{output}}, {})) << "nothing could drive it";
    PanelOutput other = socket(2);
    EXPECT_EQ(panelToStart({{output, other}}, {})->output, 2U) << "then the next";
}

TEST(PanelToStart, AnotherSocketTakesOverFromTheOneThatWasUnplugged) {
    PanelOutput unplugged = driven(1, kLarge);
    unplugged.connected = false;
    PanelOutput other = socket(2);
    other.crtcs = {101};
    EXPECT_EQ(panelToStart({{unplugged, other}}, {}), (PanelStart{2, 101, kFull, {1430, 800}}));
}

TEST(PanelToStart, AnotherPanelInTheSameSocketGetsTheModeItAsksFor) {
    PanelOutput before = driven(1, kSmall);
    before.connected = false;
    EXPECT_EQ(panelToStart({{driven(1, kSmall)}}, {{before}})->mode, kFull);
    EXPECT_FALSE(panelToStart({{driven(1, kFull)}}, {{before}})) << "it has it already";
    EXPECT_FALSE(panelToStart({{driven(1, kSmall), driven(2, kFull, 102)}}, {{before, driven(2, kFull, 102)}}))
        << "somebody arranged them";
}

} // namespace
} // namespace sightline
