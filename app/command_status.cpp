#include "app/command_status.h"

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <set>

#include <fmt/format.h>

#include "app/configuration.h"
#include "app/report_failure.h"
#include "app/snapshot_store.h"
#include "app/status_file.h"
#include "app/wall_health.h"

namespace sightline {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Where the packaged service keeps its state, which other accounts' environment does not tell.
constexpr const char* kServiceState = "/var/lib/sightline";

struct Found {
    WallStatus status;
    bool running = false;
    ProcessMemory memory;
};

std::set<fs::path> foldersToLookIn(const StatusOptions& options) {
    ShowOptions given;
    given.state = options.state;
    if (!options.state.empty()) given.given.insert("--state");
    const ShowOptions effective = withConfiguration(given, readConfiguration(options.config));
    if (!effective.state.empty()) return {effective.state};
    return {defaultStateFolder(), kServiceState};
}

bool isThere(const fs::path& folder) {
    std::error_code error;
    return fs::symlink_status(folder, error).type() != fs::file_type::not_found;
}

/// Those that run first, then the ones that started last.
void sortForReading(std::vector<Found>& walls) {
    std::ranges::sort(walls, [](const Found& a, const Found& b) {
        return std::pair(!a.running, b.status.wall.started) < std::pair(!b.running, a.status.wall.started);
    });
}

const char* lifeOf(const Found& wall) {
    if (wall.running) return "running";
    return wall.status.ended ? "ended" : "stopped without being told to";
}

void printSections(const std::vector<HealthSection>& sections) {
    for (const HealthSection& section : sections) {
        fmt::print("\n{}\n", section.heading);
        for (const HealthFact& fact : section.facts) fmt::print("  {:<28} {}\n", fact.label, fact.value);
        if (section.facts.empty()) fmt::print("  {}\n", section.nothing);
    }
}

void printForPeople(const Found& wall, Moment now) {
    const HealthState health = healthStateOf(wall.status, wall.memory, now);
    fmt::print("{}: {}", health.subtitle, lifeOf(wall));
    if (wall.running) fmt::print(", process {}", wall.status.wall.process.pid);
    fmt::print(".\n");
    printSections(health.wall);
    printSections(health.source);
}

Json jsonOf(const Found& wall, Moment now) {
    Json out{{"life", lifeOf(wall)}, {"running", wall.running}};
    const Moment until = wall.running ? now : wall.status.ended.value_or(wall.status.wall.started);
    if (wall.running || wall.status.ended) out["uptime_seconds"] = (until - wall.status.wall.started).count();
    if (wall.running) out["memory"] = {{"now_mib", wall.memory.nowMib}, {"most_mib", wall.memory.mostMib}};
    if (wall.status.shown && wall.status.shown->position.known())
        out["age_days"] = daysBetween(wall.status.shown->position.last(), today());
    out.update(Json::parse(statusJson(wall.status)));
    return out;
}

} // namespace

ExitCode runStatus(const StatusOptions& options) {
    std::vector<Found> walls;
    bool unreadable = false;
    for (const fs::path& folder : foldersToLookIn(options)) {
        for (auto& read : readStatuses(folder)) {
            if (read) {
                const bool running = !read->ended && isRunning(read->wall.process);
                const ProcessMemory memory = running ? memoryOf(read->wall.process.pid) : ProcessMemory{};
                walls.push_back({std::move(*read), running, memory});
            } else if (!options.state.empty() || isThere(folder)) {
                reportFailure(read.error());
                unreadable = true;
            }
        }
    }
    sortForReading(walls);
    const Moment now = thisMoment();
    if (options.json) {
        Json all = Json::array();
        for (const Found& wall : walls) all.push_back(jsonOf(wall, now));
        fmt::print("{}\n", Json{{"walls", all}}.dump(2, ' ', false, Json::error_handler_t::replace));
    } else {
        for (std::size_t i = 0; i < walls.size(); ++i) {
            if (i > 0) fmt::print("\n");
            printForPeople(walls[i], now);
        }
    }
    if (walls.empty() || !walls.front().running) {
        if (!unreadable) std::fprintf(stderr, "sightline: No wall is running.\n");
        return kRefused;
    }
    const bool findings = std::ranges::any_of(walls, [](const Found& wall) {
        return wall.running &&
               (!wall.status.problem.empty() || !wall.status.warnings.empty() || !wall.status.wall.notTaken.empty());
    });
    return findings || unreadable ? kFindings : kFine;
}

} // namespace sightline
