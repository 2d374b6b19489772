// What a process that was taken over by a hostile file can still do: nothing that harms. The acts are tried in a child
// that has confined itself as the checker of copies does.
#include "data/limited/confinement.h"

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <thread>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/rounds.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

struct Act {
    const char* what;
    std::function<bool()> done; ///< tries it; true: it worked
};

class ConfinementTest : public testing::Test {
protected:
    // How a confined child ends that tries something: 1 where it worked, 0 where it was told no, minus the signal.
    int tried(const std::function<bool()>& act, const Confinement& confinement) {
        const pid_t child = ::fork();
        if (child == 0) {
            const Confined confined = confine(confinement);
            if (!confined.files || !confined.calls) ::_exit(77);
            ::_exit(act() ? 1 : 0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }
    [[nodiscard]] Confinement reader() const { return {.files = {.readable = {allowed}}}; }
    bool unavailable() {
        return tried([] { return true; }, reader()) == 77;
    }

    TempFolder folder;
    std::filesystem::path allowed = folder.write("allowed", "what it is given");
    std::filesystem::path other = folder.write("other", "what it is not");
};

bool opens(const std::filesystem::path& path, int flags) { return ::open(path.c_str(), flags, 0600) >= 0; }

TEST_F(ConfinementTest, ReadsWhatItIsGivenAndComputes) {
    if (unavailable()) GTEST_SKIP() << "no Landlock or seccomp here, or a sanitizer build";
    const auto ordinary = [this] {
        bool ran = false;
        std::thread([&ran] { ran = true; }).join();
        return ran && opens(allowed, O_RDONLY) && !std::string(1 << 24, 'x').empty();
    };
    EXPECT_EQ(tried(ordinary, reader()), 1);
}

TEST_F(ConfinementTest, RefusesEveryForbiddenAct) {
    if (unavailable()) GTEST_SKIP() << "no Landlock or seccomp here, or a sanitizer build";
    const pid_t parent = ::getpid();
    const std::array<Act, 19> acts = {{
        {"read another file", [&] { return opens(other, O_RDONLY); }},
        {"read /etc/passwd", [] { return opens("/etc/passwd", O_RDONLY); }},
        {"list a folder", [] { return opens("/home", O_RDONLY | O_DIRECTORY); }},
        {"write what it reads", [&] { return opens(allowed, O_WRONLY); }},
        {"make a file", [&] { return opens(folder.path() / "new", O_WRONLY | O_CREAT); }},
        {"remove a file", [&] { return ::unlink(other.c_str()) == 0; }},
        {"rename a file", [&] { return ::rename(other.c_str(), allowed.c_str()) == 0; }},
        {"change rights", [&] { return ::chmod(allowed.c_str(), 0777) == 0; }},
        {"link a file", [&] { return ::link(other.c_str(), (folder.path() / "link").c_str()) == 0; }},
        {"open a network socket", [] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }},
        {"open a local socket", [] { return ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }},
        {"execute a program", [] { return ::execl("/bin/true", "true", nullptr) == 0; }},
        {"start a process", [] { return ::fork() >= 0; }},
        {"kill a process", [&] { return ::kill(parent, 0) == 0; }},
        {"kill a thread of another process", [&] { return ::syscall(SYS_tgkill, parent, parent, 0) == 0; }},
        {"trace a process", [&] { return ::ptrace(PTRACE_ATTACH, parent, nullptr, nullptr) == 0; }},
        {"mount", [] { return ::mount("none", "/mnt", "tmpfs", 0, nullptr) == 0; }},
        {"make memory executable",
         [] {
             return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
                    MAP_FAILED;
         }},
        {"raise a limit",
         [] {
             const rlimit much{1000, 1000};
             return ::setrlimit(RLIMIT_NOFILE, &much) == 0;
         }},
    }};
    for (const Act& act : acts) {
        const int how = tried(act.done, reader());
        EXPECT_TRUE(how == 0 || how == -SIGSYS) << act.what << ": " << how;
    }
    testing_support::sayFigure(std::to_string(acts.size()) + " forbidden acts tried");
    // The control: without confinement these do work here.
    EXPECT_TRUE(opens(other, O_RDONLY));
    EXPECT_GE(::close(::socket(AF_UNIX, SOCK_STREAM, 0)), 0);
}

TEST_F(ConfinementTest, MayAbortItself) {
    if (unavailable()) GTEST_SKIP() << "no Landlock or seccomp here, or a sanitizer build";
    EXPECT_EQ(tried([]() -> bool { std::abort(); }, reader()), -SIGABRT);
}

TEST_F(ConfinementTest, AWriterMakesFilesInItsFolderOnly) {
    if (unavailable()) GTEST_SKIP() << "no Landlock or seccomp here, or a sanitizer build";
    const Confinement writer{
        .limits = {.fileBytes = 1000}, .files = {.writable = {folder.path()}}, .calls = CallFilter::Writer};
    EXPECT_EQ(tried([&] { return opens(folder.path() / "new", O_WRONLY | O_CREAT); }, writer), 1);
    EXPECT_EQ(tried([] { return opens("/tmp/sightline-confinement-test", O_WRONLY | O_CREAT); }, writer), 0);
    EXPECT_EQ(tried([] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }, writer), -SIGSYS);
}

TEST_F(ConfinementTest, HasItsLimits) {
    if (unavailable()) GTEST_SKIP() << "no Landlock or seccomp here, or a sanitizer build";
    Confinement small = reader();
    small.limits.memory = std::uint64_t{512} << 20;
    const auto muchMemory = [] {
        return ::mmap(nullptr, std::size_t{1} << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
               MAP_FAILED;
    };
    EXPECT_EQ(tried(muchMemory, small), 0);
    small.limits.processorTime = std::chrono::seconds(1);
    const auto forEver = [] {
        while (::getpid() > 0) {
        }
        return true;
    };
    EXPECT_EQ(tried(forEver, small), -SIGXCPU);
}

} // namespace
} // namespace sightline
