// How long a register of 2,000 pieces of evidence and 1,000 next steps takes to go out and to come back, and whether it
// comes back whole. Also how a workbook is refused that is named on the command line, for hostile ones.
//   build/release/tests/bench/register [EVIDENCE [ACTIONS]]
//   build/release/tests/bench/register FILE...
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include <sys/resource.h>

#include "data/export/register.h"
#include "data/import/import.h"
#include "data/publish.h"
#include "data/sqlite.h"
#include "tests/support/register_files.h"

namespace {

using namespace sightline;
using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

long peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

Checklist large(int evidence, int actions) {
    Checklist list = exampleChecklist();
    list.evidence.clear();
    list.links.clear();
    list.actions.clear();
    int seats[7] = {};
    for (int id = 1; id <= evidence; ++id) {
        const std::string n = std::to_string(id);
        list.evidence.push_back({id,
                                 "Report number " + n + " of the partnership board on practice",
                                 id % 3 == 0 ? "Section 1\nSection 2" : "",
                                 static_cast<Line>(id % 3 + 1),
                                 id % 2 == 0,
                                 id % 5 == 0 ? 4 : 1,
                                 "Organisation " + std::to_string(id % 40),
                                 {2020 + id % 6, 1 + id % 12, id % 4 == 0 ? 0 : 1 + id % 28},
                                 {2027, 1 + id % 12, 0},
                                 "https://example.org/reports/" + n,
                                 "OFFICIAL",
                                 "report-" + n + ".pdf",
                                 0,
                                 {}});
        list.links.push_back({id, 1 + id % 6, ++seats[1 + id % 6], {}});
    }
    std::ranges::stable_sort(list.links, {}, [](const EvidenceLink& l) { return std::pair(l.element, l.seat); });
    for (int id = 1; id <= actions; ++id)
        list.actions.push_back({id,
                                1 + id % 6,
                                "Carry out step " + std::to_string(id) + " of the plan.\nReport back.",
                                "Head of Service " + std::to_string(id % 30),
                                {2026, 1 + id % 12, 1 + id % 28},
                                static_cast<ActionStatus>(id % 3),
                                {},
                                {}});
    return list;
}

int measureFile(const char* file) {
    const auto start = Clock::now();
    const auto got = importSources({file});
    std::printf("%-40s %6.0f ms, peak %4ld MB: %s\n", file, millisecondsSince(start), peakMegabytes(),
                got ? "read" : got.error().sentence.c_str());
    return 0;
}

int measureRegister(int evidence, int actions) {
    const Checklist before = large(evidence, actions);
    const TempFolder folder;
    auto start = Clock::now();
    const std::string bytes = must(makeRegister(before, kCreated));
    std::printf("export  %6.0f ms, %zu KB\n", millisecondsSince(start), bytes.size() >> 10);
    const auto file = folder.write("register.xlsx", bytes);
    start = Clock::now();
    const Imported after = must(importSources({file}));
    std::printf("import  %6.0f ms\n", millisecondsSince(start));
    start = Clock::now();
    must(publish(after.checklist, folder.path() / "snapshot.db", {std::chrono::system_clock::now(), "bench"}));
    std::printf("publish %6.0f ms\npeak    %6ld MB\n", millisecondsSince(start), peakMegabytes());
    const bool same = contentOf(after.checklist) == contentOf(before);
    std::printf("%zu pieces of evidence, %zu next steps: %s\n", after.checklist.evidence.size(),
                after.checklist.actions.size(), same ? "all the same" : "NOT the same");
    return same ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    must(initialiseSqlite());
    if (argc > 1 && std::filesystem::exists(argv[1])) {
        for (int i = 1; i < argc; ++i) measureFile(argv[i]);
        return 0;
    }
    return measureRegister(argc > 1 ? std::atoi(argv[1]) : 2000, argc > 2 ? std::atoi(argv[2]) : 1000);
}
