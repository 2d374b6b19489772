#include "tests/faults/traced.h"

#include <fstream>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/places.h"
#include "tests/support/sanitizer.h"

namespace sightline::faults {
namespace {

int run(const std::vector<std::string>& words, const std::filesystem::path& temporary) {
    const pid_t child = ::fork();
    if (child == 0) {
        const int errors = ::open((temporary / "errors").c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        ::dup2(errors, STDERR_FILENO);
        ::dup2(::open("/dev/null", O_RDWR), STDOUT_FILENO);
        ::setenv("TMPDIR", temporary.c_str(), 1);
        // Only one of the two can follow a process: strace, or a sanitizer that looks for leaks.
        std::vector<std::string> options = testing_support::sanitizerOption("detect_leaks=0");
        for (std::string& variable : options) ::putenv(variable.data());
        std::vector<char*> arguments;
        arguments.reserve(words.size() + 1);
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

} // namespace

bool canTrace() {
    const std::filesystem::path folder = std::filesystem::temp_directory_path();
    return run({"strace", "-f", "-qq", "-o", "/dev/null", "true"}, folder) == 0;
}

Outcome trace(const std::vector<std::string>& options, const std::vector<std::string>& words,
              const std::filesystem::path& temporary) {
    std::vector<std::string> all{"strace", "-f", "-qq"};
    all.insert(all.end(), options.begin(), options.end());
    all.emplace_back(testing_support::kFaultSubject);
    all.insert(all.end(), words.begin(), words.end());
    Outcome outcome{run(all, temporary), {}};
    std::ifstream errors(temporary / "errors");
    outcome.errors.assign(std::istreambuf_iterator<char>(errors), {});
    return outcome;
}

std::vector<std::string> calls(const std::string& names, const std::vector<std::string>& words,
                               const std::filesystem::path& temporary, const std::vector<std::string>& more) {
    const std::filesystem::path file = temporary / "calls";
    std::vector<std::string> options{"-xx", "-s", "1000000", "-e", "trace=" + names, "-e", "signal=none", "-o", file};
    options.insert(options.end(), more.begin(), more.end());
    trace(options, words, temporary);
    std::vector<std::string> found;
    std::ifstream lines(file);
    for (std::string line; std::getline(lines, line);) {
        const auto space = line.find(' '); // the number of the process stands before it
        if (space != std::string::npos) found.push_back(line.substr(line.find_first_not_of(' ', space)));
    }
    return found;
}

} // namespace sightline::faults
