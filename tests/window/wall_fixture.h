#pragma once

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/places.h"
#include "tests/window/child_process.h"
#include "tests/window/trace_reader.h"
#include "tests/window/virtual_panel.h"

namespace sightline::window_tests {

/// A panel of its own (Xvfb), the real program on it in full screen, and a real pointer and keyboard (xdotool). Skipped
/// where these are not installed.
class WallFixture : public testing::Test {
protected:
    WallFixture();
    ~WallFixture() override;
    void TearDown() override;

    /// Starts the panel. False: the test was skipped.
    bool panel(PanelSize size);
    /// The same with a panel that can be given other modes and taken away.
    bool panelOnASocket();
    /// Loads a library into the wall before its own.
    void preload(const char* library);
    /// Lets something go wrong in the wall, as tests/long/saboteur.cpp tells.
    void sabotage(const std::string& what);
    /// Loads a panel into the wall that can be turned off and unplugged, as tests/window/fake_display tells.
    void fakePanel();
    /// Writes a configuration file, and returns the words that name it.
    [[nodiscard]] std::vector<std::string> configured(const std::string& text) const;
    /// Starts the wall with these words after `show`, and waits for its first complete picture.
    void show(std::vector<std::string> words);
    /// Starts it, and waits for nothing.
    void launch(std::vector<std::string> words);

    Event await(const std::string& event, const std::string& key = {}, const Event& value = {});
    void awaitPage(const std::string& page);
    void awaitSettled() { await("settled"); }

    /// The panel's, for the environment of other programs.
    [[nodiscard]] const std::string& variable() const { return panel_.variable(); }
    void pointer(const std::vector<std::string>& words);
    void key(const std::string& name) { pointer({"key", name}); }
    void tapAt(int x, int y);
    /// Taps what the page that is shown registers under an id, as `sightline targets` tells of it.
    void tap(const std::string& id);
    /// All targets of the page that is shown, in reading order.
    [[nodiscard]] nlohmann::json targets() const;
    [[nodiscard]] nlohmann::json target(const std::string& id) const;
    /// Where a target is touched, pixels.
    static std::pair<int, int> middleOf(const nlohmann::json& target);
    /// The first id on the page that begins like this.
    [[nodiscard]] std::string firstId(const std::string& beginning) const;

    /// Keeps a picture of the panel for people to look at, and returns its path.
    std::filesystem::path screenshot(const std::string& name);
    /// The panel shows what `sightline render` draws of the page that is shown.
    void expectPictureOf(const std::string& page);

    std::filesystem::path folder; ///< this test's own
    PanelSize size;
    std::string wallProgram = testing_support::kBinary; ///< what is started as the wall
    std::vector<std::string> environment;               ///< what the wall gets beside the panel, "NAME=value"
    std::vector<std::string> source;                    ///< what show, render and targets are pointed at
    std::string page = "overview";
    std::unique_ptr<TraceReader> trace;
    ChildProcess wall;

private:
    VirtualPanel panel_;
};

} // namespace sightline::window_tests
