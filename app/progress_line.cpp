#include "app/progress_line.h"

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

#include "app/progress_text.h"

namespace sightline {

namespace {

constexpr std::chrono::milliseconds kBetween{100};
constexpr const char* kClearLine = "\r\x1b[K"; // ECMA-48: erase to the end of the line

} // namespace

ProgressScreen standardError() {
    ProgressScreen screen;
    screen.write = [](const std::string& text) { std::fputs(text.c_str(), stderr); };
    screen.terminal = isatty(STDERR_FILENO) == 1;
    winsize size{};
    if (screen.terminal && ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 20)
        screen.columns = size.ws_col;
    return screen;
}

ProgressLine::ProgressLine(ProgressScreen where, Clock now)
    : screen(std::move(where)), clock(std::move(now)), begun(clock()), shown(begun - kBetween) {}

ProgressLine::~ProgressLine() {
    if (drawn) screen.write(kClearLine);
}

void ProgressLine::show(const PageProgress& progress) {
    if (screen.terminal) {
        showOnTerminal(progress);
    } else if (progress.file != file) {
        screen.write(progressLogText(progress) + "\n");
    }
    file = progress.file;
}

void ProgressLine::showOnTerminal(const PageProgress& progress) {
    const auto now = clock();
    if (now - shown < kBetween) return;
    shown = now;
    drawn = true;
    // One column stays free: some terminals begin a new line with the last one.
    screen.write(kClearLine + progressText(progress, timeLeft(progress, now - begun), screen.columns - 1));
}

} // namespace sightline
