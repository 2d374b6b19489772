#include "tests/window/wall_fixture.h"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>

#include "data/limited/resource_limits.h"
#include "tests/support/places.h"
#include "tests/support/sanitizer.h"

namespace sightline::window_tests {

namespace fs = std::filesystem;

WallFixture::WallFixture() {
    std::string pattern = (fs::temp_directory_path() / "wall-test-XXXXXX").string();
    folder = mkdtemp(pattern.data());
}

void WallFixture::TearDown() {
    // What was leaked is told at an end that is not a kill.
    if (!kSanitized || !wall.started() || HasFailure()) return;
    EXPECT_EQ(wall.end(SIGTERM), 0);
}

WallFixture::~WallFixture() {
    if (HasFailure() && trace) std::fprintf(stderr, "What the wall traced:\n%s\n", trace->story().c_str());
    wall.end(SIGKILL);
    fs::remove_all(folder);
}

bool WallFixture::panel(PanelSize wanted) {
    for (const char* program : {"Xvfb", "xdotool", "import", "compare"})
        if (!installed(program)) {
            [program] { GTEST_SKIP() << program << " is not installed"; }();
            return false;
        }
    size = wanted;
    panel_ = VirtualPanel(size);
    EXPECT_FALSE(panel_.variable().empty()) << "Xvfb did not start";
    return !panel_.variable().empty();
}

bool WallFixture::panelOnASocket() {
    for (const char* program : {"/usr/lib/xorg/Xorg", "xrandr", "xdotool", "import", "compare"})
        if (!installed(program)) {
            [program] { GTEST_SKIP() << program << " is not installed"; }();
            return false;
        }
    const fs::path configuration = folder / "xorg";
    fs::create_directory(configuration);
    fs::copy_file(fs::path(testing_support::kSourceDir) / "tests/packaging/dummy_panel.conf",
                  configuration / "dummy_panel.conf");
    size = {1920, 1080};
    panel_ = VirtualPanel(configuration, folder);
    if (panel_.variable().empty()) [] { GTEST_SKIP() << "Xorg does not start here without a graphics card"; }();
    return !panel_.variable().empty();
}

void WallFixture::preload(const char* library) {
    environment.push_back(std::string("LD_PRELOAD=") + library);
    // A sanitizer wants to come first, and need not.
    for (std::string& variable : testing_support::sanitizerOption("verify_asan_link_order=0"))
        environment.push_back(std::move(variable));
}

void WallFixture::sabotage(const std::string& what) {
    preload(testing_support::kSaboteur);
    environment.push_back("SIGHTLINE_SABOTAGE=" + what);
}

void WallFixture::fakePanel() {
    preload(testing_support::kFakeDisplay);
    environment.push_back("FAKE_DISPLAY=" + folder.string());
}

std::vector<std::string> WallFixture::configured(const std::string& text) const {
    const fs::path file = folder / "sightline.toml";
    std::ofstream(file) << text;
    return {"--config", file};
}

void WallFixture::show(std::vector<std::string> words) {
    launch(std::move(words));
    ASSERT_TRUE(trace->await([](const Event& event) { return event["event"] == "ready"; })) << trace->story();
    awaitSettled();
}

void WallFixture::launch(std::vector<std::string> words) {
    trace = std::make_unique<TraceReader>(folder / "trace.json");
    std::vector<std::string> all{wallProgram,  "show", "--trace", folder / "trace.json",
                                 "--diagonal", "65",   "--state", folder / "state"};
    all.insert(all.end(), source.begin(), source.end());
    all.insert(all.end(), words.begin(), words.end());
    std::vector<std::string> variables{panel_.variable()};
    variables.insert(variables.end(), environment.begin(), environment.end());
    wall = ChildProcess(all, variables);
}

Event WallFixture::await(const std::string& event, const std::string& key, const Event& value) {
    const auto isWanted = [&](const Event& seen) {
        if (seen["event"] != event || key.empty()) return seen["event"] == event;
        if (event == "frame" && key == "why") return isFrameFor(seen, value.get<std::string>());
        return seen.value(key, Event()) == value;
    };
    // Where one thing did not come, what was to follow it mostly will not either.
    constexpr double kAfterFailure = 1;
    const auto found = HasFailure() ? trace->await(isWanted, kAfterFailure) : trace->await(isWanted);
    if (found) return *found;
    ADD_FAILURE() << "waited in vain for " << event << " " << key << " " << value;
    return Event::object();
}

void WallFixture::awaitPage(const std::string& wanted) {
    await("page", "page", wanted);
    page = wanted;
    awaitSettled();
}

void WallFixture::pointer(const std::vector<std::string>& words) {
    std::vector<std::string> all{"xdotool"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = runProgram(all, {panel_.variable()});
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
}

void WallFixture::tapAt(int x, int y) { pointer({"mousemove", std::to_string(x), std::to_string(y), "click", "1"}); }

nlohmann::json WallFixture::targets() const {
    std::vector<std::string> words{
        testing_support::kBinary, "targets", "--json", "--page", page, "--size", size.text()};
    words.insert(words.end(), source.begin(), source.end());
    return nlohmann::json::parse(runProgram(words).output);
}

nlohmann::json WallFixture::target(const std::string& id) const {
    for (const auto& target : targets())
        if (target["id"] == id) return target;
    ADD_FAILURE() << "there is no " << id << " on " << page;
    return {{"rect", {{"x", 0}, {"y", 0}, {"w", 0}, {"h", 0}}}};
}

std::pair<int, int> WallFixture::middleOf(const nlohmann::json& target) {
    const auto& rect = target["rect"];
    const auto middle = [&rect](const char* from, const char* length) {
        return static_cast<int>(rect[from].get<double>() + rect[length].get<double>() / 2);
    };
    return {middle("x", "w"), middle("y", "h")};
}

std::string WallFixture::firstId(const std::string& beginning) const {
    for (const auto& target : targets())
        if (target["id"].get<std::string>().starts_with(beginning)) return target["id"];
    ADD_FAILURE() << "nothing on " << page << " begins with " << beginning;
    return {};
}

void WallFixture::tap(const std::string& id) {
    const auto [x, y] = middleOf(target(id));
    tapAt(x, y);
    await("tap", "id", id);
}

fs::path WallFixture::screenshot(const std::string& name) {
    fs::create_directories("screenshots");
    fs::path path = fs::path("screenshots") / (name + ".png");
    const Ran ran = runProgram({"import", "-window", "root", path}, {panel_.variable()});
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    return path;
}

void WallFixture::expectPictureOf(const std::string& wanted) {
    EXPECT_EQ(page, wanted);
    std::string name = wanted + "-" + size.text();
    for (char& c : name)
        if (c == ':' || c == ' ') c = '-';
    const fs::path drawn = folder / "drawn.png";
    std::vector<std::string> words{
        testing_support::kBinary, "render", "--page", wanted, "--size", size.text(), "-o", drawn};
    words.insert(words.end(), source.begin(), source.end());
    const Ran render = runProgram(words);
    ASSERT_EQ(render.exitCode, 0) << render.output;
    // Pixels that differ by more than 2 in 100; the two ways of drawing may round an edge differently. What was swapped
    // is not on the panel before the X server has come to it, and no event says when.
    fs::path seen;
    const double most = 1e-4 * size.width * size.height;
    constexpr int kLooks = 5;
    double differing = most;
    for (int look = 0; look < kLooks && differing >= most; ++look) {
        seen = screenshot(name);
        const Ran compared = runProgram({"compare", "-metric", "AE", "-fuzz", "2%", seen, drawn, "null:"});
        differing = std::atof(compared.output.c_str());
    }
    EXPECT_LT(differing, most) << "the panel does not show " << wanted << ": see " << fs::absolute(seen);
}

} // namespace sightline::window_tests
