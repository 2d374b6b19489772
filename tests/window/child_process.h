#pragma once

#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace sightline::window_tests {

/// A program that runs beside the test, and ends with it.
class ChildProcess {
public:
    ChildProcess() = default;
    /// Starts a program with further environment variables ("NAME=value"). `keep`: a descriptor that it inherits; -1:
    /// none.
    ChildProcess(const std::vector<std::string>& words, const std::vector<std::string>& environment, int keep = -1);
    ~ChildProcess();
    ChildProcess(ChildProcess&& other) noexcept : pid_(std::exchange(other.pid_, 0)) {}
    ChildProcess& operator=(ChildProcess&& other) noexcept;

    [[nodiscard]] pid_t pid() const { return pid_; }
    [[nodiscard]] bool started() const { return pid_ > 0; }
    /// Sends a signal (0: none) and waits for the end. The exit code, or minus the signal that ended it.
    int end(int signal);

private:
    pid_t pid_ = 0;
};

/// Runs a program to its end: exit code and what it wrote to standard output and standard error.
struct Ran {
    int exitCode = -1;
    std::string output;
};
Ran runProgram(const std::vector<std::string>& words, const std::vector<std::string>& environment = {});

/// A program of that name is installed.
bool installed(const std::string& program);

} // namespace sightline::window_tests
