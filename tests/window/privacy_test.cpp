#include <csignal>
#include <fstream>
#include <gmock/gmock.h>
#include <iterator>

#include "tests/support/places.h"
#include "tests/window/wall_fixture.h"

namespace sightline::window_tests {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* kPin = "482913";

/// A wall with a PIN, and nobody has mistyped it yet.
class Private : public WallFixture {
protected:
    bool start(int wrongTries = 0) {
        if (!panel({1920, 1080})) return false;
        source = {"--sample", "northmoor"};
        const Ran set = runProgram({"sh", "-c",
                                    "echo " + std::string(kPin) + " | '" + testing_support::kBinary +
                                        "' config set-pin '" + configuration.string() + "'"});
        EXPECT_EQ(set.exitCode, 0) << set.output;
        std::filesystem::create_directories(tries.parent_path());
        std::ofstream(tries) << R"({"format":1,"wrong":)" << wrongTries << R"(,"boot":"","seconds":0})";
        return true;
    }
    /// From wherever it is to an item that is closed.
    void openMarkedItem() {
        tap("nav:evidence");
        awaitPage("evidence");
        for (const auto& one : targets()) {
            if (one["label"].get<std::string>().find(", closed: ") == std::string::npos) continue;
            item = one["id"];
            tap(item);
            return awaitPage(item);
        }
        FAIL() << "no item that is closed is in sight";
    }
    void touch(const std::string& id, const std::string& traced) {
        const auto rect = target(id)["rect"];
        tapAt(static_cast<int>(rect["x"].get<double>() + rect["w"].get<double>() / 2),
              static_cast<int>(rect["y"].get<double>() + rect["h"].get<double>() / 2));
        await("tap", "id", traced);
    }
    void enter(const std::string& pin) {
        tap("ask-pin");
        awaitSettled();
        page = "pin:typed";
        for (const char digit : pin) touch("pin:" + std::string(1, digit), "pin:digit");
        touch("pin:open", "pin:open");
        page = item;
    }
    std::string traced() const {
        std::ifstream file(folder / "trace.json");
        return {std::istreambuf_iterator<char>(file), {}};
    }

    std::filesystem::path configuration = folder / "wall.toml";
    std::filesystem::path tries = folder / "state" / "sample-northmoor" / "pin-tries.json";
    std::string item;
};

TEST_F(Private, APinOpensMarkedItemsAndTheCurtainClosesThem) {
    if (!start()) return;
    show({"--config", configuration});
    openMarkedItem();
    screenshot("marked-closed");
    enter(kPin);
    await("privacy", "what", "opened");
    awaitSettled();
    screenshot("marked-opened");
    tap("cover");
    await("privacy", "what", "covered");
    await("privacy", "what", "closed");
    awaitSettled();
    screenshot("covered");
    tapAt(700, 500);
    await("privacy", "what", "uncovered");
    awaitSettled();
    expectPictureOf(item);
    // By key, whatever is asked just then; any key takes it away.
    tap("ask-pin");
    awaitSettled();
    key("F9");
    await("privacy", "what", "covered");
    key("Escape");
    await("privacy", "what", "uncovered");
    EXPECT_THAT(traced(), Not(HasSubstr(kPin)));
    EXPECT_THAT(traced(), Not(HasSubstr("pin:4"))) << "the trace tells the digits";
}

TEST_F(Private, ALockOutSurvivesARestart) {
    if (!start(4)) return;
    show({"--config", configuration});
    openMarkedItem();
    enter("111222");
    await("privacy", "what", "pin-wrong");
    await("privacy", "what", "pin-wait");
    awaitSettled();
    screenshot("locked-out");
    EXPECT_EQ(wall.end(SIGTERM), 0);
    page = "overview";
    show({"--config", configuration});
    openMarkedItem();
    tap("ask-pin");
    await("privacy", "what", "pin-wait");
    awaitSettled();
    page = "pin:typed";
    // Keys are there, and have no say.
    const auto rect = target("pin:4")["rect"];
    tapAt(static_cast<int>(rect["x"].get<double>()) + 20, static_cast<int>(rect["y"].get<double>()) + 20);
    touch("pin:cancel", "pin:cancel");
    EXPECT_THAT(traced(), Not(HasSubstr("pin:digit")));
    std::ifstream file(tries);
    EXPECT_EQ(nlohmann::json::parse(file)["wrong"], 5);
}

TEST_F(Private, GoingHomeClosesThemAgain) {
    if (!start()) return;
    show({"--config", configuration, "--idle", "1"});
    openMarkedItem();
    enter(kPin);
    await("privacy", "what", "opened");
    await("idle", "what", "home");
    await("privacy", "what", "closed");
}

TEST_F(Private, OwnersAreHiddenUntilSomebodyTouchesTheWall) {
    if (!start()) return;
    std::ofstream(configuration, std::ios::app) << "owners_idle = \"hidden\"\n";
    show({"--config", configuration, "--idle", "1"});
    tap("nav:actions");
    awaitPage("actions");
    expectPictureOf("actions");
    EXPECT_THAT(traced(), HasSubstr("owners-shown"));
    await("privacy", "what", "owners-hidden");
    awaitSettled();
    screenshot("owners-hidden");
}

} // namespace
} // namespace sightline::window_tests
