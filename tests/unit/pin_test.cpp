#include "data/pin.h"

#include <gtest/gtest.h>

namespace sightline {
namespace {

TEST(Pin, WhatAStrangerWouldTryFirstIsRefusedWithoutRepeatingIt) {
    for (const char* bad : {"", "12345", "1234567890123", "48 2913", "48291a", "４８２９１３", "000000", "7777777",
                            "123456", "0123456", "654321", "890123", "210987", "121212", "123123", "4848484"}) {
        const auto problem = pinProblem(bad);
        ASSERT_TRUE(problem) << bad;
        EXPECT_EQ(problem->back(), '.');
        if (std::string(bad).size() >= 5) {
            EXPECT_EQ(problem->find(bad), std::string::npos) << *problem;
        }
    }
    for (const char* good : {"482913", "112233", "000001", "135790", "482913482913"})
        EXPECT_FALSE(pinProblem(good)) << good;
}

TEST(Pin, IsCheckedByWhatIsNotThePin) {
    const auto hash = hashPin("482913");
    ASSERT_TRUE(hash);
    EXPECT_TRUE(hash->starts_with("$argon2id$")) << *hash;
    EXPECT_EQ(hash->find("482913"), std::string::npos);
    EXPECT_TRUE(isPinHash(*hash));
    EXPECT_EQ(matchPin(*hash, "482913"), PinMatch::Right);
    EXPECT_EQ(matchPin(*hash, "482914"), PinMatch::Wrong);
    EXPECT_EQ(matchPin(*hash, "4829130"), PinMatch::Wrong);
    EXPECT_EQ(matchPin(*hash, ""), PinMatch::Wrong);
    EXPECT_NE(*hashPin("482913"), *hash) << "no salt";
}

TEST(Pin, OnlyWhatHashPinMakesIsTakenForAHash) {
    const std::string hash = *hashPin("482913");
    std::string dear = hash;
    const auto memory = dear.find("m=");
    dear.replace(memory, dear.find(',', memory) - memory, "m=4194304"); // 4 GiB
    for (const std::string& bad : {std::string(), std::string("482913"), std::string("$argon2id$"), hash.substr(0, 40),
                                   hash + "A", dear, std::string(500, 'x'), "$2y$10$" + hash})
        EXPECT_FALSE(isPinHash(bad)) << bad;
    for (const std::string& bad : {std::string(), std::string("482913"), hash.substr(0, 40)})
        EXPECT_NE(matchPin(bad, "482913"), PinMatch::Right) << bad;
}

} // namespace
} // namespace sightline
