#include "app/status_file.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>

#include "tests/support/temp_folder.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

Moment at(const char* text) { return parseUtc(text).value(); }

WallStatus example() {
    WallStatus status;
    status.wall = {"0.1.0", {42, 777, "a boot"}, at("2026-06-14T09:30:00Z"), "/srv/wall.db",
                   "",      "/x.toml",           "x.toml:3: wall.idle: No."};
    status.counts.frames = 12;
    status.counts.why[static_cast<std::size_t>(Why::Input)] = 9;
    status.counts.displayChanges = 2;
    status.counts.displayChanged = at("2026-06-15T00:00:01Z");
    status.counts.renderer = "llvmpipe";
    status.counts.panel = {3840, 2160};
    status.counts.diagonalIn = 86;
    status.counts.connected = false;
    status.counts.screen = "off until 08:00";
    status.shown = ShownSnapshot{7,
                                 "0123",
                                 {2026, 6, 14},
                                 at("2026-06-14T09:30:01Z"),
                                 "northmoor-council",
                                 "2027-06-15T00:00:00Z",
                                 Signature{"0123456789ABCDEF", "02-northmoor.pub", 2}};
    status.keys = {"0123456789ABCDEF, epoch 2 (02-northmoor.pub)"};
    status.warnings = {"The clock is not set."};
    status.problem = "wall.db: There is no such file or folder.";
    status.problemSince = at("2026-06-16T12:00:00Z");
    status.events = {{at("2026-06-16T12:00:00Z"), false, "Gone."}, {at("2026-06-14T09:30:01Z"), true, "Snapshot 7."}};
    return status;
}

TEST(StatusFile, SaysEverythingAndReadsItBack) {
    const WallStatus status = example();
    const auto read = parseStatus(statusJson(status), "x");
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(*read, status);
    WallStatus ended = status;
    ended.ended = at("2026-06-17T00:00:00Z");
    ended.shown.reset();
    ended.problem.clear();
    ended.problemSince = {};
    EXPECT_EQ(parseStatus(statusJson(ended), "x").value(), ended);
}

TEST(StatusFile, IsReplacedInOneStepAndLeavesNothingBeside) {
    const TempFolder folder;
    const fs::path own = folder.path() / "a wall";
    WallStatus status = example();
    ASSERT_TRUE(writeStatus(status, own));
    struct stat before {};
    ASSERT_EQ(stat((own / kStatusFile).c_str(), &before), 0);
    status.counts.frames = 13;
    ASSERT_TRUE(writeStatus(status, own));
    struct stat after {};
    ASSERT_EQ(stat((own / kStatusFile).c_str(), &after), 0);
    EXPECT_NE(before.st_ino, after.st_ino) << "written over, so that there was half of it for a moment";
    EXPECT_EQ(std::distance(fs::directory_iterator(own), {}), 1);
    const auto all = readStatuses(folder.path());
    ASSERT_EQ(all.size(), 1U);
    ASSERT_TRUE(all.front());
    EXPECT_EQ(all.front()->counts.frames, 13U);
}

TEST(StatusFile, WhereItCannotBeWrittenThatIsSaid) {
    const TempFolder folder;
    folder.write("a wall", "a file where the folder should be");
    const auto written = writeStatus(example(), folder.path() / "a wall");
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, FailureKind::CannotWrite);
    EXPECT_THAT(written.error().message(), testing::HasSubstr("a wall"));
}

TEST(StatusFile, AnythingElseIsRefusedOrLeftAsItIs) {
    for (const char* text : {"", "{", "[]", "7", "null", "{}", R"({"format":2})", R"({"format":"1"})"}) {
        const auto read = parseStatus(text, "wall.json");
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().message(), "wall.json: This is not what a wall writes of its health.");
    }
    const auto odd = parseStatus(R"({"format":1,"wall":[],"frames":1e300,"why":7,"events":[1,{"what":2},null],
        "snapshot":"no","problem":3,"display":{"width":"wide"},"ended":7})",
                                 "x");
    ASSERT_TRUE(odd);
    EXPECT_EQ(odd->counts.frames, 0U);
    nlohmann::json many{{"format", 1}, {"events", nlohmann::json::array()}};
    for (int i = 0; i < 1000; ++i) many["events"].push_back({{"what", "x"}});
    EXPECT_EQ(parseStatus(many.dump(), "x")->events.size(), kSourceEvents);
}

TEST(StatusFile, WhatIsNoFileIsSaid) {
    const TempFolder folder;
    fs::create_directories(folder.path() / "one" / kStatusFile);
    fs::create_directory(folder.path() / "two");
    fs::create_symlink("/etc/hostname", folder.path() / "two" / kStatusFile);
    fs::create_directory(folder.path() / "three: no wall");
    const auto all = readStatuses(folder.path());
    ASSERT_EQ(all.size(), 2U);
    for (const auto& one : all) EXPECT_FALSE(one);
    EXPECT_FALSE(readStatuses(folder.path() / "nowhere").front());
}

TEST(StatusTime, IsWrittenAndReadInUtc) {
    EXPECT_EQ(utcText(at("2026-02-28T23:59:59Z")), "2026-02-28T23:59:59Z");
    for (const char* text : {"", "2026-06-14", "2026-06-14 09:30:00Z", "2026-06-31T09:30:00Z", "2026-06-14T09:30"})
        EXPECT_FALSE(parseUtc(text)) << text;
}

TEST(StatusTime, DurationsAreSaidInTwoUnits) {
    using namespace std::chrono;
    EXPECT_EQ(durationText(seconds(0)), "less than a minute");
    EXPECT_EQ(durationText(seconds(-5)), "less than a minute") << "the clock was set back";
    EXPECT_EQ(durationText(seconds(61)), "1 minute");
    EXPECT_EQ(durationText(minutes(59)), "59 minutes");
    EXPECT_EQ(durationText(minutes(61)), "1 hour 1 minute");
    EXPECT_EQ(durationText(hours(23) + minutes(59)), "23 hours 59 minutes");
    EXPECT_EQ(durationText(hours(24 * 200 + 5)), "200 days 5 hours");
}

} // namespace
} // namespace sightline
