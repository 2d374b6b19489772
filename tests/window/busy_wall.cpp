#include "tests/window/busy_wall.h"

#include <chrono>
#include <string>

#include "data/publish.h"
#include "data/sample.h"

namespace sightline::window_tests {

bool BusyWall::start() {
    if (!panel({1280, 800})) return false;
    snapshot = folder / "wall.db";
    source = {snapshot};
    makeCouncils();
    swapSnapshots();
    show({"--idle", "0"});
    for (const char* wanted : {"overview", "map"})
        rail.push_back({target(std::string("nav:") + wanted)["rect"], false});
    for (const char* wanted : {"evidence", "actions", "changes", "about"})
        rail.push_back({target(std::string("nav:") + wanted)["rect"], true});
    return !HasFailure();
}

void BusyWall::makeCouncils() {
    for (const char* name : {"Northmoor Council", "Southmoor Council"}) {
        Checklist checklist = sampleSnapshot("northmoor")->checklist;
        checklist.authority = name;
        const auto made =
            publish(checklist, folder / name, {.now = std::chrono::system_clock::now()}, samplePictures("northmoor"));
        EXPECT_TRUE(made) << made.error().message();
    }
}

void BusyWall::swapSnapshots() {
    southmoor = !southmoor;
    std::filesystem::copy_file(folder / (southmoor ? "Southmoor Council" : "Northmoor Council"), folder / "next");
    std::filesystem::rename(folder / "next", snapshot);
    ++swaps;
}

void BusyWall::touchEverything() {
    std::vector<std::string> words;
    const auto say = [&words](std::initializer_list<std::string> more) { words.insert(words.end(), more); };
    const auto place = [](double value) { return std::to_string(static_cast<int>(value)); };
    for (const auto& [tab, hasList] : rail) {
        say({"mousemove", place(tab["x"].get<double>() + tab["w"].get<double>() / 2),
             place(tab["y"].get<double>() + tab["h"].get<double>() / 2), "mousedown", "1", "sleep", "0.02", "mouseup",
             "1", "sleep", "0.02"});
        say({"mousemove", "900", "600", "mousedown", "1"});
        for (int y = 580; y > 300; y -= 40) say({"mousemove", "900", std::to_string(y), "sleep", "0.016"});
        // Held still before it is let go: a list that glides would take the next touch for being stopped.
        say({"sleep", "0.12", "mouseup", "1"});
        for (int i = 0; i < 20 && hasList; ++i) say({"click", "--delay", "4", "5", "click", "--delay", "4", "4"});
    }
    pointer(words);
}

} // namespace sightline::window_tests
