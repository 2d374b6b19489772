#pragma once

#include <optional>

namespace sightline {

/// The first word of a command line that asks for the check of a copy: not one of the commands people give.
inline constexpr const char* kCheckCopyWord = "--check-copy";

/// What a process does that checkApart has started, first of all in main: `sightline --check-copy COPY SECONDS`. It
/// confines itself (SECONDS of processor time), checks the copy as far as SQLite is needed for that, and tells its
/// standard output. The result is its exit code; nothing: the command line asks for something else.
std::optional<int> checkCopyWhereAsked(int argc, char** argv);

} // namespace sightline
