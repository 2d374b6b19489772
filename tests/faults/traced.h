#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace sightline::faults {

/// Whether strace is there and may trace here.
bool canTrace();

/// What a traced program ended with, and said.
struct Outcome {
    int code = -1; ///< exit code, or minus the signal
    std::string errors;
};

/// Runs the subject (tests/faults/subject) under strace with these options of it.
Outcome trace(const std::vector<std::string>& options, const std::vector<std::string>& words,
              const std::filesystem::path& temporary);

/// Its calls in turn: "openat(AT_FDCWD, ...) = 3". Strings are written in hexadecimal, whole. `more`: further options.
std::vector<std::string> calls(const std::string& names, const std::vector<std::string>& words,
                               const std::filesystem::path& temporary, const std::vector<std::string>& more = {});

} // namespace sightline::faults
