#pragma once

#include <string>
#include <sys/types.h>

namespace sightline::window_tests {

/// One thread of a child, stopped as a debugger stops it, while the others go on: a hang without a hook in the program.
/// It goes on at the end.
class FrozenThread {
public:
    /// The thread of that name, as /proc/PID/task/TID/comm has it.
    FrozenThread(pid_t process, const std::string& name);
    ~FrozenThread();
    FrozenThread(const FrozenThread&) = delete;
    FrozenThread& operator=(const FrozenThread&) = delete;

    [[nodiscard]] bool frozen() const { return frozen_; }

private:
    pid_t thread_ = 0;
    bool frozen_ = false;
};

} // namespace sightline::window_tests
