#include "tests/support/extreme_snapshots.h"

#include "data/defaults.h"

namespace sightline::testing_support {

namespace {

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

} // namespace

Snapshot everywhere(const std::string& text) {
    Snapshot snapshot;
    Checklist& c = snapshot.checklist;
    c.title = c.authority = c.service = c.approvedBy = text;
    c.positionDate = {2026, 6, 0};
    c.scale = defaultScale();
    c.lines = defaultLines();
    c.kinds = {{1, text}};
    c.roleHolders = {{1, text, text, text, {}}};
    c.culture = c.background = {{1, text, {}}};
    for (int number = 1; number <= 6; ++number) {
        c.elements.push_back({number, text, text, number % 5, text, {2020, 1, 2}, text, {}});
        c.positions.push_back({number, number, text, {}});
        c.evidence.push_back({number,
                              text,
                              text,
                              Line::Oversight,
                              true,
                              1,
                              text,
                              {2001, 0, 0},
                              {2002, 0, 0},
                              "https://x.example",
                              text,
                              text,
                              0,
                              {}});
        for (int element = 1; element <= 6; ++element) c.links.push_back({number, element, number, {}});
        c.actions.push_back({number, number, text, text, {1999, 12, 0}, ActionStatus::Open, {}, {}});
    }
    return snapshot;
}

Snapshot longWords() { return everywhere(repeated("Donaudampfschifffahrtsgesellschaft", 40)); }
Snapshot longSentences() { return everywhere(repeated("a board that meets and meets again, ", 120)); }
Snapshot manySubPoints() { return everywhere(repeated("point\n", 60)); }
Snapshot noText() { return everywhere(""); }

Snapshot nearlyEmpty() {
    Snapshot snapshot;
    Checklist& c = snapshot.checklist;
    c.title = "Test of Assurance";
    c.authority = "Northmoor Council";
    c.positionDate = {2026, 0, 0};
    c.scale = defaultScale();
    c.lines = defaultLines();
    c.elements.push_back({1, "Only element", "The only element.", 0, "", {}, "", {}});
    c.evidence.push_back({1, "Only item", "", Line::Management, false, 0, "", {}, {}, "", "", "", 0, {}});
    return snapshot;
}

} // namespace sightline::testing_support
