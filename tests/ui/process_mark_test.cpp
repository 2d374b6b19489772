#include "app/process_mark.h"

#include <array>
#include <csignal>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sightline {
namespace {

TEST(ProcessMark, ThisProcessIsRunning) {
    const ProcessMark mark = thisProcess();
    EXPECT_EQ(mark.pid, getpid());
    EXPECT_GT(mark.startTicks, 0U);
    EXPECT_FALSE(mark.boot.empty());
    EXPECT_TRUE(isRunning(mark));
}

TEST(ProcessMark, AnotherProcessOfTheSameNumberIsNot) {
    ProcessMark mark = thisProcess();
    ++mark.startTicks;
    EXPECT_FALSE(isRunning(mark));
    mark = thisProcess();
    mark.boot = "another start of the machine";
    EXPECT_FALSE(isRunning(mark));
    EXPECT_FALSE(isRunning({}));
    mark = thisProcess();
    mark.boot.clear();
    EXPECT_TRUE(isRunning(mark)) << "a service may not be told";
}

TEST(ProcessMark, AnEndedOneIsNot) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    const pid_t pid = fork();
    if (pid == 0) {
        const ProcessMark own = thisProcess();
        const bool written = write(ends[1], &own.startTicks, sizeof own.startTicks) == sizeof own.startTicks;
        pause();
        _exit(written ? 0 : 1);
    }
    ProcessMark mark = thisProcess();
    mark.pid = pid;
    ASSERT_EQ(read(ends[0], &mark.startTicks, sizeof mark.startTicks), static_cast<ssize_t>(sizeof mark.startTicks));
    EXPECT_TRUE(isRunning(mark));
    kill(pid, SIGKILL);
    waitpid(pid, nullptr, 0);
    EXPECT_FALSE(isRunning(mark));
    EXPECT_EQ(memoryOf(pid).nowMib, 0);
    close(ends[0]);
    close(ends[1]);
}

TEST(ProcessMark, MemoryIsBelievable) {
    const ProcessMemory memory = memoryOf(getpid());
    EXPECT_GT(memory.nowMib, 0);
    EXPECT_GE(memory.mostMib, memory.nowMib);
    EXPECT_LT(memory.mostMib, 1 << 20);
}

} // namespace
} // namespace sightline
