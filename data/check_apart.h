#pragma once

#include <chrono>
#include <filesystem>

#include "data/verify.h"

namespace sightline {

/// How long a check in a process of its own may take: at most this, and more for every 32 MiB of the file as
/// limits::kCheckTime has it. Tests change it; the program never does.
struct ApartLimits {
    std::chrono::seconds processorTime{10};
    std::chrono::milliseconds time{30'000}; ///< on the clock: a busy machine is no fault of the file
};

/// Checks copies in a process of its own, which is `program` started with kCheckCopyWord: there SQLite reads the file
/// before it does so here, with limits, few system calls and sight of nothing but the copy. A process that crashes,
/// hangs or takes too much means a bad snapshot, in one sentence. What it writes is bounded and only ever a failure's
/// kind, place and sentence. On any thread, also of a program with many.
CopyCheck checkApart(std::filesystem::path program, const ApartLimits& limits = {});

/// The same with the program that runs, where that is Sightline's own. Empty for any other one (a test, a benchmark):
/// it would not know the word, and do all over again what it does.
CopyCheck checkInOwnProcess();

} // namespace sightline
