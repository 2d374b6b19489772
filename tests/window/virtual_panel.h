#pragma once

#include <filesystem>
#include <string>

#include "tests/window/child_process.h"

namespace sightline::window_tests {

struct PanelSize {
    int width = 1920;
    int height = 1080;
    [[nodiscard]] std::string text() const { return std::to_string(width) + "x" + std::to_string(height); }
};

/// An X server of our own with a panel of a size, on a free display number. Gone at the end.
class VirtualPanel {
public:
    VirtualPanel() = default;
    explicit VirtualPanel(PanelSize size);
    /// One on a socket, in 1920x1080, which `xrandr` can give other modes and take away: Xorg without a graphics card.
    /// `configuration`: for Xorg; `folder`: for its log.
    VirtualPanel(const std::filesystem::path& configuration, const std::filesystem::path& folder);

    /// For a program's environment: "DISPLAY=:12". Empty: the server did not start.
    [[nodiscard]] const std::string& variable() const { return variable_; }

private:
    void start(std::vector<std::string> words);

    ChildProcess server_;
    std::string variable_;
};

} // namespace sightline::window_tests
