#include "app/cli.h"

#include <gtest/gtest.h>

#include "app/configuration_keys.h"

namespace sightline {
namespace {

std::variant<Order, ExitCode> parse(std::vector<const char*> words) {
    words.insert(words.begin(), "sightline");
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    auto parsed = parseCommandLine(static_cast<int>(words.size()), words.data());
    testing::internal::GetCapturedStdout();
    testing::internal::GetCapturedStderr();
    return parsed;
}

template <class Options>
Options read(const std::vector<const char*>& words) {
    const auto parsed = parse(words);
    const auto* order = std::get_if<Order>(&parsed);
    EXPECT_NE(order, nullptr);
    const auto* options = order == nullptr ? nullptr : std::get_if<Options>(order);
    EXPECT_NE(options, nullptr);
    return options == nullptr ? Options{} : *options;
}

TEST(Cli, ShowHasItsDefaults) {
    const auto show = read<ShowOptions>({"show"});
    EXPECT_TRUE(show.source.snapshot.empty());
    EXPECT_FALSE(show.windowed);
    EXPECT_FALSE(show.viewing.asOf);
    EXPECT_FALSE(show.viewing.diagonalIn);
    EXPECT_EQ(show.viewing.distanceM, 4);
    EXPECT_EQ(show.viewing.theme, ThemeName::Light);
    EXPECT_EQ(show.idleSeconds, 120);
    EXPECT_EQ(show.keep, 24U);
}

TEST(Cli, ShowTakesEverything) {
    const auto show =
        read<ShowOptions>({"show",       "wall.db", "--windowed", "1280x800", "--as-of", "2026-06-14", "--theme",
                           "dark",       "--trace", "t",          "--state",  "s",       "--idle",     "0",
                           "--diagonal", "86",      "--distance", "6.5",      "--keep",  "50"});
    EXPECT_EQ(show.source.snapshot, "wall.db");
    EXPECT_EQ(show.windowed, (Size{1280, 800}));
    EXPECT_EQ(isoDate(*show.viewing.asOf), "2026-06-14");
    EXPECT_EQ(show.viewing.theme, ThemeName::Dark);
    EXPECT_EQ(show.trace, "t");
    EXPECT_EQ(show.state, "s");
    EXPECT_EQ(show.idleSeconds, 0);
    EXPECT_EQ(show.keep, 50U);
    EXPECT_EQ(show.viewing.diagonalIn, 86);
    EXPECT_EQ(show.viewing.distanceM, 6.5);
}

TEST(Cli, EveryThemeHasAWord) {
    for (const auto& [word, theme] :
         {std::pair{"light", ThemeName::Light}, std::pair{"dark", ThemeName::Dark},
          std::pair{"high-contrast", ThemeName::HighContrast}, std::pair{"black-and-white", ThemeName::BlackAndWhite}})
        EXPECT_EQ(read<ShowOptions>({"show", "--theme", word}).viewing.theme, theme) << word;
}

TEST(Cli, TextIsLargerByPerCent) {
    EXPECT_EQ(read<ShowOptions>({"show"}).viewing.textPercent, 100U);
    EXPECT_EQ(read<ShowOptions>({"show", "--text", "175"}).viewing.textPercent, 175U);
    for (const char* wrong : {"99", "201", "1.5", "150%", "-150", "nan", ""})
        EXPECT_EQ(std::get<ExitCode>(parse({"show", "--text", wrong})), kUsage) << wrong;
}

TEST(Cli, OnlyTheTestPatternNeedsNoSnapshot) {
    EXPECT_EQ(read<RenderCommand>({"render", "--page", "pattern", "-o", "p.png"}).page, Location{Page::Pattern});
    EXPECT_EQ(std::get<ExitCode>(parse({"render", "--page", "health", "-o", "p.png"})), kUsage);
    EXPECT_EQ(std::get<ExitCode>(parse({"render", "-o", "p.png"})), kUsage);
}

TEST(Cli, TemplateNeedsAFileToWrite) {
    EXPECT_EQ(read<TemplateOptions>({"template", "-o", "register.xlsx"}).output, "register.xlsx");
    EXPECT_EQ(std::get<ExitCode>(parse({"template"})), kUsage);
}

TEST(Cli, RenderAndTargets) {
    const auto render = read<RenderCommand>(
        {"render", "--sample", "dorset", "--page", "evidence:12", "--size", "3840x2160", "-o", "a.png"});
    EXPECT_EQ(render.source.sample, "dorset");
    EXPECT_EQ(render.page, (Location{Page::EvidenceItem, 12}));
    EXPECT_EQ(render.size, (Size{3840, 2160}));
    EXPECT_EQ(render.output, "a.png");
    const auto targets = read<TargetsCommand>({"targets", "x.db", "--json", "--page", "search:family hub"});
    EXPECT_EQ(targets.source.snapshot, "x.db");
    EXPECT_EQ(targets.page, (Location{Page::Search}));
    EXPECT_EQ(targets.query, "family hub");
    EXPECT_TRUE(targets.json);
    EXPECT_EQ(targets.size, (Size{1920, 1080}));
    const auto meeting = read<TargetsCommand>({"targets", "x.db", "--page", "meeting:3:map"});
    ASSERT_TRUE(meeting.occasion);
    EXPECT_EQ(meeting.occasion->place, 3);
    EXPECT_EQ(meeting.page, (Location{Page::Map}));
}

TEST(Cli, DataCommands) {
    const auto import = read<ImportOptions>({"import", "a.docx", "b.docx", "-o", "x.db", "--report", "r.json"});
    EXPECT_EQ(import.inputs, (std::vector<std::filesystem::path>{"a.docx", "b.docx"}));
    EXPECT_EQ(import.output, "x.db");
    EXPECT_EQ(import.report, "r.json");
    EXPECT_TRUE(import.evidence.empty());
    const auto pages = read<ImportOptions>({"import", "a.docx", "-o", "x.db", "--evidence", "e", "--previous", "p.db"});
    EXPECT_EQ(pages.evidence, "e");
    EXPECT_EQ(pages.previous, "p.db");
    EXPECT_TRUE(read<ImportOptions>({"import", "a.docx", "-o", "x.db", "--without-pages"}).withoutPages);
    EXPECT_EQ(read<PublishOptions>({"publish", "p.db", "-o", "x.db"}).database, "p.db");
    EXPECT_EQ(read<CheckOptions>({"check", "x.db"}).snapshot, "x.db");
    EXPECT_TRUE(read<SummaryOptions>({"summary", "x.db", "--json"}).json);
    EXPECT_EQ(isoDate(*read<SummaryOptions>({"summary", "--sample", "dorset", "--as-of", "2024-06-30"}).asOf),
              "2024-06-30");
    const auto diff = read<DiffOptions>({"diff", "a.db", "b.db", "c.db", "--json", "--as-of", "2026-06-14"});
    EXPECT_EQ(diff.snapshots, (std::vector<std::string>{"a.db", "b.db", "c.db"}));
    EXPECT_TRUE(diff.json);
    EXPECT_EQ(read<DiffOptions>({"diff", "--sample", "northmoor"}).sample, "northmoor");
    EXPECT_EQ(isoDate(*diff.asOf), "2026-06-14");
}

TEST(Cli, ShowRemembersWhatWasGiven) {
    EXPECT_TRUE(read<ShowOptions>({"show"}).given.empty());
    const auto show = read<ShowOptions>({"show", "wall.db", "--idle", "120", "--config", "x.toml"});
    EXPECT_EQ(show.given, (std::set<std::string>{"SNAPSHOT", "--idle", "--config"}));
    EXPECT_EQ(show.config, "x.toml");
    EXPECT_TRUE(read<ShowOptions>({"show", "--sample", "dorset"}).given.contains("--sample"));
}

/// What goes before a setting of the file is an option that there is.
TEST(Cli, EverySettingsOptionIsOneOfShow) {
    const std::vector<const char*> all{"show",       "wall.db", "--state",    "s",       "--keep",  "3",
                                       "--diagonal", "65",      "--distance", "4",       "--theme", "dark",
                                       "--idle",     "5",       "--windowed", "800x600", "--keys",  "k",
                                       "--site",     "a",       "--text",     "150"};
    const auto given = read<ShowOptions>(all).given;
    for (const ConfigurationKey& key : configurationKeys())
        EXPECT_TRUE(key.option.empty() || given.contains(std::string(key.option))) << key.name;
}

TEST(Cli, ConfigurationAndStatus) {
    EXPECT_EQ(read<ConfigCheckCommand>({"config", "check"}).file, "");
    EXPECT_EQ(read<ConfigShowCommand>({"config", "show", "x.toml"}).file, "x.toml");
    const auto status = read<StatusOptions>({"status", "--state", "s", "--config", "c", "--json"});
    EXPECT_EQ(status.state, "s");
    EXPECT_EQ(status.config, "c");
    EXPECT_TRUE(status.json);
}

TEST(Cli, HelpAndVersionAreFine) {
    for (const auto& words : std::vector<std::vector<const char*>>{{"--help"}, {"--version"}, {"show", "--help"}})
        EXPECT_EQ(std::get<ExitCode>(parse(words)), kFine);
}

TEST(Cli, EverythingElseIsAUsageError) {
    const std::vector<std::vector<const char*>> wrong{
        {},
        {"shew"},
        {"show", "a.db", "--sample", "dorset"},
        {"show", "--sample", "atlantis"},
        {"show", "--windowed", "1920"},
        {"show", "--windowed", "1920x"},
        {"show", "--windowed", "10x10"},
        {"show", "--windowed", "-1920x1080"},
        {"show", "--windowed", "99999999999x1"},
        {"show", "--as-of", "tomorrow"},
        {"show", "--as-of", "2026-06"},
        {"show", "--as-of", "2026-02-30"},
        {"show", "--theme", "purple"},
        {"show", "--idle", "-1"},
        {"show", "--diagonal", "1"},
        {"show", "--distance", "nan"},
        {"render", "--sample", "dorset"},
        {"render", "-o", "x.png"},
        {"render", "--sample", "dorset", "--page", "element:0", "-o", "x.png"},
        {"import", "-o", "x.db"},
        {"import", "a.docx"},
        {"import", "a.docx", "-o", "x.db", "--evidence", "e", "--without-pages"},
        {"publish", "p.db"},
        {"config"},
        {"config", "set-pen"},
        {"status", "wall.db"},
        {"check"},
        {"summary"},
        {"diff"},
        {"diff", "a.db"},
        {"diff", "a.db", "b.db", "--sample", "northmoor"},
        {"diff", "--sample", "atlantis"},
        {"diff", "a.db", "b.db", "--as-of", "June"},
        {"show", "--keep", "1"},
        {"show", "--keep", "101"},
        {"show", "--keep", "2.5"},
        {"show", "--keep", "-3"},
        {"show", "--keep", ""},
    };
    for (const auto& words : wrong) {
        const auto parsed = parse(words);
        ASSERT_TRUE(std::holds_alternative<ExitCode>(parsed)) << testing::PrintToString(words);
        EXPECT_EQ(std::get<ExitCode>(parsed), kUsage) << testing::PrintToString(words);
    }
}

} // namespace
} // namespace sightline
