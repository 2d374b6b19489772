#include "data/limited/limited_process.h"

#include <csignal>
#include <cstdlib>
#include <fstream>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data/limited/system_files.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

using testing::HasSubstr;

class LimitedProcess : public testing::Test {
protected:
    Ended shell(const std::string& script, const ProcessLimits& limits = {.processes = 16},
                Interruption interruption = {}) {
        return runLimited({{"/bin/sh", "-c", script}, nullptr, folder.path(), limits, interruption});
    }
    /// The script does what it says although it is held to these files.
    bool tried(const std::string& script, const FileAccess& files) {
        return runLimited({{"/bin/sh", "-c", script}, nullptr, folder.path(), {.processes = 16}, {}, files}).fine();
    }
    Ended body(std::function<int()> work, const ProcessLimits& limits = {}) {
        return runLimited({{}, std::move(work), folder.path(), limits, {}});
    }

    // Something that is at its end when every process that opened it is gone.
    [[nodiscard]] int openFifo() const {
        EXPECT_EQ(::mkfifo((folder.path() / "fifo").c_str(), 0600), 0);
        return ::open((folder.path() / "fifo").c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    }
    static bool isAtItsEnd(int fifo) {
        ::fcntl(fifo, F_SETFL, 0);
        char byte = 0;
        while (::read(fifo, &byte, 1) > 0) {
        }
        return true; // reading waited until nobody held it open
    }

    TempFolder folder;
};

TEST_F(LimitedProcess, GivesBackOutputErrorsAndExitCode) {
    const Ended ended = shell("echo out; echo err >&2; exit 3");
    EXPECT_EQ(ended.how, Ending::Finished);
    EXPECT_EQ(ended.code, 3);
    EXPECT_EQ(ended.output, "out\n");
    EXPECT_EQ(ended.errors, "err\n");
    EXPECT_TRUE(shell("true").fine());
    EXPECT_EQ(body([] { return 7; }).code, 7);
    EXPECT_EQ(body([]() -> int { throw 1; }).code, 70);
    EXPECT_EQ(shell("kill -SEGV $$").code, -SIGSEGV);
}

TEST_F(LimitedProcess, SaysWhenAProgramIsNotThere) {
    const Ended ended = runLimited({{"/nowhere/at-all"}, nullptr, folder.path(), {}, {}});
    EXPECT_FALSE(ended.fine());
    EXPECT_THAT(ended.errors, HasSubstr("No such file"));
}

TEST_F(LimitedProcess, SeesNothingOfOurs) {
    ::setenv("SECRET_OF_THE_TEST", "1", 1);
    const int ours = ::open("/dev/null", O_RDONLY); // not closed on exec
    const Ended ended = shell("env; ls /proc/self/fd; pwd; cat");
    ::close(ours);
    ::unsetenv("SECRET_OF_THE_TEST");
    EXPECT_TRUE(ended.fine());
    EXPECT_THAT(ended.output, Not(HasSubstr("SECRET")));
    EXPECT_THAT(ended.output, HasSubstr("HOME=" + folder.path().string() + "\n"));
    EXPECT_THAT(ended.output, HasSubstr("\n0\n1\n2\n3\n" + folder.path().string())); // 3 is how ls looks
}

TEST_F(LimitedProcess, HasNoNetworkWhereTheKernelAllowsThat) {
    const Ended ended = shell("readlink /proc/self/ns/net; cut -d: -f1 -s /proc/net/dev");
    std::array<char, 64> ours{};
    ASSERT_GT(::readlink("/proc/self/ns/net", ours.data(), ours.size() - 1), 0);
    if (ended.output.starts_with(ours.data())) GTEST_SKIP() << "the kernel does not allow name spaces here";
    EXPECT_THAT(ended.output, testing::EndsWith("\n    lo\n"));
}

TEST_F(LimitedProcess, EndsAtItsTime) {
    const Ended ended = shell("exec sleep 1000", {.time = std::chrono::milliseconds(50)});
    EXPECT_EQ(ended.how, Ending::TimedOut);
}

TEST_F(LimitedProcess, EndsAtItsProcessorTime) {
    const Ended ended = shell("while :; do :; done", {.processorTime = std::chrono::seconds(1)});
    EXPECT_EQ(ended.how, Ending::TimedOut);
}

TEST_F(LimitedProcess, EndsWhenItWritesTooMuch) {
    const Ended ended = shell("exec yes", {.outputBytes = 1000});
    EXPECT_EQ(ended.how, Ending::TooMuchOutput);
    EXPECT_EQ(ended.output.size(), 1000);
    EXPECT_EQ(shell("yes | head -c 1001", {.processes = 8, .outputBytes = 1000}).how, Ending::TooMuchOutput);
    EXPECT_EQ(shell("yes >&2 & sleep 0.01", {.processes = 8}).errors.size(), 4096);
}

TEST_F(LimitedProcess, CannotTakeAllMemory) {
    const Ended ended = shell("exec tail /dev/zero", {.memory = std::uint64_t{64} << 20});
    EXPECT_EQ(ended.how, Ending::Finished);
    EXPECT_NE(ended.code, 0);
}

TEST_F(LimitedProcess, CannotFillTheDiskWithOneFile) {
    const Ended ended = shell("exec head -c 5000000 /dev/zero > big", {.fileBytes = 1'000'000});
    EXPECT_FALSE(ended.fine());
    EXPECT_EQ(std::filesystem::file_size(folder.path() / "big"), 1'000'000);
}

TEST_F(LimitedProcess, LeavesNothingBehind) {
    const int fifo = openFifo();
    ASSERT_GE(fifo, 0);
    // In a session of its own, and an orphan.
    const Ended ended =
        shell("(setsid sh -c 'exec 9>fifo; echo started; exec sleep 1000' &) ; sleep 0.2; exit 0", {.processes = 16});
    EXPECT_TRUE(ended.fine());
    EXPECT_EQ(ended.output, "started\n");
    EXPECT_TRUE(isAtItsEnd(fifo));
    ::close(fifo);
}

TEST_F(LimitedProcess, EndsAllOfAFamily) {
    const int fifo = openFifo();
    ASSERT_GE(fifo, 0);
    const Ended ended =
        shell("exec 9>fifo; for i in 1 2 3 4 5; do (for j in 1 2 3 4; do sleep 1000 & done; wait) & done;"
              "echo all; wait",
              {.time = std::chrono::milliseconds(300), .processes = 64});
    EXPECT_EQ(ended.how, Ending::TimedOut);
    EXPECT_TRUE(isAtItsEnd(fifo));
    ::close(fifo);
}

TEST_F(LimitedProcess, StartsNoOtherWhereThatIsNotAllowed) {
    if (::geteuid() == 0) GTEST_SKIP() << "the system does not limit root";
    EXPECT_FALSE(shell("sleep 0 & wait $!", {.processes = 1}).fine());
}

TEST_F(LimitedProcess, EndsWhenTheRunIsStopped) {
    std::array<int, 2> ends{};
    ASSERT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0);
    const Interruption interruption{ends[0]};
    EXPECT_FALSE(interruption.raised());
    ASSERT_EQ(::write(ends[1], "x", 1), 1);
    EXPECT_TRUE(interruption.raised());
    EXPECT_EQ(shell("exec sleep 1000", {}, interruption).how, Ending::Interrupted);
    ::close(ends[0]);
    ::close(ends[1]);
}

