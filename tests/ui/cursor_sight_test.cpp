#include "app/cursor_sight.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

PointerEvent event(PointerKind kind, Seconds time) { return {kind, 1, {}, time}; }

void moves(CursorSight& cursor, int count, Seconds time) {
    for (int i = 0; i < count; ++i) cursor.feed(event(PointerKind::Move, time));
}

TEST(CursorSight, AFingerNeverShowsIt) {
    CursorSight cursor;
    for (int second = 0; second < 10; ++second) {
        const auto now = static_cast<Seconds>(second);
        moves(cursor, 1, now); // an X server moves the pointer to where a finger comes down
        cursor.feed(event(PointerKind::Down, now));
        moves(cursor, 20, now);
        cursor.feed(event(PointerKind::Up, now));
        EXPECT_FALSE(cursor.visible(now));
    }
}

TEST(CursorSight, AMouseShowsItForSomeSeconds) {
    CursorSight cursor;
    moves(cursor, 3, 10);
    EXPECT_TRUE(cursor.visible(10));
    EXPECT_EQ(cursor.deadline(), 13);
    cursor.feed(event(PointerKind::Down, 11));
    EXPECT_TRUE(cursor.visible(11)) << "a mouse clicks";
    moves(cursor, 1, 12);
    cursor.feed(event(PointerKind::Up, 12));
    cursor.feed(event(PointerKind::Down, 12.2));
    EXPECT_TRUE(cursor.visible(12.2)) << "twice";
    cursor.feed(event(PointerKind::Up, 12.3));
    EXPECT_FALSE(cursor.visible(15.1));
    cursor.pass(15.1);
    EXPECT_FALSE(cursor.deadline());
}

TEST(CursorSight, AFingerAfterAMouseHidesIt) {
    CursorSight cursor;
    moves(cursor, 5, 10);
    cursor.pass(14);
    moves(cursor, 1, 20);
    cursor.feed(event(PointerKind::Down, 20));
    EXPECT_FALSE(cursor.visible(20));
    moves(cursor, 5, 30);
    cursor.feed(event(PointerKind::Up, 30));
    cursor.feed(event(PointerKind::Leave, 31));
    EXPECT_FALSE(cursor.visible(31));
}

} // namespace
} // namespace sightline
