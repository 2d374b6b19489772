#include "app/configuration.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <sys/stat.h>

#include "app/configuration_keys.h"
#include "tests/support/places.h"
#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

/// Of a PIN that is written nowhere.
constexpr const char* kHash =
    "$argon2id$v=19$m=65536,t=2,p=1$Xj1Tgk0vhpFZXHFHsBC/hg$KJgsvzwUAXL6IxdYE9gXV2rl4UZYOWf1nfTpZBNTLG4";

std::string exampleFile() {
    std::ifstream file(fs::path(testing_support::kSourceDir) / "assets/sightline.toml");
    return {std::istreambuf_iterator<char>(file), {}};
}

class ConfigurationTest : public testing::Test {
protected:
    Configuration read(std::string_view text) { return readConfiguration(folder.write("sightline.toml", text)); }
    /// The only sentence about a file, without its folder.
    std::string sentence(std::string_view text) {
        const auto problems = read(text).problems;
        EXPECT_EQ(problems.size(), 1U) << text;
        if (problems.empty()) return {};
        const std::string message = problems.front().message();
        const std::string place = (folder.path() / "sightline.toml").string();
        EXPECT_TRUE(message.starts_with(place)) << message;
        return message.substr(std::min(message.size(), place.size()));
    }

    TempFolder folder;
};

TEST_F(ConfigurationTest, EverySettingIsTaken) {
    const Configuration configuration = read(R"([snapshot]
source = "/srv/wall.db"
state = "/var/lib/wall"
keep = 12
keys = "/srv/keys"
site = "northmoor-council"
[room]
diagonal = 85.5
distance = 6
[wall]
theme = "high-contrast"
scheme = ["#278577", "#2b2d7e", "#F2C037", "#8B171E", "#D9E0E6"]
text = 150
idle = 0
windowed = "1280x800"
[hours]
weekdays = "08:00-18:00"
weekend = "closed"
monday = "7:30-12:00, 13:00-18:00"
tuesday = "all day"
wednesday = "08:00–18:00"
thursday = "22:00-02:00"
friday = " 08:00 - 16:00 "
saturday = "00:00-24:00"
sunday = "closed"
[screen]
shift = 0
shift_every = 60
[meeting]
timer = 0
longest = 3600
[rotation]
seconds = 30
pages = ["map", "attention"]
[stale]
management = 12
oversight = 18
independent = 36
[privacy]
pin = ")" + std::string(kHash) + R"("
shown = ["OFFICIAL", "Internal"]
title_only = []
hidden = ["OFFICIAL-SENSITIVE"]
owners_idle = "hidden"
)");
    ASSERT_TRUE(configuration.problems.empty()) << configuration.problems.front().message();
    EXPECT_EQ(configuration.values.size(), configurationKeys().size()) << "a setting this test does not know";
    EXPECT_EQ(configuration.values[5].name, "room.diagonal");
    EXPECT_EQ(configuration.values[5].line, 8);
    const ShowOptions options = withConfiguration({}, configuration);
    EXPECT_EQ(options.source.snapshot, "/srv/wall.db");
    EXPECT_EQ(options.state, "/var/lib/wall");
    EXPECT_EQ(options.keep, 12U);
    EXPECT_EQ(options.keys, "/srv/keys");
    EXPECT_EQ(options.site, "northmoor-council");
    EXPECT_EQ(options.viewing.diagonalIn, 85.5);
    EXPECT_EQ(options.viewing.distanceM, 6);
    EXPECT_EQ(options.viewing.theme, ThemeName::HighContrast);
    EXPECT_EQ(options.scheme,
              (Scheme{Colour{0x278577}, Colour{0x2B2D7E}, Colour{0xF2C037}, Colour{0x8B171E}, Colour{0xD9E0E6}}));
    EXPECT_EQ(options.viewing.textPercent, 150U);
    EXPECT_EQ(options.idleSeconds, 0);
    EXPECT_EQ(options.windowed, (Size{1280, 800}));
    EXPECT_EQ(options.meetingMinutes, 0);
    EXPECT_EQ(options.meetingLongest, 3600);
    EXPECT_EQ(options.rotation.seconds, 30);
    EXPECT_EQ(options.rotation.pages, (std::vector{RotationPage::Map, RotationPage::Attention}));
    EXPECT_EQ(options.stale, (StaleSetting{12, 18, 36}));
    const std::array<std::optional<DayHours>, 7> days = {DayHours{{450, 720}, {780, 1080}},
                                                         DayHours{{0, 1440}},
                                                         DayHours{{480, 1080}},
                                                         DayHours{{1320, 120}},
                                                         DayHours{{480, 960}},
                                                         DayHours{{0, 1440}},
                                                         DayHours{}};
    EXPECT_EQ(options.hours, (HoursSetting{DayHours{{480, 1080}}, DayHours{}, days}));
    EXPECT_EQ(options.shiftPixels, 0);
    EXPECT_EQ(options.shiftSeconds, 60);
}

