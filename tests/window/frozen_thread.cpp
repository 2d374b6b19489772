#include "tests/window/frozen_thread.h"

#include <filesystem>
#include <fstream>
#include <sys/ptrace.h>
#include <sys/wait.h>

namespace sightline::window_tests {

namespace {

pid_t threadNamed(pid_t process, const std::string& name) {
    std::error_code gone;
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(process) + "/task", gone)) {
        std::ifstream file(task.path() / "comm");
        std::string its;
        if (std::getline(file, its) && its == name) return std::stoi(task.path().filename());
    }
    return 0;
}

} // namespace

FrozenThread::FrozenThread(pid_t process, const std::string& name) : thread_(threadNamed(process, name)) {
    if (thread_ == 0 || ptrace(PTRACE_SEIZE, thread_, nullptr, nullptr) != 0) return;
    int status = 0;
    frozen_ = ptrace(PTRACE_INTERRUPT, thread_, nullptr, nullptr) == 0 &&
              waitpid(thread_, &status, __WALL) == thread_ && WIFSTOPPED(status);
}

FrozenThread::~FrozenThread() {
    if (frozen_) ptrace(PTRACE_DETACH, thread_, nullptr, nullptr);
}

} // namespace sightline::window_tests
