#include "app/room_lock.h"

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <mutex>

#include "app/update.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

class Lock : public testing::Test {
protected:
    Lock() { folder.write("pin-tries.json", R"({"format":1,"wrong":0,"boot":"","seconds":0})"); }
    static const std::string& hash() {
        static const std::string one = *hashPin("482913");
        return one;
    }
    RoomLock make(const std::string& of) {
        return {of, folder.path(),
                [this] {
                    const std::scoped_lock lock(mutex);
                    woken = true;
                    changed.notify_all();
                },
                [this] { return now; }};
    }
    void act(RoomLock& lock, const Command& command) {
        UiState next = update(state, command, nullptr, {});
        lock.follow(state, next, command);
        state = next;
    }
    void enter(RoomLock& lock, std::string_view pin) {
        act(lock, AskPin{true});
        for (const char digit : pin) act(lock, TypePin{digit - '0'});
        act(lock, TryPin{});
    }
    void awaitAnswer(RoomLock& lock) {
        std::unique_lock held(mutex);
        changed.wait(held, [this] { return woken; });
        woken = false;
        lock.answer(state);
    }
    int wrongTries() {
        std::ifstream file(folder.path() / "pin-tries.json");
        const std::string text((std::istreambuf_iterator<char>(file)), {});
        return std::stoi(text.substr(text.find("\"wrong\":") + 8));
    }

    TempFolder folder;
    BootMoment now{"boot", 100};
    UiState state;
    std::mutex mutex;
    std::condition_variable changed;
    bool woken = false;
};

TEST_F(Lock, TheRightPinOpensAndStartsTheCountAnew) {
    RoomLock lock = make(hash());
    enter(lock, "482914");
    EXPECT_EQ(wrongTries(), 1) << "counted before it is checked";
    awaitAnswer(lock);
    EXPECT_EQ(state.pin.note, PinNote::Wrong);
    EXPECT_EQ(state.pin.freeTries, 3);
    EXPECT_FALSE(state.opened);
    for (const char digit : std::string("482913")) act(lock, TypePin{digit - '0'});
    act(lock, TypePin{-1});
    act(lock, TypePin{3});
    act(lock, TryPin{});
    awaitAnswer(lock);
    EXPECT_TRUE(state.opened);
    EXPECT_FALSE(state.pin.asked);
    EXPECT_EQ(wrongTries(), 0);
}

TEST_F(Lock, TheFifthWrongOneBringsAWaitThatTheRightPinDoesNotShorten) {
    RoomLock lock = make(hash());
    for (int i = 0; i < 5; ++i) {
        enter(lock, "482914");
        awaitAnswer(lock);
    }
    EXPECT_EQ(state.pin.waitSeconds, 30);
    enter(lock, "482913");
    EXPECT_EQ(state.pin.note, PinNote::Wrong) << "keys have no say";
    EXPECT_EQ(state.pin.typed, 0);
    EXPECT_FALSE(state.opened);
    now.seconds += 12;
    EXPECT_EQ(*lock.untilChange(state), 1) << "it is told in seconds";
    lock.passTime(state);
    EXPECT_EQ(state.pin.waitSeconds, 18);
    now.seconds += 18;
    lock.passTime(state);
    EXPECT_EQ(state.pin.waitSeconds, 0);
    EXPECT_FALSE(lock.untilChange(state));
    enter(lock, "482913");
    awaitAnswer(lock);
    EXPECT_TRUE(state.opened);
}

TEST_F(Lock, AnAnswerThatNobodyWaitsForOpensNothing) {
    RoomLock lock = make(hash());
    enter(lock, "482913");
    act(lock, AskPin{false});
    awaitAnswer(lock);
    EXPECT_FALSE(state.opened);
}

TEST_F(Lock, WithoutAPinOrACountNothingIsTried) {
    RoomLock none = make("");
    enter(none, "482913");
    EXPECT_EQ(state.pin.note, PinNote::NotCounted);
    std::filesystem::remove_all(folder.path() / "pin-tries.json");
    std::filesystem::create_directory(folder.path() / "pin-tries.json");
    RoomLock lock = make(hash());
    now.seconds += 900; // a count that makes no sense brings the longest wait first
    enter(lock, "482913");
    EXPECT_EQ(state.pin.note, PinNote::NotCounted);
    EXPECT_FALSE(state.opened);
}

TEST_F(Lock, WaitsAreToldInSecondsAndThenInMinutes) {
    EXPECT_EQ(toldWait(0), 0);
    EXPECT_EQ(toldWait(0.2), 1);
    EXPECT_EQ(toldWait(90), 90);
    EXPECT_EQ(toldWait(91), 120);
    EXPECT_EQ(toldWait(121), 180);
    EXPECT_EQ(toldWait(900), 900);
}

} // namespace
} // namespace sightline