TEST_F(ConfigurationTest, TheCommandLineGoesBeforeTheFileAndTheFileBeforeTheDefault) {
    const auto configuration = read("[wall]\nidle = 30\ntheme = \"dark\"\n[snapshot]\nsource = \"/a.db\"\n");
    ShowOptions given;
    given.idleSeconds = 600;
    given.given = {"--idle"};
    const ShowOptions options = withConfiguration(given, configuration);
    EXPECT_EQ(options.idleSeconds, 600);
    EXPECT_EQ(options.viewing.theme, ThemeName::Dark);
    EXPECT_EQ(options.viewing.distanceM, 4);
    EXPECT_EQ(options.source.snapshot, "/a.db");
    ShowOptions sample;
    sample.source.sample = "dorset";
    sample.given = {"--sample"};
    EXPECT_EQ(withConfiguration(sample, configuration).source.snapshot, "") << "a sample is asked for";
}

TEST_F(ConfigurationTest, ExampleHoldsTheDefaults) {
    const std::string example = exampleFile();
    ASSERT_FALSE(example.empty());
    EXPECT_TRUE(read(example).problems.empty());
    EXPECT_TRUE(read(example).values.empty()) << "the example changes nothing until somebody does";
    std::string all = example;
    for (std::size_t at = 0; (at = all.find("\n#", at)) != std::string::npos; ++at)
        if (all[at + 2] >= 'a' && all[at + 2] <= 'z') all.erase(at + 1, 1);
    const Configuration configuration = read(all);
    ASSERT_TRUE(configuration.problems.empty()) << configuration.problems.front().message();
    EXPECT_EQ(configuration.values.size(), configurationKeys().size() - 1)
        << "a setting the example does not name; the PIN is for `config set-pin`";
    const ShowOptions options = withConfiguration({}, configuration);
    const ShowOptions defaults;
    EXPECT_EQ(options.keep, defaults.keep);
    EXPECT_EQ(options.viewing.diagonalIn, 65);
    EXPECT_EQ(options.viewing.distanceM, defaults.viewing.distanceM);
    EXPECT_EQ(options.viewing.theme, defaults.viewing.theme);
    EXPECT_EQ(options.scheme, defaults.scheme);
    EXPECT_EQ(options.idleSeconds, defaults.idleSeconds);
    EXPECT_EQ(options.stale, (StaleSetting{24, 24, 24}));
    EXPECT_EQ(options.shiftPixels, defaults.shiftPixels);
    EXPECT_EQ(options.shiftSeconds, defaults.shiftSeconds);
    EXPECT_EQ(options.privacy.rules, defaults.privacy.rules);
    EXPECT_FALSE(options.privacy.hideOwners);
}

TEST_F(ConfigurationTest, APinItselfIsRefusedAndNeverRepeated) {
    for (const char* bad : {"pin = \"482913\"", "pin = 482913", "pin = \"$argon2id$482913\"", "pin = [\"482913\"]"}) {
        const std::string said = sentence("[privacy]\n" + std::string(bad) + "\n");
        EXPECT_TRUE(said.starts_with(":2: privacy.pin: This has to be what")) << said;
        EXPECT_EQ(said.find("482913"), std::string::npos) << said;
    }
}

TEST_F(ConfigurationTest, WrongMarkings) {
    for (const char* bad : {"shown = \"OFFICIAL\"", "hidden = [1]", "title_only = [\"\"]", "hidden = [[\"A\"]]"})
        EXPECT_THAT(sentence("[privacy]\n" + std::string(bad) + "\n"), testing::HasSubstr("list of markings")) << bad;
    EXPECT_THAT(sentence("[privacy]\nhidden = [\"" + std::string(101, 'x') + "\"]\n"), testing::HasSubstr("101"));
    EXPECT_THAT(sentence("[privacy]\nowners_idle = true\n"), testing::HasSubstr("\"shown\" or \"hidden\""));
}

