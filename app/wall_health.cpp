#include "app/wall_health.h"

#include <fmt/format.h>

#include "app/clock_text.h"
#include "app/option_words.h"
#include "app/source_trust.h"
#include "data/signature/claims.h"
#include "render/phrase.h"

namespace sightline {

namespace {

/// What a reason for a frame means to whoever reads it.
const char* reasonWords(Why why) {
    switch (why) {
    case Why::Start: return "The first picture";
    case Why::Input: return "Touches and keys";
    case Why::Scroll: return "Lists moving";
    case Why::Snapshot: return "Another snapshot";
    case Why::Problem: return "Problems come and gone";
    case Why::Timer: return "The idle notice, going home";
    case Why::Date: return "Another day";
    case Why::Resize: return "The panel’s size";
    case Why::Fonts: return "Letters made anew";
    case Why::Picture: return "Pages of evidence come";
    case Why::Health: return "This page, kept up to date";
    case Why::Screen: return "The panel turned on";
    case Why::Shift: return "Moved by a pixel";
    case Why::Damage: return "Lost by the window system";
    case Why::Count: break;
    }
    return "";
}

HealthSection aboutWall(const WallStatus& status, const ProcessMemory& memory, Moment now, Day today) {
    const WallIdentity& wall = status.wall;
    const WallCounts& counts = status.counts;
    HealthSection section{"This wall", {}, ""};
    const auto add = [&](const char* label, std::string value) { section.facts.push_back({label, std::move(value)}); };
    add("Version", wall.version);
    const Moment until = status.ended.value_or(now);
    add(status.ended ? "Ran for" : "Running for",
        fmt::format("{}, since {}", durationText(until - wall.started), clockText(wall.started, today)));
    if (memory.mostMib > 0) add("Memory", fmt::format("{} MiB, at most {} MiB so far", memory.nowMib, memory.mostMib));
    if (!counts.renderer.empty()) add("Drawn by", counts.renderer);
    if (counts.panel.width > 0)
        add("Panel", fmt::format("{} pixels, {:.0f} inches{}", sizeWord(counts.panel), counts.diagonalIn,
                                 counts.connected ? "" : "; unplugged"));
    if (!counts.screen.empty()) add("Screen", counts.screen);
    add("Display changes", counts.displayChanges == 0 ? "none"
                                                      : fmt::format("{}, the last {}", counts.displayChanges,
                                                                    clockText(counts.displayChanged, today)));
    if (!wall.notTaken.empty())
        add("Configuration", wall.notTaken + " Defaults are in force.");
    else
        add("Configuration",
            wall.configuration.empty() ? "no file: defaults are in force" : wall.configuration + " is in force");
    return section;
}

HealthSection aboutFrames(const WallCounts& counts) {
    HealthSection section{"Frames drawn, and why", {{"In all", std::to_string(counts.frames)}}, ""};
    for (std::size_t i = 0; i < counts.why.size(); ++i)
        if (counts.why[i] > 0)
            section.facts.push_back({reasonWords(static_cast<Why>(i)), std::to_string(counts.why[i])});
    return section;
}

HealthSection aboutSource(const WallStatus& status, Day today) {
    HealthSection section{"Snapshot", {}, ""};
    const auto add = [&](const char* label, std::string value) { section.facts.push_back({label, std::move(value)}); };
    if (!status.shown) {
        add("On the wall", "none");
    } else {
        const ShownSnapshot& shown = *status.shown;
        add("On the wall",
            fmt::format("{}, since {}", shown.sequence == 0 ? "a sample" : fmt::format("number {}", shown.sequence),
                        clockText(shown.since, today)));
        // A sample is seen as of its own date, whatever day it is.
        const Phrase age = shown.sequence == 0 ? phrase("seen as of that date") : ageOf(shown.position, today);
        add("Position date",
            shown.position.known() ? fmt::format("{}, {}", spelled(shown.position).view(), age.view()) : "not given");
        if (!shown.digest.empty()) add("Digest", shown.digest.substr(0, 24) + "…");
        if (shown.sequence != 0) {
            add("Signature", signatureWords(shown.signature));
            if (!shown.site.empty()) add("Site", shown.site);
            const auto expires = timeOf(shown.expires);
            add("Expires", expires ? clockText(*expires, today) : "never");
        }
    }
    for (std::size_t i = 0; i < status.keys.size(); ++i) add(i == 0 ? "Keys installed" : "", status.keys[i]);
    add("Looked for at", status.wall.sample.empty() ? status.wall.source : "nowhere: a sample of the program");
    add("Problem", status.problem.empty()
                       ? "none"
                       : fmt::format("{} (since {})", status.problem, clockText(status.problemSince, today)));
    for (const std::string& warning : status.warnings) add("Warning", warning);
    return section;
}

HealthSection lastEvents(const WallStatus& status, Day today) {
    HealthSection section{"Last loads and refusals", {}, "Nothing happened yet."};
    for (const SourceEvent& event : status.events) section.facts.push_back({clockText(event.when, today), event.what});
    return section;
}

} // namespace

HealthState healthStateOf(const WallStatus& status, const ProcessMemory& memory, Moment now) {
    const Day today = localDay(now);
    return {fmt::format("Sightline {}", status.wall.version),
            {aboutWall(status, memory, now, today), aboutFrames(status.counts)},
            {aboutSource(status, today), lastEvents(status, today)}};
}

} // namespace sightline
