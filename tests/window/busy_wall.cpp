#include "tests/window/busy_wall.h"

#include <chrono>
#include <string>

#include "data/publish.h"
#include "data/sample.h"

namespace sightline::window_tests {

namespace {

constexpr const char* kAMoment = "0.02"; // for a page to be drawn

void append(std::vector<std::string>& words, const std::vector<std::string>& more) {
    words.insert(words.end(), more.begin(), more.end());
}

} // namespace

std::vector<std::string> BusyWall::wayTo(const nlohmann::json& target) {
    const auto [x, y] = middleOf(target);
    return {"mousemove", std::to_string(x), std::to_string(y)};
}

std::vector<std::string> BusyWall::touchOf(const nlohmann::json& target) {
    auto words = wayTo(target);
    append(words, {"click", "1"});
    return words;
}

bool BusyWall::start(const std::vector<std::string>& more) {
    if (!panel({1280, 800})) return false;
    snapshot = folder / "wall.db";
    source = {snapshot};
    makeCouncils();
    swapSnapshots();
    std::vector<std::string> words{"--idle", "0"};
    append(words, more);
    show(words);
    for (const char* wanted : {"overview", "map"}) rail.push_back({wayTo(target(std::string("nav:") + wanted)), false});
    for (const char* wanted : {"evidence", "actions", "changes", "about"})
        rail.push_back({wayTo(target(std::string("nav:") + wanted)), true});
    findWays();
    return !HasFailure();
}

void BusyWall::findWays() {
    const auto add = [this](const std::vector<std::string>& words) {
        append(deeper, words);
        append(deeper, {"sleep", kAMoment});
    };
    const auto overview = touchOf(target("nav:overview"));
    const auto search = touchOf(target("nav:search"));
    for (const auto& touched : targets())
        if (touched["id"].get<std::string>().starts_with("tile:")) {
            add(overview);
            add(touchOf(touched));
        }
    for (const auto& [id, leads] :
         {std::pair("nav:overview", "overview"), {"tile:5", "element:5"}, {"evidence:9", "evidence:9"}}) {
        wayToDocument.push_back({touchOf(target(id)), leads});
        add(wayToDocument.back().words);
        tap(id);
        if (page != leads) awaitPage(leads);
    }
    for (const char* pressed : {"Next", "Next", "plus", "plus"}) add({"key", pressed});
    add({"mousemove", "900", "600", "mousedown", "1", "mousemove", "900", "560", "sleep", "0.016", "mousemove", "880",
         "400"});
    add({"mouseup", "1"});
    for (const char* pressed : {"minus", "minus", "Next", "Prior", "Escape"}) add({"key", pressed});
    tap("nav:search");
    awaitPage("search");
    add(search);
    for (const char* letter : {"key:p", "key:l", "key:a", "key:n"}) add(touchOf(target(letter)));
    add({"type", "ned practice"});
    add({"key", "Return"}); // opens what was found
    add(overview);
    tap("nav:overview");
    awaitPage("overview");
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
    const auto say = [&words](const std::vector<std::string>& more) { append(words, more); };
    for (const auto& [way, hasList] : rail) {
        say(way);
        say({"mousedown", "1", "sleep", "0.02", "mouseup", "1", "sleep", "0.02"});
        say({"mousemove", "900", "600", "mousedown", "1"});
        for (int y = 580; y > 300; y -= 40) say({"mousemove", "900", std::to_string(y), "sleep", "0.016"});
        // Held still before it is let go: a list that glides would take the next touch for being stopped.
        say({"sleep", "0.12", "mouseup", "1"});
        for (int i = 0; i < 20 && hasList; ++i) say({"click", "--delay", "4", "5", "click", "--delay", "4", "4"});
    }
    pointer(words);
}

void BusyWall::lookDeeper() { pointer(deeper); }

} // namespace sightline::window_tests
