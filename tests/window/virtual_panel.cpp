#include "tests/window/virtual_panel.h"

#include <array>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace sightline::window_tests {

VirtualPanel::VirtualPanel(PanelSize size) { start({"Xvfb", "-screen", "0", size.text() + "x24"}); }

// It leaves the machine's own terminals alone.
VirtualPanel::VirtualPanel(const std::filesystem::path& configuration, const std::filesystem::path& folder) {
    start({"/usr/lib/xorg/Xorg", "-configdir", configuration, "-logfile", folder / "Xorg.log", "-novtswitch",
           "-sharevts"});
}

void VirtualPanel::start(std::vector<std::string> words) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    const std::string number = std::to_string(ends[1]);
    words.insert(words.end(), {"-displayfd", number, "-nolisten", "tcp", "-noreset"});
    server_ = ChildProcess(std::move(words), {}, ends[1]);
    close(ends[1]);
    // The server writes its number once it takes clients.
    std::string display;
    pollfd readable{ends[0], POLLIN, 0};
    for (char c = 0; poll(&readable, 1, 30000) > 0 && read(ends[0], &c, 1) == 1 && c != '\n';) display += c;
    close(ends[0]);
    if (!display.empty()) variable_ = "DISPLAY=:" + display;
}

} // namespace sightline::window_tests
