#include "data/limited/process_warden.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "data/limited/confinement.h"

namespace sightline {
namespace {

constexpr int kCannotStart = 127; // as shells have it
constexpr int kThrew = 70;        // EX_SOFTWARE of sysexits.h

void closeRange(int first, int last) {
    if (first <= last) ::syscall(SYS_close_range, static_cast<unsigned>(first), static_cast<unsigned>(last), 0U);
}

// Another job that runs at the same time must not find its pipes held open here.
void closeAllBut(std::array<int, 4> kept) {
    std::ranges::sort(kept);
    int next = STDERR_FILENO + 1;
    for (const int descriptor : kept) {
        closeRange(next, descriptor - 1);
        next = descriptor + 1;
    }
    closeRange(next, INT_MAX);
}

void setLimits(const LimitedJob& job, bool ownSpace) {
    const ProcessLimits& limits = job.limits;
    lowerLimits({limits.processorTime, limits.memory, limits.fileBytes, limits.openFiles});
    // The system counts all processes of an account, so that more than "none" means something only in a space.
    if (ownSpace || limits.processes == 1) lowerLimit(RLIMIT_NPROC, static_cast<rlim_t>(limits.processes));
}

void writeFile(const char* path, const char* text) {
    const int file = ::open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    [[maybe_unused]] const ssize_t written = ::write(file, text, std::strlen(text));
    ::close(file);
}

// In a user name space of its own the job is still the account it was.
void keepAccount(uid_t user, gid_t group) {
    std::array<char, 64> line{};
    writeFile("/proc/self/setgroups", "deny");
    std::snprintf(line.data(), line.size(), "%u %u 1", user, user);
    writeFile("/proc/self/uid_map", line.data());
    std::snprintf(line.data(), line.size(), "%u %u 1", group, group);
    writeFile("/proc/self/gid_map", line.data());
}

[[noreturn]] void execute(const LimitedJob& job) {
    const std::string home = "HOME=" + job.folder.string();
    const std::string temporary = "TMPDIR=" + job.folder.string();
    const std::string cache = "XDG_CACHE_HOME=" + job.folder.string();
    std::vector<char*> words;
    for (const std::string& word : job.words) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    std::vector<char*> environment;
    for (const char* variable :
         {"PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "TZ=UTC0", home.c_str(), temporary.c_str(), cache.c_str()})
        environment.push_back(const_cast<char*>(variable));
    environment.push_back(nullptr);
    // A sanitizer needs room, but not in programs of others.
    if (kSanitized) lowerRoom({.memory = job.limits.memory, .fileBytes = job.limits.fileBytes});
    ::execve(words.front(), words.data(), environment.data());
    std::fprintf(stderr, "%s: %s\n", words.front(), std::strerror(errno));
    ::_exit(kCannotStart);
}

FileAccess withFolder(FileAccess files, const std::filesystem::path& folder) {
    if (!folder.empty()) files.writable.push_back(folder);
    return files;
}

// A function of ours makes files where the job has its folder, and nowhere else.
void confineBody(const LimitedJob& job) {
    if (kSanitized) return;
    restrictFiles(withFolder(job.files, job.folder));
    filterCalls(job.calls);
}

[[noreturn]] void beJob(const LimitedJob& job, const WardenPipes& pipes, bool ownSpace) {
    ::setpgid(0, 0);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int signal : {SIGINT, SIGTERM, SIGPIPE, SIGHUP, SIGXFSZ}) ::signal(signal, SIG_DFL);
    const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(pipes.output, STDOUT_FILENO);
    ::dup2(pipes.errors, STDERR_FILENO);
    closeRange(STDERR_FILENO + 1, INT_MAX);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::umask(077);
    writeFile("/proc/self/oom_score_adj", "1000"); // where memory runs out, this goes first
    if (!job.folder.empty() && ::chdir(job.folder.c_str()) != 0) ::_exit(kCannotStart);
    setLimits(job, ownSpace);
    if (!job.words.empty()) {
        if (!job.files.readable.empty()) restrictFiles(withFolder(job.files, job.folder));
        execute(job);
    }
    confineBody(job);
    try {
        ::_exit(job.body());
    } catch (...) {
        ::_exit(kThrew);
    }
}

// What the job left behind in spite of everything; orphans come to the warden, so they are its children.
void killChildren() {
    std::array<char, 4096> list{};
    const int file = ::open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    const ssize_t count = ::read(file, list.data(), list.size() - 1);
    ::close(file);
    if (count <= 0) return;
    for (char* at = list.data(); *at != '\0';) {
        char* end = nullptr;
        const long child = std::strtol(at, &end, 10);
        if (end == at) break;
        if (child > 1) ::kill(static_cast<pid_t>(child), SIGKILL);
        at = *end == ' ' ? end + 1 : end;
    }
}

void endEverything(pid_t job, bool ownSpace) {
    ::kill(-job, SIGKILL);
    if (ownSpace) return; // the kernel ends all that is in it with its first process
    while (true) {
        killChildren();
        const pid_t reaped = ::waitpid(-1, nullptr, 0);
        if (reaped < 0 && errno == ECHILD) return;
    }
}

// True: the job ended, with that status. False: the leash was let go.
bool awaitEnd(pid_t job, int leash, int childEnded, int& status) {
    while (true) {
        std::array<pollfd, 2> events = {{{leash, POLLIN, 0}, {childEnded, POLLIN, 0}}};
        if (::poll(events.data(), events.size(), -1) < 0 && errno != EINTR) return false;
        if (events[0].revents != 0) return false;
        signalfd_siginfo ignored{};
        while (::read(childEnded, &ignored, sizeof ignored) > 0) {
        }
        for (pid_t reaped = 0; (reaped = ::waitpid(-1, &status, WNOHANG)) > 0;)
            if (reaped == job) return true;
    }
}

[[noreturn]] void beWarden(const LimitedJob& job, const WardenPipes& pipes, bool ownSpace) {
    ::setpgid(0, 0); // Ctrl+C is for the importer, which then lets the leash go
    closeAllBut({pipes.leash, pipes.status, pipes.output, pipes.errors});
    ::prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    sigset_t child;
    ::sigemptyset(&child);
    ::sigaddset(&child, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &child, nullptr);
    const int childEnded = ::signalfd(-1, &child, SFD_NONBLOCK | SFD_CLOEXEC);
    const pid_t started = childEnded < 0 ? -1 : ::fork();
    if (started == 0) beJob(job, pipes, ownSpace);
    ::close(pipes.output);
    ::close(pipes.errors);
    if (started < 0) ::_exit(1);
    int status = 0;
    const bool ended = awaitEnd(started, pipes.leash, childEnded, status);
    endEverything(started, ownSpace);
    if (ended) [[maybe_unused]]
        const ssize_t written = ::write(pipes.status, &status, sizeof status);
    ::_exit(0);
}

// Like fork, but into new name spaces. The warden only makes system calls and forks once more, so it needs nothing of
// what glibc's own fork prepares.
pid_t forkInto(unsigned long spaces) {
    return static_cast<pid_t>(::syscall(SYS_clone, spaces | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

} // namespace

pid_t startWarden(const LimitedJob& job, const WardenPipes& pipes) {
    constexpr unsigned long kSpaces = CLONE_NEWPID | CLONE_NEWNET | CLONE_NEWIPC;
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    pid_t warden = forkInto(user == 0 ? kSpaces : kSpaces | CLONE_NEWUSER);
    if (warden == 0) {
        if (user != 0) keepAccount(user, group);
        beWarden(job, pipes, true);
    }
    if (warden < 0) warden = ::fork();
    if (warden == 0) beWarden(job, pipes, false);
    return warden;
}

} // namespace sightline