TEST_F(ConfigurationTest, AMistakeNeverShowsTheRoomMore) {
    const auto optionsOf = [this](std::string_view text) { return withConfiguration({}, read(text)); };
    const ShowOptions elsewhere =
        optionsOf("[wall]\nidle = -1\n[privacy]\nhidden = [\"Internal\"]\nowners_idle = \"hidden\"\n");
    EXPECT_EQ(elsewhere.privacy.rules.hidden, std::vector<std::string>{"Internal"});
    EXPECT_TRUE(elsewhere.privacy.hideOwners);
    for (const char* unknown :
         {"[privacy]\nhidden = \"Internal\"\n", "[privacy\n", "[privacy]\nhiden = [\"Internal\"]\n"}) {
        EXPECT_EQ(optionsOf(unknown).privacy.rules, RoomPrivacy::strictest()) << unknown;
        EXPECT_TRUE(optionsOf(unknown).privacy.hideOwners) << unknown;
    }
    EXPECT_EQ(optionsOf("[wall]\nidle = -1\n").privacy.rules, RoomPrivacy{}) << "it says nothing of privacy";
    const auto unreadable = withConfiguration({}, readConfiguration(folder.path()));
    EXPECT_EQ(unreadable.privacy.rules, RoomPrivacy::strictest());
}

TEST_F(ConfigurationTest, NoFileIsNoProblemUnlessItWasNamed) {
    const std::string nowhere = folder.path() / "nowhere.toml";
    const Configuration none = readConfiguration("", nowhere.c_str());
    EXPECT_TRUE(none.file.empty());
    EXPECT_TRUE(none.problems.empty());
    const Configuration named = readConfiguration(nowhere);
    ASSERT_EQ(named.problems.size(), 1U);
    EXPECT_EQ(named.problems.front().message(), nowhere + ": There is no such file or folder.");
}

TEST_F(ConfigurationTest, WrongFileNamesLineAndKey) {
    EXPECT_EQ(sentence("[wall]\nidel = 5\n"), ":2: wall.idel: There is no such setting; did you mean wall.idle?");
    EXPECT_EQ(sentence("idle = 5\n"),
              ":1: idle: There is no such setting outside the sections; did you mean wall.idle?");
    EXPECT_EQ(sentence("[room]\nidle = 5\n"), ":2: room.idle: There is no such setting; did you mean wall.idle?");
    EXPECT_EQ(sentence("[romo]\n"), ":1: romo: There is no such section; did you mean [room]?");
    EXPECT_EQ(
        sentence("[wall]\nrotation = 5\n"),
        ":2: wall.rotation: There is no such setting; those of [wall] are theme, scheme, text, idle and windowed.");
    EXPECT_EQ(sentence("[kiosk]\n"), ":1: kiosk: There is no such section; they are [snapshot], [room], [wall], "
                                     "[hours], [screen], [meeting], [rotation], [stale] and [privacy].");
    EXPECT_EQ(sentence("wall = 5\n"), ":1: wall: This is a section; write it as [wall] on a line of its own.");
    EXPECT_EQ(sentence("[[wall]]\nidle = 5\n"),
              ":1: wall: This is a section; write it as [wall] on a line of its own.");
    EXPECT_EQ(sentence("[wall]\ntheme = \"purple\"\n"),
              ":2: wall.theme: \"purple\" is not \"light\", \"dark\", \"high-contrast\" or \"black-and-white\".");
    EXPECT_EQ(sentence("[wall]\nidle = 1\nidle = 2\n"), ":3: wall.idle: This setting stands in the file twice.");
    EXPECT_EQ(sentence("[wall]\nidle = 1\n[wall]\n"), ":3: wall: This section stands in the file twice.");
}

TEST_F(ConfigurationTest, WrongTypesAndNumbersOutOfRange) {
    const std::string inches = "This has to be a number of inches from 10 to 150, without quotation marks.";
    for (const char* value : {"\"65\"", "true", "6.9", "151", "nan", "inf", "-65", "[65]", "2026-06-14", "{a = 1}"})
        EXPECT_EQ(sentence("[room]\ndiagonal = " + std::string(value) + "\n"), ":2: room.diagonal: " + inches) << value;
    const std::string months = "This has to be a whole number of months from 1 to 240, without quotation marks.";
    for (const char* value : {"0", "241", "12.5", "9223372036854775807"})
        EXPECT_EQ(sentence("[stale]\noversight = " + std::string(value) + "\n"), ":2: stale.oversight: " + months);
    for (const char* value : {"5", "\"purple\"", "\"\"", "\"Dark\"", "[]"})
        EXPECT_THAT(sentence("[wall]\ntheme = " + std::string(value) + "\n"), testing::HasSubstr(":2: wall.theme: "));
    const std::string percent = "This has to be a whole number of per cent from 100 to 200, without quotation marks.";
    for (const char* value : {"99", "201", "150.5", "\"150\"", "1.5", "nan", "-150"})
        EXPECT_EQ(sentence("[wall]\ntext = " + std::string(value) + "\n"), ":2: wall.text: " + percent) << value;
    for (const char* value : {"\"wall.db\"", "\"\"", "\"~/wall.db\"", "\"/a\\nb\"", "\"/a\\u202eb\"", "7"})
        EXPECT_THAT(sentence("[snapshot]\nsource = " + std::string(value) + "\n"),
                    testing::HasSubstr(":2: snapshot.source: "));
    for (const char* value : {"\"1920\"", "\"10x10\"", "1920"})
        EXPECT_THAT(sentence("[wall]\nwindowed = " + std::string(value) + "\n"),
                    testing::HasSubstr(":2: wall.windowed: "));
}

