#include "app/ask_secret.h"

#include <cstdio>

#include <termios.h>
#include <unistd.h>

#include "data/pin.h"

namespace sightline {

namespace {

constexpr std::size_t kLongest = 200;

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
Result<std::string> readLine() {
    std::string line;
    line.reserve(kLongest);
    char byte = 0;
    while (line.size() < kLongest) {
        const ssize_t count = ::read(STDIN_FILENO, &byte, 1);
        if (count <= 0 && line.empty()) return fail(FailureKind::Missing, "", "There was nothing to read.");
        if (count <= 0 || byte == '\n') break;
        if (byte != '\r') line += byte;
    }
    return line;
}

Result<std::string> ask(const char* question) {
    std::fputs(question, stderr);
    const NoEcho quiet;
    auto line = readLine();
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
