#include "app/ask_secret.h"

#include <array>
#include <csignal>
#include <cstdio>

#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

#include "data/pin.h"

namespace sightline {

namespace {

constexpr std::size_t kLongest = 200;

/// Holds back what would end or stop the program, until the end: a terminal that still shows nothing is not left to
/// whoever types next.
class SignalsHeld {
public:
    SignalsHeld() {
        sigset_t held;
        ::sigemptyset(&held);
        for (const int signal : {SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGTSTP}) ::sigaddset(&held, signal);
        ::sigprocmask(SIG_BLOCK, &held, &before_);
        came_ = ::signalfd(-1, &held, SFD_CLOEXEC);
    }
    ~SignalsHeld() {
        ::close(came_);
        ::sigprocmask(SIG_SETMASK, &before_, nullptr); // the one that came does now what it does
    }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;

    /// Waits until there is something to read, or a signal. False: a signal.
    [[nodiscard]] bool mayRead() const {
        std::array<pollfd, 2> wanted{pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{came_, POLLIN, 0}};
        ::poll(wanted.data(), wanted.size(), -1);
        return (wanted[1].revents & POLLIN) == 0;
    }

private:
    sigset_t before_{};
    int came_ = -1;
};

/// Keeps the terminal from showing what is typed, until the end.
class NoEcho {
public:
    NoEcho() : changed_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = changed_ && ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    ~NoEcho() {
        if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
    }
    NoEcho(const NoEcho&) = delete;
    NoEcho& operator=(const NoEcho&) = delete;

private:
    termios before_{};
    bool changed_;
};

/// A line without its end, byte by byte: no buffer is left that holds it.
Result<std::string> readLine(const SignalsHeld* held = nullptr) {
    std::string line;
    line.reserve(kLongest);
    char byte = 0;
    while (line.size() < kLongest) {
        if (held != nullptr && !held->mayRead()) {
            wipe(line);
            return fail(FailureKind::Missing, "", "It was interrupted. Nothing was changed.");
        }
        const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
        if (count <= 0 && line.empty()) return fail(FailureKind::Missing, "", "There was nothing to read.");
        if (count <= 0 || byte == '\n') break;
        if (byte != '\r') line += byte;
    }
    return line;
}

Result<std::string> ask(const char* question) {
    const SignalsHeld held;
    const NoEcho quiet; // before anybody is asked to type
    std::fputs(question, stderr);
    auto line = readLine(&held);
    std::fputs("\n", stderr);
    return line;
}

} // namespace

Result<std::string> askSecretTwice(const char* first, const char* again) {
    if (::isatty(STDIN_FILENO) == 0) return readLine();
    auto one = ask(first);
    if (!one) return one;
    auto two = ask(again);
    const bool same = two && *one == *two;
    if (two) wipe(*two);
    if (same) return one;
    wipe(*one);
    if (!two) return two;
    return fail(FailureKind::BadContent, "", "The two are not the same. Nothing was changed.");
}

} // namespace sightline
