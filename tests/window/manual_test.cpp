#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

#include "tests/support/places.h"
#include "tests/window/child_process.h"

namespace sightline::window_tests {
namespace {

using testing_support::kBinary;
using testing_support::kSourceDir;
using Words = std::set<std::string>;

/// A command as it is called: empty for the program itself, "export", "config check".
using Command = std::vector<std::string>;

std::string named(const Command& command) {
    std::string name = "sightline";
    for (const std::string& word : command) name += " " + word;
    return name;
}

/// What a command says of itself.
struct Help {
    Words commands;
    Words options;
};

/// Headings stand at the margin, in capitals or not, as CLI11 has changed its mind; what they list is indented by two.
Help helpOf(const Command& command) {
    std::vector<std::string> words{kBinary};
    words.insert(words.end(), command.begin(), command.end());
    words.emplace_back("--help");
    std::istringstream lines(runProgram(words).output);
    const std::regex option("-[a-z]\\b|--[a-z][a-z-]*");
    Help help;
    bool commands = false;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with(" ")) commands = line.starts_with("Subcommands") || line.starts_with("SUBCOMMANDS");
        if (!line.starts_with("  ") || line.starts_with("   ")) continue;
        std::istringstream row(line);
        std::string first;
        row >> first;
        if (commands) help.commands.insert(first);
        if (!first.starts_with("-")) continue;
        // "-o,--output FILE", or "-o,     --output FILE".
        std::string name;
        if (first.ends_with(",") && row >> name) first += name;
        help.options.insert(std::sregex_token_iterator(first.begin(), first.end(), option), {});
    }
    return help;
}

/// Every command with a help of its own, the program itself first.
std::vector<Command> allCommands() {
    std::vector<Command> all{{}};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const std::string& next : helpOf(all[i]).commands) {
            all.push_back(all[i]);
            all.back().push_back(next);
        }
    return all;
}

/// Its source, without what only sets type.
std::string manual() {
    std::ifstream file(std::string(kSourceDir) + "/assets/packaging/sightline.1.in");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    return std::regex_replace(std::regex_replace(text, std::regex(R"(\\-)"), "-"), std::regex(R"(\\f.)"), "");
}

/// What the manual says of a command: from its heading to the next.
std::string sectionOf(const std::string& text, const Command& command) {
    const std::string heading = "\n.SS " + named(command);
    auto start = text.find(heading + "\n");
    if (start == std::string::npos) start = text.find(heading + " ");
    if (start == std::string::npos) return {};
    return text.substr(start, std::min(text.find("\n.SS ", start + 1), text.find("\n.SH ", start + 1)) - start);
}

/// The options a text names. Prose is full of hyphens, so an option is what no letter stands before.
Words optionsIn(const std::string& text) {
    const std::regex option("(?:^|[^A-Za-z0-9-])(--[a-z][a-z-]*|-[a-z]\\b)");
    return {std::sregex_token_iterator(text.begin(), text.end(), option, 1), {}};
}

/// What is in the one and not in the other.
std::string without(const Words& all, const Words& known) {
    std::string left;
    for (const std::string& word : all)
        if (!known.contains(word)) left += " " + word;
    return left;
}

TEST(Manual, HasEveryCommandWithExactlyItsOptions) {
    const std::string text = manual();
    for (const Command& command : allCommands()) {
        const Help help = helpOf(command);
        if (command.empty() || !help.commands.empty()) continue;
        const std::string section = sectionOf(text, command);
        EXPECT_FALSE(section.empty()) << "sightline.1.in has no \".SS " << named(command) << "\"";
        if (section.empty()) continue;
        Words there = optionsIn(section);
        there.insert({"-h", "--help"}); // said once for all
        EXPECT_EQ(without(help.options, there), "") << "is not in sightline.1.in under " << named(command);
        EXPECT_EQ(without(there, help.options), "") << "is in sightline.1.in, but not an option of " << named(command);
    }
}

TEST(Manual, HasNoCommandThatIsGone) {
    const std::string text = manual();
    const auto all = allCommands();
    const std::regex heading("\n\\.SS (sightline[a-z -]*)");
    for (std::sregex_iterator at(text.begin(), text.end(), heading), none; at != none; ++at) {
        const std::string title = at->str(1);
        const bool known = std::ranges::any_of(all, [&](const Command& command) {
            return !command.empty() && (title + " ").starts_with(named(command) + " ");
        });
        EXPECT_TRUE(known) << "sightline.1.in tells of \"" << title << "\", which is no command";
    }
}

TEST(Manual, HasEveryExitCode) {
    const std::string text = manual();
    const std::string codes = text.substr(text.find(".SH EXIT STATUS"));
    for (const char* code : {"0", "1", "2", "3", "4"})
        EXPECT_NE(codes.find(std::string("\n.B ") + code + "\n"), std::string::npos) << code;
}

/// What Bash offers after these words, for one more that begins with `beginning`.
Words offered(const Command& command, const std::string& beginning) {
    std::string words = "\"$1\"";
    for (const std::string& word : command) words += " " + word;
    const std::string script =
        "source \"$0\"; COMP_WORDS=(" + words + " '" + beginning +
        "'); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _sightline; printf '%s\\n' \"${COMPREPLY[@]}\"";
    const Ran ran =
        runProgram({"bash", "-c", script, std::string(kSourceDir) + "/assets/packaging/sightline.bash", kBinary});
    EXPECT_EQ(ran.exitCode, 0) << ran.output;
    std::istringstream lines(ran.output);
    Words all;
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) all.insert(line);
    return all;
}

TEST(Completion, OffersEveryCommandAndExactlyItsOptions) {
    if (!installed("bash")) GTEST_SKIP() << "bash is not installed";
    for (const Command& command : allCommands()) {
        const Help help = helpOf(command);
        EXPECT_EQ(offered(command, "-"), help.options) << named(command);
        if (help.commands.empty()) continue;
        EXPECT_EQ(offered(command, ""), help.commands) << named(command);
    }
}

TEST(Completion, OffersValuesWhereThereIsAChoice) {
    if (!installed("bash")) GTEST_SKIP() << "bash is not installed";
    EXPECT_EQ(offered({"show", "--theme"}, "d"), Words{"dark"});
    EXPECT_EQ(offered({"show", "--sample"}, ""), (Words{"dorset", "northmoor"}));
    EXPECT_TRUE(offered({"render", "--page"}, "").contains("map"));
}

} // namespace
} // namespace sightline::window_tests