TEST_F(ConfigurationTest, HoursThatNobodyCouldKeep) {
    EXPECT_EQ(sentence("[hours]\nmonday = \"8-18\"\n"),
              ":2: hours.monday: \"8-18\" is not hours such as \"08:00-18:00\" or \"08:00-12:00, 13:00-17:30\", "
              "\"closed\" or \"all day\".");
    EXPECT_THAT(sentence("[hours]\nweekdays = 8\n"), testing::HasSubstr(":2: hours.weekdays: This has to be text"));
    EXPECT_EQ(sentence("[hours]\nmonady = \"closed\"\n"),
              ":2: hours.monady: There is no such setting; did you mean hours.monday?");
    for (const char* value : {"25:00-26:00", "08:60-09:00", "24:00-08:00", "08:00-24:01", "08:00-08:00", "08:00",
                              "08:00-", "-18:00", "08:00-12:00,", "08:00-12:00, closed", "Closed", "open", ""})
        EXPECT_THAT(sentence("[hours]\nsunday = \"" + std::string(value) + "\"\n"),
                    testing::HasSubstr(":2: hours.sunday: "))
            << value;
    for (const char* value : {"-1", "9", "1.5", "\"2\""})
        EXPECT_EQ(sentence("[screen]\nshift = " + std::string(value) + "\n"),
                  ":2: screen.shift: This has to be a whole number of pixels from 0 to 8, without quotation marks.");
    EXPECT_EQ(sentence("[screen]\nshift_every = 0\n"),
              ":2: screen.shift_every: This has to be a number of seconds from 1 to 86400, without quotation marks.");
}

TEST_F(ConfigurationTest, WhatIsNoToml) {
    EXPECT_THAT(sentence("[wall]\nidle =\n"), testing::StartsWith(":2: wall.idle: The line is not valid TOML ("));
    EXPECT_THAT(sentence("[wall]\n\ntheme = dark\n"), testing::StartsWith(":3: wall.theme: The line is not valid"));
    EXPECT_THAT(sentence("[wall\n"), testing::StartsWith(":1: wall: The line is not valid TOML ("));
    EXPECT_EQ(sentence("# \xff\n"), ":1: TOML: The text is not valid UTF-8.");
    EXPECT_THAT(sentence(std::string("\0\1", 2)), testing::HasSubstr("not valid TOML"));
    EXPECT_THAT(sentence("[wall]\n\"\x1b[31m\" = "), testing::Not(testing::HasSubstr("\x1b")));
    EXPECT_THAT(sentence("[wall]\n\"a\\u001bb\" = 1\n"), testing::HasSubstr(":2: \"wall.a?b\": There is no such"));
    EXPECT_TRUE(read("").problems.empty());
    EXPECT_TRUE(read("\xef\xbb\xbf[wall]\r\nidle = 5\r\n").problems.empty()) << "as Windows writes it";
}

TEST_F(ConfigurationTest, AWrongFileIsNotTakenButForWhereTheSnapshotIs) {
    const auto configuration = read("[snapshot]\nsource = \"/a.db\"\nkeep = 3\n[wall]\nidle = 30\ntheme = 1\n");
    EXPECT_EQ(configuration.problems.size(), 1U);
    const ShowOptions options = withConfiguration({}, configuration);
    EXPECT_EQ(options.source.snapshot, "/a.db");
    EXPECT_EQ(options.idleSeconds, 120);
    EXPECT_EQ(options.keep, kKeptSnapshots);
}