TEST_F(LimitedProcess, EndsWhenWeAreKilled) {
    const int fifo = openFifo();
    ASSERT_GE(fifo, 0);
    std::array<int, 2> started{};
    ASSERT_EQ(::pipe2(started.data(), O_CLOEXEC), 0);
    const pid_t importer = ::fork();
    if (importer == 0) {
        shell("exec 9>fifo; echo x >&9; exec sleep 1000");
        ::_exit(0);
    }
    ::fcntl(fifo, F_SETFL, 0);
    char byte = 0;
    while (::read(fifo, &byte, 1) != 1) ::sched_yield(); // until the job has opened it
    ::kill(importer, SIGKILL);
    ::waitpid(importer, nullptr, 0);
    EXPECT_TRUE(isAtItsEnd(fifo));
    ::close(fifo);
}

bool kernelHasLandlock() {
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        ::_exit(restrictFiles({}) ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return status == 0;
}

// What Poppler and LibreOffice are held to while they draw somebody's file.
TEST_F(LimitedProcess, AProgramKeepsTheSystemAndItsFolderAndNothingElse) {
    if (!kernelHasLandlock()) GTEST_SKIP() << "no Landlock here";
    folder.write("given", "what it draws");
    const TempFolder others;
    const std::string other = others.write("other", "what it is not given").string();
    EXPECT_TRUE(tried("cat given > made && grep -q draws made && ls /usr > /dev/null", systemFiles()));
    for (const std::string& forbidden :
         {"cat " + other, "echo x > " + other, "echo x > " + others.path().string() + "/new", "rm " + other,
          "ls " + others.path().string(), std::string("ls /home"), std::string("cat /etc/shadow"),
          std::string("echo x > /tmp/sightline-limited-test"), std::string("cp /bin/true . && ./true")}) {
        EXPECT_FALSE(tried(forbidden, systemFiles())) << forbidden;
    }
    // The control: without being held to anything it can.
    EXPECT_TRUE(tried("cat " + other + " && echo x > " + other, {}));
}

// LibreOffice wants a socket in the folder that everybody's temporary files are in.
TEST_F(LimitedProcess, AProgramMayHaveASocketWhereItSeesNoFile) {
    if (!kernelHasLandlock()) GTEST_SKIP() << "no Landlock here";
    const TempFolder others;
    const std::string other = others.write("other", "what it is not given").string();
    FileAccess files = systemFiles();
    files.sockets = {others.path()};
    const std::string path = others.path().string() + "/socket";
    const std::string makeSocket =
        "perl -MIO::Socket::UNIX -e 'IO::Socket::UNIX->new(Local => \"" + path + "\", Listen => 1) or exit 1'";
    EXPECT_TRUE(tried(makeSocket + " && rm " + path, files));
    EXPECT_FALSE(tried(makeSocket, systemFiles())) << "the control";
    for (const std::string& forbidden : {"cat " + other, "echo x > " + other, "echo x > " + path + "-not",
                                         "ls " + others.path().string(), "mkdir " + path, "ln -s /etc/passwd " + path})
        EXPECT_FALSE(tried(forbidden, files)) << forbidden;
}

} // namespace
} // namespace sightline
