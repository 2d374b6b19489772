#include "app/retry_wait.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

TEST(RetryWait, ComesLessAndLessOftenAndBeginsAnewWithWhatIsNew) {
    RetryWait wait;
    EXPECT_FALSE(wait.isDue(1e9)) << "there is nothing to try again";
    Seconds now = 0;
    for (const Seconds expected : {60, 120, 240, 480, 900, 900}) {
        wait.hold(now);
        EXPECT_FALSE(wait.isDue(now + expected - 1));
        now += expected;
        EXPECT_TRUE(wait.isDue(now));
    }
    wait.letGo();
    EXPECT_FALSE(wait.isDue(1e9));
    wait.hold(now);
    EXPECT_TRUE(wait.isDue(now + 60));
}

} // namespace
} // namespace sightline
