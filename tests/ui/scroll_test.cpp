#include "render/scroll.h"

#include <cmath>
#include <gtest/gtest.h>

namespace sightline {
namespace {

TEST(Scroll, ClampsToWholePixelsWithinTheList) {
    EXPECT_EQ(clampScroll(-5, 100), 0);
    EXPECT_EQ(clampScroll(12.4F, 100), 12);
    EXPECT_EQ(clampScroll(500, 100.7F), 100);
    EXPECT_EQ(clampScroll(5, -20), 0);
}

TEST(Scroll, GlideSlowsDownAndSettles) {
    Glide glide;
    glide.start(ListId::Map, 100, 2000, 5);
    ASSERT_TRUE(glide.moving());
    EXPECT_EQ(glide.list(), ListId::Map);
    float before = 100;
    float step = 1e6F;
    int frames = 0;
    for (Seconds now = 5 + 1.0 / 60; glide.moving(); now += 1.0 / 60) {
        const float offset = glide.advance(now, 10000);
        EXPECT_GE(offset, before);
        EXPECT_LE(offset - before, step + 1);
        EXPECT_EQ(offset, std::round(offset));
        step = offset - before;
        before = offset;
        ASSERT_LT(++frames, 150) << "it never settles";
    }
    EXPECT_NEAR(before, 100 + 2000 * 0.325, 10);
}

TEST(Scroll, GlideStopsAtBothEndsWithoutBouncing) {
    Glide glide;
    glide.start(ListId::Map, 50, -3000, 0);
    EXPECT_EQ(glide.advance(1, 400), 0);
    EXPECT_FALSE(glide.moving());
    glide.start(ListId::Map, 350, 3000, 0);
    EXPECT_EQ(glide.advance(1, 400), 400);
    EXPECT_FALSE(glide.moving());
}

TEST(Scroll, WhatCannotBeSeenMovingDoesNotStart) {
    Glide glide;
    glide.start(ListId::Map, 50, 5, 0);
    EXPECT_FALSE(glide.moving());
}

TEST(Scroll, PlaceDependsOnTimeAloneNotOnFrames) {
    Glide often;
    Glide once;
    often.start(ListId::Map, 0, 1500, 0);
    once.start(ListId::Map, 0, 1500, 0);
    float offset = 0;
    for (int i = 1; i <= 30; ++i) offset = often.advance(i / 60.0, 5000);
    EXPECT_EQ(offset, once.advance(0.5, 5000));
}

TEST(Scroll, ShowsARowWithItsMargin) {
    // A list of 300 pixels that shows 100.
    EXPECT_EQ(scrollToShow(0, 20, 40, 100, 10, 200), 0) << "seen already";
    EXPECT_EQ(scrollToShow(0, 120, 140, 100, 10, 200), 50) << "below";
    EXPECT_EQ(scrollToShow(150, 120, 140, 100, 10, 200), 110) << "above";
    EXPECT_EQ(scrollToShow(0, 280, 300, 100, 10, 200), 200) << "the last one";
    EXPECT_EQ(scrollToShow(0, 60, 260, 100, 10, 200), 50) << "taller than the list: its beginning";
}

} // namespace
} // namespace sightline
