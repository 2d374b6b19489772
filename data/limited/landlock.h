#pragma once

#include <filesystem>
#include <vector>

namespace sightline {

/// What of the file system a process keeps.
struct FileAccess {
    std::vector<std::filesystem::path> readable = {}; ///< files, and folders with all below them
    std::vector<std::filesystem::path> writable = {}; ///< folders, also for reading; nothing in them can be executed
    std::vector<std::filesystem::path> sockets = {};  ///< folders for sockets: nothing in them can be read or written
    bool executable = false;                          ///< programs among `readable` may be executed
};

/// Takes everything else away from this thread and all it starts, with Landlock (landlock(7), Linux 5.13): no other
/// file can be opened, made or removed; where the kernel knows it, no TCP either, and no signal to a process outside.
/// The thread must have given up gaining rights (PR_SET_NO_NEW_PRIVS). False: the kernel has no Landlock, or refused.
bool restrictFiles(const FileAccess& access);

} // namespace sightline