TEST_F(ConfigurationTest, KeysThatCannotBeReadAreNotNoKeys) {
    EXPECT_TRUE(read("[snapshot]\nkeys = \"keys.d\"\n").keysUnknown) << "no full path";
    EXPECT_TRUE(read("[snapshot]\nkeys = 7\n").keysUnknown);
    EXPECT_TRUE(read("[snapshot]\nkeys = \"/a\n").keysUnknown) << "no TOML";
    EXPECT_TRUE(read("[wall]\nkeys = \"/a\"\n").keysUnknown) << "in the wrong section";
    const auto otherwise = read("[snapshot]\nkeys = \"/a\"\n[wall]\nidle = -1\n");
    EXPECT_FALSE(otherwise.keysUnknown) << "they hold, whatever else is wrong";
    EXPECT_EQ(withConfiguration({}, otherwise).keys, "/a");
    EXPECT_FALSE(read("[wall]\nidle = -1\n# keys = 7\n").keysUnknown) << "it does not speak of keys";
    EXPECT_THAT(read("[snapshot]\nsite = \"North Moor\"\n").problems.front().sentence,
                testing::HasSubstr("is not a name such as"));
}

TEST_F(ConfigurationTest, EveryMistakeIsNamedInTheOrderOfTheFileAndNoMoreThanTwenty) {
    const auto problems = read("[wall]\nidle = -1\n[room]\ndistance = 99\n[snapshot]\nkeep = 1\n").problems;
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_THAT(problems[0].message(), testing::HasSubstr(":2: wall.idle"));
    EXPECT_THAT(problems[1].message(), testing::HasSubstr(":4: room.distance"));
    EXPECT_THAT(problems[2].message(), testing::HasSubstr(":6: snapshot.keep"));
    std::string many = "[wall]\n";
    for (int i = 0; i < 500; ++i) many += "x" + std::to_string(i) + " = 1\n";
    EXPECT_EQ(read(many).problems.size(), 20U);
}

TEST_F(ConfigurationTest, WhatIsNoFileIsRefused) {
    const auto refusal = [](const fs::path& path) {
        const auto problems = readConfiguration(path).problems;
        return problems.size() == 1 ? problems.front().message() : "";
    };
    EXPECT_THAT(refusal(folder.path()), testing::HasSubstr("a folder"));
    const fs::path fifo = folder.path() / "fifo";
    ASSERT_EQ(mkfifo(fifo.c_str(), 0600), 0);
    EXPECT_THAT(refusal(fifo), testing::HasSubstr("a pipe"));
    EXPECT_THAT(refusal("/dev/zero"), testing::HasSubstr("a device"));
    const fs::path file = folder.write("real.toml", "[wall]\nidle = 5\n");
    fs::create_symlink(file, folder.path() / "link.toml");
    EXPECT_THAT(refusal(folder.path() / "link.toml"), testing::HasSubstr("a link"));
    const fs::path large = folder.write("large.toml", std::string(kConfigurationBytes + 1, '#'));
    EXPECT_THAT(refusal(large), testing::HasSubstr("at most 16384"));
    EXPECT_TRUE(readConfiguration(folder.write("full.toml", std::string(kConfigurationBytes, '#'))).problems.empty());
}

/// As deep as a file of the largest size can nest.
TEST_F(ConfigurationTest, DeepNestingIsOnlyWrong) {
    std::string dotted = "a";
    while (dotted.size() + 8 < kConfigurationBytes) dotted += ".a";
    EXPECT_EQ(read(dotted + " = 1\n").problems.size(), 1U);
    EXPECT_EQ(read("[" + dotted + "]\n").problems.size(), 1U);
    EXPECT_EQ(read("a = " + std::string(kConfigurationBytes - 8, '[')).problems.size(), 1U);
}

TEST_F(ConfigurationTest, PagesInTurnAreAListOfKnownPages) {
    for (const char* list :
         {"\"map\"", "[]", "[\"mapp\"]", "[\"map\", \"mapp\"]", "[1]", "[\"map\", \"map\"]", "[[\"map\"]]"})
        EXPECT_EQ(sentence(std::string("[rotation]\npages = ") + list + "\n"),
                  ":2: rotation.pages: This has to be a list of pages in square brackets, such as [\"overview\", "
                  "\"map\"]: each at most once of overview, map, actions, attention and changes.")
            << list;
    EXPECT_THAT(sentence("[meeting]\nlongest = 0\n"), testing::HasSubstr("seconds from 1 to 86400"));
    EXPECT_THAT(sentence("[meeting]\ntimer = 2.5\n"), testing::HasSubstr("whole number of minutes from 0 to 240"));
    EXPECT_THAT(sentence("[rotation]\nseconds = -1\n"), testing::HasSubstr("whole number of seconds from 0 to 3600"));
}

} // namespace
} // namespace sightline
