#include "app/pin_lockout.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/rounds.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

class Lockout : public testing::Test {
protected:
    PinLockout lockout() {
        return PinLockout(folder.path(), [this] { return now; });
    }
    /// As after a right PIN: what is there on a wall in use.
    void used() {
        PinLockout one = lockout();
        ASSERT_TRUE(one.right());
    }
    void file(std::string_view text) { folder.write("pin-tries.json", text); }

    TempFolder folder;
    BootMoment now{"boot-1", 1000};
};

TEST_F(Lockout, FiveFreeTriesThenThirtySecondsDoublingToFifteenMinutes) {
    const std::vector<Seconds> waits = {0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900};
    for (std::size_t i = 0; i < waits.size(); ++i) EXPECT_EQ(waitAfter(static_cast<int>(i)), waits[i]) << i;
    EXPECT_EQ(waitAfter(1'000'000), 900);

    used();
    PinLockout lock = lockout();
    for (int i = 0; i < 4; ++i) {
        EXPECT_EQ(lock.freeTries(), 4 - i);
        ASSERT_TRUE(lock.begin());
        EXPECT_EQ(lock.wait(), 0);
    }
    ASSERT_TRUE(lock.begin());
    EXPECT_EQ(lock.wait(), 30);
    now.seconds += 29;
    EXPECT_EQ(lock.wait(), 1);
    now.seconds += 1;
    EXPECT_EQ(lock.wait(), 0);
    ASSERT_TRUE(lock.right());
    EXPECT_EQ(lock.freeTries(), 4);
}

TEST_F(Lockout, SurvivesARestartOfTheWall) {
    used();
    {
        PinLockout lock = lockout();
        for (int i = 0; i < 6; ++i) ASSERT_TRUE(lock.begin());
    }
    now.seconds += 20;
    EXPECT_EQ(lockout().wait(), 40) << "the machine knows how long ago it was";
    now.boot = "";
    EXPECT_EQ(lockout().wait(), 60) << "a service that cannot tell one start from another waits anew";
}

TEST_F(Lockout, AMachineThatIsStartedAgainWaitsAnew) {
    used();
    PinLockout lock = lockout();
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(lock.begin());
    for (const BootMoment& other :
         {BootMoment{"boot-2", 5}, BootMoment{"boot-2", 1'000'000}, BootMoment{"boot-1", 5}}) {
        now = other; // the last one: a clock that went back
        EXPECT_EQ(lockout().wait(), 30) << other.boot << " " << other.seconds;
        EXPECT_EQ(lock.wait(), 30) << other.boot << " " << other.seconds;
    }
}

TEST_F(Lockout, WhatIsNotThereOrMakesNoSenseNeverMakesItEasier) {
    EXPECT_EQ(lockout().wait(), 30) << "no file: free tries count as used up";
    EXPECT_EQ(lockout().freeTries(), 0);
    for (const char* bad : {"", "{", "[]", "null", "{\"format\":2}", "{\"format\":1}", "\xff\xfe",
                            "{\"format\":1,\"wrong\":-1,\"boot\":\"boot-1\",\"seconds\":0}",
                            "{\"format\":1,\"wrong\":0.5,\"boot\":\"boot-1\",\"seconds\":0}",
                            "{\"format\":1,\"wrong\":\"0\",\"boot\":\"boot-1\",\"seconds\":0}",
                            "{\"format\":1,\"wrong\":99999999999,\"boot\":\"boot-1\",\"seconds\":0}",
                            "{\"format\":1,\"wrong\":0,\"boot\":1,\"seconds\":0}",
                            "{\"format\":1,\"wrong\":0,\"boot\":\"boot-1\",\"seconds\":\"0\"}"}) {
        file(bad);
        EXPECT_EQ(lockout().wait(), 900) << bad;
    }
    file("{\"format\":1,\"wrong\":9,\"boot\":\"boot-1\",\"seconds\":1e300}");
    EXPECT_EQ(lockout().wait(), 480) << "a wait that is yet to come";
    file(std::string(2000, ' '));
    EXPECT_EQ(lockout().wait(), 900);
    std::filesystem::remove(folder.path() / "pin-tries.json");
    std::filesystem::create_directory(folder.path() / "pin-tries.json");
    EXPECT_EQ(lockout().wait(), 900) << "a folder";
    PinLockout lock = lockout();
    const auto counted = lock.begin();
    ASSERT_FALSE(counted);
    EXPECT_EQ(counted.error().kind, FailureKind::CannotWrite);
}

TEST_F(Lockout, ATryIsCountedBeforeItIsChecked) {
    used();
    { // the power goes while it is being checked
        PinLockout lock = lockout();
        ASSERT_TRUE(lock.begin());
    }
    EXPECT_EQ(lockout().freeTries(), 3);
    struct stat status {};
    ASSERT_EQ(::stat((folder.path() / "pin-tries.json").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1) << "something was left behind";
}

/// S6: whatever a guesser does at the wall in a day (start it or the machine again, or wait), it is at most 110 tries.
TEST_F(Lockout, ADayOfGuessingIsAtMostAHundredAndTenTries) {
    constexpr Seconds kDay = 86'400;
    int most = 0;
    for (int scheme = 0; scheme < 4; ++scheme) {
        std::mt19937 random(static_cast<unsigned>(scheme));
        std::filesystem::remove_all(folder.path() / "pin-tries.json");
        now = {"boot", 0};
        used();
        int tries = 0;
        int boots = 0;
        auto lock = std::make_unique<PinLockout>(lockout());
        for (Seconds passed = 0; passed < kDay;) {
            if (lock->wait() == 0) {
                ASSERT_TRUE(lock->begin());
                ++tries;
                continue;
            }
            const Seconds step = scheme == 0 ? lock->wait() : 1 + static_cast<Seconds>(random() % 400);
            passed += step;
            now.seconds += step;
            if (scheme >= 2 && random() % 3 == 0)
                now = {"boot" + std::to_string(++boots), static_cast<Seconds>(random() % 2'000'000)};
            if (scheme >= 1) lock = std::make_unique<PinLockout>(lockout());
            if (scheme == 3) now.boot.clear();
        }
        most = std::max(most, tries);
        EXPECT_LE(tries, 110) << scheme;
        if (scheme == 0) {
            EXPECT_GE(tries, 100) << "waits longer than it says";
        }
    }
    testing_support::sayFigure("at most " + std::to_string(most) + " tries in a day");
}

} // namespace
} // namespace sightline
