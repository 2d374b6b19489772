#include "tests/window/virtual_panel.h"

#include <array>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace sightline::window_tests {

VirtualPanel::VirtualPanel(PanelSize size) {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) return;
    server_ = ChildProcess({"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0", size.text() + "x24",
                            "-nolisten", "tcp", "-noreset"},
                           {}, ends[1]);
    close(ends[1]);
    // The server writes its number once it takes clients.
    std::string number;
    pollfd readable{ends[0], POLLIN, 0};
    for (char c = 0; poll(&readable, 1, 30000) > 0 && read(ends[0], &c, 1) == 1 && c != '\n';) number += c;
    close(ends[0]);
    if (!number.empty()) variable_ = "DISPLAY=:" + number;
}

} // namespace sightline::window_tests
