#pragma once

#include <cstdint>
#include <string>
#include <sys/types.h>

namespace sightline {

/// Which process it is: a number alone is given out again. Nothing has to be written now and then to tell that it is
/// still there.
struct ProcessMark {
    pid_t pid = 0;
    std::uint64_t startTicks = 0; ///< when it started, clock ticks after the machine did (proc(5), stat, field 22)
    std::string boot;             ///< which start of the machine that is (/proc/sys/kernel/random/boot_id)
    bool operator==(const ProcessMark&) const = default;
};

/// Which start of the machine this is; empty: it cannot be read.
std::string thisBoot();
ProcessMark thisProcess();
/// That very process is still there.
bool isRunning(const ProcessMark& mark);

/// What a process holds of memory, MiB; 0: not known.
struct ProcessMemory {
    std::int64_t nowMib = 0;
    std::int64_t mostMib = 0; ///< at any time so far
};
ProcessMemory memoryOf(pid_t pid);

} // namespace sightline
