#pragma once

namespace sightline {

/// What system calls a process that reads hostile bytes keeps.
enum class CallFilter {
    Reader, ///< reading files, memory, threads, time, writing to what is open already
    Writer  ///< the same, and making files: where it may, is for restrictFiles
};

/// Takes all other system calls away from this thread and all it starts, with seccomp (libseccomp). A call that no
/// reader has a use for (a program, a socket, another process's memory, ...) ends the process; any other one fails
/// with EPERM, so that a library that tries something newer goes on without it. The thread must have given up gaining
/// rights (PR_SET_NO_NEW_PRIVS). False: the kernel has no seccomp filters, or refused.
bool filterCalls(CallFilter filter);

} // namespace sightline
