#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "data/limited/call_filter.h"
#include "data/limited/landlock.h"

namespace sightline {

/// Something that can be waited for and says that the whole run is to stop: a descriptor that becomes readable. -1:
/// nothing ever stops it. Never read from here.
struct Interruption {
    int descriptor = -1;
    [[nodiscard]] bool raised() const;
};

/// What a child process may take.
struct ProcessLimits {
    std::chrono::milliseconds time{30'000};            ///< on the clock, for all of it
    std::chrono::seconds processorTime{30};            ///< of each process
    std::uint64_t memory = std::uint64_t{1} << 30;     ///< address space of each process, bytes
    std::uint64_t fileBytes = std::uint64_t{64} << 20; ///< of each file that it writes
    int openFiles = 64;
    int processes = 1; ///< 1: it starts no other. More is enforced only where it gets a space of its own
    size_t outputBytes = size_t{64} << 10; ///< on standard output; one byte more ends it
};

/// What is to run: a program, or a function of ours that handles hostile bytes.
struct LimitedJob {
    std::vector<std::string> words; ///< absolute path of the program and its arguments; empty: `body` runs
    std::function<int()> body;      ///< its result is the exit code; what it changes in memory is lost
    std::filesystem::path folder;   ///< private: current folder, HOME and TMPDIR; empty: a body stays where we are
    ProcessLimits limits;
    Interruption interruption;
    /// Beside its folder. A body can open nothing else; a program is held to it only where something is named here.
    FileAccess files = {};
    CallFilter calls = CallFilter::Writer; ///< what a body may ask of the system
};

enum class Ending {
    Finished,      ///< it ended by itself: see `code`
    TimedOut,      ///< on the clock, or its processor time
    TooMuchOutput, ///< on standard output
    Interrupted,
    NotStarted ///< the system refused to start it
};

struct Ended {
    Ending how = Ending::NotStarted;
    int code = -1;      ///< exit code, or minus the signal that ended it
    std::string output; ///< standard output, at most limits.outputBytes
    std::string errors; ///< the beginning of standard error, at most 4 KiB
    [[nodiscard]] bool fine() const { return how == Ending::Finished && code == 0; }
};

/// Runs a job in a child process and waits for it. The child has an environment of its own (nothing of ours but a
/// search path, UTF-8 and its folder), no descriptor but the standard ones (input is empty), no right to gain rights,
/// and resource limits. Where the kernel allows it, it gets name spaces of its own (no network, no sight of other
/// processes' ids), no files but those it is given (restrictFiles), and a function of ours no system call that reading
/// and drawing do not need (filterCalls). However it ends, and also when this process dies, everything it started is
/// killed before this returns. Uses fork: call it while no other thread runs.
Ended runLimited(const LimitedJob& job);

/// Where a program is installed, in the system's own folders.
std::optional<std::filesystem::path> installedProgram(const std::string& name);

} // namespace sightline
