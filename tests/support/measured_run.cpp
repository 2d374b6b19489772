#include "tests/support/measured_run.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <malloc.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/places.h"
#include "tests/support/temp_folder.h"

namespace sightline::testing_support {
namespace {

namespace fs = std::filesystem;

// Every way to the network, and to other processes, begins with one of these.
void forbidSockets() {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
    for (const int call : {SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(io_uring_setup)})
        seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, call, 0);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (seccomp_load(filter) != 0) ::_exit(126);
    seccomp_release(filter);
}

std::string contentOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void sendTo(const fs::path& file, int descriptor) {
    const int opened = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    ::dup2(opened, descriptor);
    ::close(opened);
}

} // namespace

MeasuredRun measuredFunction(const std::function<int()>& function, const fs::path& folder, bool withoutSockets) {
    const TempFolder said;
    // What this process holds is what a child of it begins with.
    ::malloc_trim(0);
    const auto begun = std::chrono::steady_clock::now();
    const pid_t child = ::fork();
    if (child == 0) {
        sendTo(said.path() / "output", STDOUT_FILENO);
        sendTo(said.path() / "errors", STDERR_FILENO);
        if (::chdir(folder.c_str()) != 0) ::_exit(127);
        ::setenv("HOME", folder.c_str(), 1);
        ::setenv("TMPDIR", folder.c_str(), 1);
        if (withoutSockets) forbidSockets();
        ::_exit(function());
    }
    int status = 0;
    rusage used{};
    while (::wait4(child, &status, 0, &used) < 0 && errno == EINTR) {
    }
    MeasuredRun run;
    run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    run.processorSeconds = seconds(used.ru_utime) + seconds(used.ru_stime);
    run.code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    run.peakMiB = used.ru_maxrss / 1024; // of the greatest of those that were waited for
    run.output = contentOf(said.path() / "output");
    run.errors = contentOf(said.path() / "errors");
    return run;
}

MeasuredRun measuredProgram(const std::vector<std::string>& words, const fs::path& folder, bool withoutSockets) {
    const auto execute = [&words] {
        std::vector<char*> arguments{const_cast<char*>(kBinary)};
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        ::execv(kBinary, arguments.data());
        return 127;
    };
    return measuredFunction(execute, folder, withoutSockets);
}

std::vector<std::string> filesBelow(const fs::path& folder) {
    std::vector<std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().lexically_relative(folder).string();
        const bool regular = entry.symlink_status().type() == fs::file_type::regular;
        out.push_back(name + (regular ? " " + std::to_string(entry.file_size()) : "/"));
    }
    std::ranges::sort(out);
    return out;
}

} // namespace sightline::testing_support
