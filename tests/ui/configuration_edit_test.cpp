#include "app/configuration_edit.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/stat.h>

#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

Result<std::string> withPin(const std::string& text) {
    return withSetting(text, "privacy", "pin", "$new", "wall.toml");
}

TEST(ConfigurationEdit, LeavesEverythingElseAsItWas) {
    struct Case {
        const char* before;
        const char* after;
    };
    const std::vector<Case> cases = {
        {"", "[privacy]\npin = \"$new\"\n"},
        {"# mine\n[wall]\nidle = 5", "# mine\n[wall]\nidle = 5\n\n[privacy]\npin = \"$new\"\n"},
        {"[privacy]\n", "[privacy]\npin = \"$new\"\n"},
        {"[privacy]", "[privacy]\npin = \"$new\"\n"},
        {"[privacy] # ours\n# why\nhidden = []\n[wall]\n",
         "[privacy] # ours\npin = \"$new\"\n# why\nhidden = []\n[wall]\n"},
        {"[privacy]\npin = \"$old\" # since June\nhidden = []\n",
         "[privacy]\npin = \"$new\" # since June\nhidden = []\n"},
        {"[privacy]\r\n  pin='$old'\r\n[wall]\r\nidle = 5\r\n",
         "[privacy]\r\n  pin=\"$new\"\r\n[wall]\r\nidle = 5\r\n"},
        {"[wall]\nidle = 5\n\n[privacy]\n#pin = \"x\"\n",
         "[wall]\nidle = 5\n\n[privacy]\npin = \"$new\"\n#pin = \"x\"\n"},
    };
    for (const Case& one : cases) {
        const auto changed = withPin(one.before);
        ASSERT_TRUE(changed) << one.before;
        EXPECT_EQ(*changed, one.after);
    }
}

TEST(ConfigurationEdit, RefusesWhatItWouldSpoil) {
    for (const char* bad : {"[privacy]\npin = \"\"\"\n$old\"\"\"\n", "privacy = 1\n", "[[privacy]]\n"}) {
        const auto changed = withPin(bad);
        ASSERT_FALSE(changed) << bad;
        EXPECT_THAT(changed.error().message(), testing::HasSubstr("Nothing was changed")) << bad;
    }
    EXPECT_THAT(withPin("[wall]\nidle = \n").error().message(), testing::StartsWith("wall.toml:2: "));
}

TEST(ConfigurationEdit, KeepsWhoMayReadItButNotEverybody) {
    const TempFolder folder;
    const auto file = folder.write("wall.toml", "old");
    const auto modeAfter = [&](mode_t before) {
        ::chmod(file.c_str(), before);
        EXPECT_TRUE(replaceConfiguration(file, "new"));
        struct stat status {};
        ::stat(file.c_str(), &status);
        return status.st_mode & 0777;
    };
    EXPECT_EQ(modeAfter(0640), 0640U);
    EXPECT_EQ(modeAfter(0600), 0600U);
    EXPECT_EQ(modeAfter(0644), 0640U);
    std::ifstream in(file);
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), "new");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1) << "something was left behind";
    const auto nowhere = replaceConfiguration(folder.path() / "no" / "wall.toml", "new");
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().kind, FailureKind::CannotWrite);
}

} // namespace
} // namespace sightline
