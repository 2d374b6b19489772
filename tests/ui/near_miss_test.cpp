#include "app/near_miss.h"

#include <gtest/gtest.h>
#include <string>

namespace sightline {
namespace {

TEST(NearMiss, CountsWhatWentWrongInTyping) {
    EXPECT_EQ(typingErrors("idle", "idle"), 0U);
    EXPECT_EQ(typingErrors("idel", "idle"), 1U) << "two letters swapped";
    EXPECT_EQ(typingErrors("idl", "idle"), 1U);
    EXPECT_EQ(typingErrors("iddle", "idle"), 1U);
    EXPECT_EQ(typingErrors("idke", "idle"), 1U);
    EXPECT_EQ(typingErrors("", "idle"), 4U);
    EXPECT_EQ(typingErrors("diagnoal", "diagonal"), 1U);
    EXPECT_EQ(typingErrors("managment", "management"), 1U);
}

TEST(NearMiss, OnlyWhatMayHaveBeenMeant) {
    EXPECT_TRUE(isNearMiss("diagnal", "diagonal"));
    EXPECT_FALSE(isNearMiss("idea", "distance"));
    EXPECT_FALSE(isNearMiss("kepe1", "keep"));
    EXPECT_FALSE(isNearMiss(std::string(100000, 'a'), "theme"));
}

} // namespace
} // namespace sightline
