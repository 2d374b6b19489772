#include "app/keyboard.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

class Keyboard : public testing::Test {
protected:
    Keyboard() {
        const Rect panel{0, 0, 800, 600};
        targets.addScroll({.list = ListId::Evidence, .viewport = {0, 0, 400, 400}, .content = 1400});
        targets.addScroll({.list = ListId::Map, .viewport = {400, 0, 400, 400}, .content = 2000});
        targets.add(TargetRole::Row, "one", "One", {0, 0, 400, 80}, panel, OpenPage{{Page::Map, 0}});
        targets.add(TargetRole::Row, "two", "Two", {0, 100, 400, 80}, panel, GoBack{});
    }
    void hit(Key key) {
        last = press(key, state, targets);
        state = last.state;
    }

    Targets targets;
    UiState state;
    Keyed last;
};

TEST_F(Keyboard, FirstKeyShowsTheFocusAndArrowsMoveIt) {
    hit(Key::Down);
    EXPECT_EQ(state.focus, Targets::keyOf("one"));
    hit(Key::Down);
    EXPECT_EQ(state.focus, Targets::keyOf("two"));
    hit(Key::Up);
    EXPECT_EQ(state.focus, Targets::keyOf("one"));
    hit(Key::Previous);
    EXPECT_EQ(state.focus, Targets::keyOf("two"));
    hit(Key::Next);
    EXPECT_EQ(state.focus, Targets::keyOf("one"));
}

TEST_F(Keyboard, EnterActivatesWhatHasTheFocus) {
    hit(Key::Activate);
    EXPECT_EQ(last.activated, nullptr) << "nothing has it yet";
    hit(Key::Next);
    hit(Key::Activate);
    ASSERT_NE(last.activated, nullptr);
    EXPECT_EQ(last.activated->id, "one");
}

TEST_F(Keyboard, EscapeAndHome) {
    hit(Key::Back);
    EXPECT_EQ(last.command, Command{GoBack{}});
    hit(Key::Home);
    EXPECT_EQ(last.command, Command{OpenPage{}});
}

TEST_F(Keyboard, PageKeysMoveTheListOfTheFocusOrElseTheLongest) {
    hit(Key::PageDown);
    EXPECT_EQ(last.command, (Command{PageList{ListId::Map, 1}}));
    hit(Key::Next);
    hit(Key::PageUp);
    EXPECT_EQ(last.command, (Command{PageList{ListId::Evidence, -1}}));
    targets.clear();
    hit(Key::PageDown);
    EXPECT_FALSE(last.command);
}

/// The second of three pages, enlarged.
class DocumentKeyboard : public Keyboard {
protected:
    DocumentKeyboard() {
        DocumentArea area;
        area.viewport = {0, 0, 800, 500};
        area.previous = Location{Page::EvidenceItem, 1, 1};
        area.next = Location{Page::EvidenceItem, 1, 3};
        targets.setDocument(area);
        state.zoom = 2;
    }
    template <class Wanted>
    void expectCommand(const Wanted& wanted) {
        ASSERT_TRUE(last.command);
        EXPECT_EQ(*last.command, Command(wanted));
    }
};

TEST_F(DocumentKeyboard, PageKeysTurnPages) {
    hit(Key::PageDown);
    expectCommand(OpenPage{{Page::EvidenceItem, 1, 3}});
    hit(Key::PageUp);
    expectCommand(OpenPage{{Page::EvidenceItem, 1, 1}});
    DocumentArea only;
    targets.setDocument(only);
    hit(Key::PageDown);
    EXPECT_FALSE(last.command) << "no list scrolls in its stead";
}

TEST_F(DocumentKeyboard, PlusAndMinusEnlargeAndArrowsThenMoveThePage) {
    hit(Key::Next);
    hit(Key::Larger);
    expectCommand(ZoomPage{Zoom::In, std::nullopt});
    EXPECT_EQ(state.focus, 0U) << "arrows are the page's from here";
    hit(Key::Right);
    expectCommand(PanPage{{0.2F, 0}});
    hit(Key::Up);
    expectCommand(PanPage{{0, -0.2F}});
    hit(Key::Smaller);
    expectCommand(ZoomPage{Zoom::Out, std::nullopt});
}

TEST_F(DocumentKeyboard, ArrowsMoveTheFocusOnceItIsShownOrThePageIsWhole) {
    hit(Key::Next);
    hit(Key::Down);
    EXPECT_FALSE(last.command);
    EXPECT_EQ(state.focus, Targets::keyOf("two"));
    state.focus = 0;
    state.zoom = 0;
    hit(Key::Down);
    EXPECT_FALSE(last.command);
    EXPECT_EQ(state.focus, Targets::keyOf("one"));
}

} // namespace
} // namespace sightline
