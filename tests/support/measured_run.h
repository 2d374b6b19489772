#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace sightline::testing_support {

/// What a process and all it started took.
struct MeasuredRun {
    int code = -1;               ///< exit code, or minus the signal
    std::string output;          ///< standard output
    std::string errors;          ///< standard error
    double seconds = 0;          ///< on the clock
    double processorSeconds = 0; ///< of all processes that were waited for, which another's work does not lengthen
    long peakMiB = 0;            ///< the most that one of the processes held in memory at once
};

/// Runs the program with these words in a folder, which is also its HOME and its TMPDIR. With `withoutSockets` the
/// first socket that it, or a process it starts, asks for ends that process.
MeasuredRun measuredProgram(const std::vector<std::string>& words, const std::filesystem::path& folder,
                            bool withoutSockets = true);

/// The same for a function of the test's, in a process of its own.
MeasuredRun measuredFunction(const std::function<int()>& function, const std::filesystem::path& folder,
                             bool withoutSockets = true);

/// All files below a folder, by name, with their sizes; a folder ends with a slash.
std::vector<std::string> filesBelow(const std::filesystem::path& folder);

} // namespace sightline::testing_support
