// How long the wall takes from its start to the first complete overview on the panel, and how much memory it holds at
// rest, beside the floor: the least any program with such a window has to pay. Both run in turn, in windows of the same
// size on a panel of their own, and medians are compared.
//
//     build/release/tests/bench/startup [WIDTHxHEIGHT [RUNS [SNAPSHOT]]]     (1920x1080, 15 runs, the sample)
//
// The bar: at most 1.5 times the floor (aim: 1.3), and at most 32 MiB more proportional memory at 1920x1080.
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

#include "tests/window/child_process.h"
#include "tests/window/trace_reader.h"
#include "tests/window/virtual_panel.h"

namespace {

using namespace sightline::window_tests;

struct Measured {
    double milliseconds = 0;
    double processor = 0; ///< processor time of all threads until at rest, milliseconds: hardly depends on the load
    double megabytes = 0; ///< proportional set size, MiB
};

double steadyMilliseconds() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double proportionalMegabytes(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("Pss:")) return std::atof(line.c_str() + 4) / 1024;
    return 0;
}

double processorMilliseconds(pid_t pid) {
    double nanoseconds = 0;
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(pid) + "/task")) {
        double spent = 0;
        std::ifstream(task.path() / "schedstat") >> spent;
        nanoseconds += spent;
    }
    return nanoseconds / 1e6;
}

Measured measure(const std::vector<std::string>& words, const std::string& trace, const std::string& display) {
    TraceReader reader(trace);
    const double begun = steadyMilliseconds();
    ChildProcess child(words, {display});
    const auto ready = reader.await([](const Event& event) { return event["event"] == "ready"; });
    Measured measured;
    if (ready) {
        measured.milliseconds = (*ready)["t"].get<double>() - begun;
        reader.during(0.7); // at rest
        measured.processor = processorMilliseconds(child.pid());
        measured.megabytes = proportionalMegabytes(child.pid());
    }
    child.end(SIGTERM);
    return measured;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

Measured median(const std::vector<Measured>& runs) {
    std::vector<double> milliseconds;
    std::vector<double> processor;
    std::vector<double> megabytes;
    for (const Measured& run : runs) {
        milliseconds.push_back(run.milliseconds);
        processor.push_back(run.processor);
        megabytes.push_back(run.megabytes);
    }
    return {median(milliseconds), median(processor), median(megabytes)};
}

void print(const char* name, const Measured& measured) {
    std::printf("  %s %.1f ms (%.1f ms processor) %.1f MiB", name, measured.milliseconds, measured.processor,
                measured.megabytes);
}

} // namespace

int main(int argc, char** argv) {
    PanelSize size;
    if (argc > 1 && std::sscanf(argv[1], "%dx%d", &size.width, &size.height) != 2) return 2;
    const int runs = argc > 2 ? std::max(1, std::atoi(argv[2])) : 15;
    const VirtualPanel panel(size);
    if (panel.variable().empty()) return 4;
    const std::string trace =
        std::filesystem::temp_directory_path() / ("startup-" + std::to_string(getpid()) + ".json");

    const std::vector<std::string> floorWords{SIGHTLINE_FLOOR, std::to_string(size.width), std::to_string(size.height),
                                              trace};
    std::vector<std::string> wallWords{SIGHTLINE_BINARY, "show", "--windowed", size.text(), "--trace", trace};
    if (argc > 3)
        wallWords.insert(wallWords.end(), {argv[3], "--state", std::string(argv[3]) + ".state"});
    else
        wallWords.insert(wallWords.end(), {"--sample", "northmoor"});
    std::vector<Measured> floorRuns;
    std::vector<Measured> wallRuns;
    for (int i = 0; i <= runs; ++i) {
        const Measured floorRun = measure(floorWords, trace, panel.variable());
        const Measured wallRun = measure(wallWords, trace, panel.variable());
        if (i == 0) continue; // fills the caches
        floorRuns.push_back(floorRun);
        wallRuns.push_back(wallRun);
        std::printf("%2d ", i);
        print("floor", floorRun);
        print("wall", wallRun);
        std::puts("");
    }
    std::filesystem::remove(trace);
    const Measured floorMedian = median(floorRuns);
    const Measured wallMedian = median(wallRuns);
    std::printf("medians at %s over %d runs:", size.text().c_str(), runs);
    print("floor", floorMedian);
    print("wall", wallMedian);
    std::printf("\nstart: %.2f times the floor; processor time: %.2f times; memory: %+.1f MiB\n",
                wallMedian.milliseconds / floorMedian.milliseconds, wallMedian.processor / floorMedian.processor,
                wallMedian.megabytes - floorMedian.megabytes);
    return 0;
}
