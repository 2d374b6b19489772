#pragma once

#include <sys/types.h>

#include "data/limited/limited_process.h"

namespace sightline {

/// The ends of the pipes that a warden holds.
struct WardenPipes {
    int leash = -1;  ///< readable or at its end: kill everything
    int status = -1; ///< takes the wait status of the job, one int
    int output = -1;
    int errors = -1;
};

/// Starts the warden of a job: a process between us and the job that starts it, waits for it, and kills whatever the
/// job left behind. Where the kernel allows it the warden is the first process of its own process and network name
/// spaces, so that the kernel itself kills all when it ends; elsewhere it inherits orphans and kills them. -1: failed.
pid_t startWarden(const LimitedJob& job, const WardenPipes& pipes);

} // namespace sightline
