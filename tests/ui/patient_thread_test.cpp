#include "app/patient_thread.h"

#include <future>
#include <thread>

#include <gtest/gtest.h>

namespace sightline {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLong{30'000};

TEST(PatientThread, BringsTheAnswer) {
    PatientThread thread(kLong);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(thread.ask<int>([i](const Progress&) { return i; }, {}), i) << "as often as one likes";
    const auto here = std::this_thread::get_id();
    EXPECT_EQ(thread.ask<bool>([here](const Progress&) { return std::this_thread::get_id() == here; }, {}), false);
}

TEST(PatientThread, DoesNotWaitForEverAndAsksAgainWhenItIsBack) {
    PatientThread thread(milliseconds(20));
    auto server = std::make_shared<std::promise<void>>();
    auto back = std::make_shared<std::promise<void>>();
    const auto hang = [server, back](const Progress&) {
        server->get_future().wait();
        back->set_value();
        return 1;
    };
    EXPECT_EQ(thread.ask<int>(hang, {}), std::nullopt);
    EXPECT_EQ(thread.ask<int>([](const Progress&) { return 2; }, {}), std::nullopt) << "it has not come back yet";
    server->set_value();
    back->get_future().wait();
    std::optional<int> answer;
    while (!answer)
        answer = thread.ask<int>([](const Progress&) { return 3; }, {}); // it has yet to say that it is free
    EXPECT_EQ(answer, 3);
}

TEST(PatientThread, WhoShowsSignsOfLifeMayTakeLonger) {
    PatientThread thread(milliseconds(100));
    const auto slow = [](const Progress& alive) {
        const auto until = std::chrono::steady_clock::now() + milliseconds(300);
        while (std::chrono::steady_clock::now() < until) alive();
        return 1;
    };
    int told = 0;
    EXPECT_EQ(thread.ask<int>(slow, [&told] { ++told; }), 1);
    EXPECT_GT(told, 0) << "whoever waits for the one that waits";
}

TEST(PatientThread, GoesWhileItsWorkHangs) {
    auto server = std::make_shared<std::promise<void>>();
    auto back = std::make_shared<std::promise<void>>();
    {
        PatientThread thread(milliseconds(20));
        thread.ask<int>(
            [server, back](const Progress&) {
                server->get_future().wait();
                back->set_value();
                return 1;
            },
            {});
    }
    server->set_value();
    back->get_future().wait(); // it had all it needed
}

} // namespace
} // namespace sightline
