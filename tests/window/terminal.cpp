#include "tests/window/terminal.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>

#include <poll.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

namespace sightline::window_tests {

namespace {
constexpr std::chrono::seconds kPatience(30);
} // namespace

Terminal::Terminal(const std::vector<std::string>& words) {
    if (::openpty(&outside_, &inside_, nullptr, nullptr, nullptr) != 0) return;
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    pid_ = ::fork();
    if (pid_ != 0) return;
    ::setsid();
    ::ioctl(inside_, TIOCSCTTY, 0); // so that Ctrl-C reaches it
    for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) ::dup2(inside_, standard);
    ::close(inside_);
    ::close(outside_);
    ::execv(arguments.front(), arguments.data());
    ::_exit(127);
}

Terminal::~Terminal() {
    if (pid_ > 0) {
        ::kill(pid_, SIGKILL);
        end();
    }
    ::close(outside_);
    ::close(inside_);
}

bool Terminal::read(int milliseconds) {
    pollfd readable{outside_, POLLIN, 0};
    if (::poll(&readable, 1, milliseconds) <= 0) return false;
    std::array<char, 1024> buffer{};
    const ssize_t got = ::read(outside_, buffer.data(), buffer.size());
    if (got <= 0) return false;
    shown_.append(buffer.data(), static_cast<std::size_t>(got));
    return true;
}

bool Terminal::await(const std::string& text) {
    const auto until = std::chrono::steady_clock::now() + kPatience;
    while (shown_.find(text) == std::string::npos) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        if (left <= 0 || !read(static_cast<int>(left))) return false;
    }
    return true;
}

void Terminal::type(const std::string& keys) const {
    [[maybe_unused]] const ssize_t written = ::write(outside_, keys.data(), keys.size());
}

bool Terminal::echoes() const {
    termios now{};
    return ::tcgetattr(outside_, &now) == 0 && (now.c_lflag & static_cast<tcflag_t>(ECHO)) != 0;
}

int Terminal::end() {
    int status = 0;
    while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = 0;
    while (read(0)) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

} // namespace sightline::window_tests
