#include <csignal>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/places.h"
#include "tests/support/temp_folder.h"
#include "tests/window/terminal.h"

namespace sightline::window_tests {
namespace {

/// `sightline config set-pin` as somebody uses it who sits at a terminal.
class SetPin : public testing::Test {
protected:
    SetPin() { std::ofstream(file) << kBefore; }

    [[nodiscard]] std::vector<std::string> command() const {
        return {testing_support::kBinary, "config", "set-pin", file.string()};
    }
    /// Answers both questions, and looks that neither answer is shown.
    static void answer(Terminal& terminal, const std::string& first, const std::string& again) {
        ASSERT_TRUE(terminal.await("New PIN (6 to 12 digits): ")) << terminal.shown();
        EXPECT_FALSE(terminal.echoes());
        terminal.type(first + "\n");
        ASSERT_TRUE(terminal.await("The same again: ")) << terminal.shown();
        EXPECT_FALSE(terminal.echoes());
        terminal.type(again + "\n");
    }
    [[nodiscard]] std::string written() const {
        std::ifstream in(file);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    static constexpr const char* kBefore = "# Committee room 2\n[wall]\ntheme = \"dark\"\n";
    TempFolder folder;
    const std::filesystem::path file = folder.path() / "sightline.toml";
};

TEST_F(SetPin, AsksTwiceAndShowsNeither) {
    Terminal terminal(command());
    answer(terminal, "739154", "739154");
    EXPECT_TRUE(terminal.await("the PIN is set")) << terminal.shown();
    EXPECT_EQ(terminal.end(), 0) << terminal.shown();
    EXPECT_EQ(terminal.shown().find("739154"), std::string::npos) << terminal.shown();
    EXPECT_TRUE(terminal.echoes());
    EXPECT_TRUE(written().starts_with(kBefore)) << written();
    EXPECT_NE(written().find("pin = \"$argon2id$"), std::string::npos) << written();
}

TEST_F(SetPin, TwoThatDifferChangeNothing) {
    Terminal terminal(command());
    answer(terminal, "739154", "739145");
    EXPECT_EQ(terminal.end(), 3);
    EXPECT_NE(terminal.shown().find("The two are not the same. Nothing was changed."), std::string::npos)
        << terminal.shown();
    EXPECT_EQ(written(), kBefore);
}

TEST_F(SetPin, OneThatIsTooShortChangesNothing) {
    Terminal terminal(command());
    answer(terminal, "73915", "73915");
    EXPECT_EQ(terminal.end(), 3);
    EXPECT_NE(terminal.shown().find("6 to 12 digits"), terminal.shown().rfind("6 to 12 digits"))
        << "said once more, as what is wrong: " << terminal.shown();
    EXPECT_EQ(written(), kBefore);
}

TEST_F(SetPin, CtrlCLeavesATerminalThatShowsWhatIsTyped) {
    for (const bool second : {false, true}) {
        Terminal terminal(command());
        ASSERT_TRUE(terminal.await("New PIN (6 to 12 digits): "));
        if (second) {
            terminal.type("739154\n");
            ASSERT_TRUE(terminal.await("The same again: "));
        }
        terminal.type("7391\x03");
        EXPECT_EQ(terminal.end(), -SIGINT) << terminal.shown();
        EXPECT_TRUE(terminal.echoes());
        EXPECT_EQ(written(), kBefore);
    }
}

} // namespace
} // namespace sightline::window_tests
