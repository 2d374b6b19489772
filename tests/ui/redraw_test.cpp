#include "app/redraw.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sightline {
namespace {

TEST(Redraw, NoReasonNoFrame) {
    Reasons reasons;
    EXPECT_TRUE(reasons.empty());
    EXPECT_TRUE(reasons.names().empty());
}

TEST(Redraw, ReasonsAreKeptUntilTheFrame) {
    Reasons reasons;
    reasons.add(Why::Snapshot);
    reasons.add(Why::Input);
    reasons.add(Why::Input);
    EXPECT_TRUE(reasons.has(Why::Input));
    EXPECT_FALSE(reasons.has(Why::Date));
    EXPECT_THAT(reasons.names(), testing::ElementsAre("input", "snapshot"));
    reasons.clear();
    EXPECT_TRUE(reasons.empty());
}

TEST(Redraw, EveryReasonHasAName) {
    for (unsigned i = 0; i < static_cast<unsigned>(Why::Count); ++i)
        EXPECT_FALSE(whyName(static_cast<Why>(i)).empty()) << i;
}

} // namespace
} // namespace sightline
