#include "app/wall_health.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace sightline {
namespace {

std::string valueOf(const HealthState& health, const std::string& label) {
    for (const auto* sections : {&health.wall, &health.source})
        for (const HealthSection& section : *sections)
            for (const HealthFact& fact : section.facts)
                if (fact.label == label) return fact.value;
    return "(nothing)";
}

WallStatus example() {
    WallStatus status;
    status.wall.version = "0.1.0";
    status.wall.started = parseUtc("2026-06-14T08:00:00Z").value();
    status.wall.source = "/srv/wall.db";
    status.counts.frames = 12;
    status.counts.why[static_cast<std::size_t>(Why::Input)] = 9;
    status.counts.renderer = "llvmpipe";
    status.counts.panel = {3840, 2160};
    status.counts.diagonalIn = 85.6;
    status.counts.screen = "off until 08:00";
    status.shown = ShownSnapshot{7, std::string(128, 'a'), {2026, 6, 10}, status.wall.started};
    return status;
}

const Moment kNow = parseUtc("2026-06-16T12:30:00Z").value();

TEST(WallHealth, SaysWhatIsAsked) {
    const HealthState health = healthStateOf(example(), {58, 71}, kNow);
    EXPECT_EQ(health.subtitle, "Sightline 0.1.0");
    EXPECT_EQ(valueOf(health, "Running for").substr(0, 14), "2 days 4 hours");
    EXPECT_EQ(valueOf(health, "Memory"), "58 MiB, at most 71 MiB so far");
    EXPECT_EQ(valueOf(health, "Drawn by"), "llvmpipe");
    EXPECT_EQ(valueOf(health, "Panel"), "3840x2160 pixels, 86 inches");
    EXPECT_EQ(valueOf(health, "Display changes"), "none");
    EXPECT_EQ(valueOf(health, "Screen"), "off until 08:00");
    EXPECT_EQ(valueOf(health, "In all"), "12");
    EXPECT_EQ(valueOf(health, "Touches and keys"), "9");
    EXPECT_EQ(valueOf(health, "Lists moving"), "(nothing)") << "a reason that never was";
    EXPECT_EQ(valueOf(health, "On the wall").substr(0, 8), "number 7");
    EXPECT_EQ(valueOf(health, "Position date"), "10 June 2026, 6 days old");
    EXPECT_EQ(valueOf(health, "Problem"), "none");
    EXPECT_EQ(valueOf(health, "Configuration"), "no file: defaults are in force");
    EXPECT_TRUE(health.source.back().facts.empty());
    EXPECT_FALSE(health.source.back().nothing.empty());
}

TEST(WallHealth, SaysWhatIsWrong) {
    WallStatus status = example();
    status.problem = "wall.db: There is no such file or folder.";
    status.problemSince = kNow;
    status.wall.configuration = "/etc/sightline/sightline.toml";
    status.wall.notTaken = "sightline.toml:3: wall.idle: No.";
    status.keys = {"010101010101015E, epoch 1 (01-northmoor.pub)"};
    status.events = {{kNow, false, "Gone."}};
    status.counts.displayChanges = 3;
    status.counts.connected = false;
    status.counts.displayChanged = kNow;
    status.shown.reset();
    const HealthState health = healthStateOf(status, {}, kNow);
    EXPECT_EQ(valueOf(health, "Problem").substr(0, 49), "wall.db: There is no such file or folder. (since ");
    EXPECT_EQ(valueOf(health, "Configuration"), "sightline.toml:3: wall.idle: No. Defaults are in force.");
    EXPECT_EQ(valueOf(health, "Display changes").substr(0, 12), "3, the last ");
    EXPECT_EQ(valueOf(health, "On the wall"), "none");
    EXPECT_EQ(valueOf(health, "Keys installed"), "010101010101015E, epoch 1 (01-northmoor.pub)");
    EXPECT_EQ(valueOf(health, "Panel"), "3840x2160 pixels, 86 inches; unplugged");
    EXPECT_EQ(valueOf(health, "Memory"), "(nothing)") << "not known";
    EXPECT_EQ(health.source.back().facts.front().value, "Gone.");
    status.wall.notTaken.clear();
    EXPECT_EQ(valueOf(healthStateOf(status, {}, kNow), "Configuration"), "/etc/sightline/sightline.toml is in force");
}

TEST(WallHealth, AnEndedWallRanAsLongAsItRan) {
    WallStatus status = example();
    status.ended = status.wall.started + std::chrono::minutes(5);
    EXPECT_EQ(valueOf(healthStateOf(status, {}, kNow), "Ran for").substr(0, 9), "5 minutes");
}

TEST(WallHealth, EveryReasonForAFrameHasWords) {
    WallStatus status = example();
    status.counts.why.fill(1);
    const HealthSection frames = healthStateOf(status, {}, kNow).wall.back();
    EXPECT_EQ(frames.facts.size(), status.counts.why.size() + 1);
    EXPECT_TRUE(std::ranges::none_of(frames.facts, [](const HealthFact& fact) { return fact.label.empty(); }));
}

} // namespace
} // namespace sightline
