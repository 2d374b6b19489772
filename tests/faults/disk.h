#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sightline::faults {

/// What stands in a folder: files and folders, numbered, each with one name or several. Number 0 is the folder itself.
struct Disk {
    struct Node {
        bool isFolder = false;
        std::string bytes;                ///< of a file
        std::map<std::string, int> names; ///< of a folder: what is in it
    };
    std::vector<Node> nodes;

    static Disk of(const std::filesystem::path& folder);
    /// Makes it in a folder that is made for it; two names of one file are two names there too.
    void putInto(const std::filesystem::path& folder) const;
    /// Tells two of them apart: everything that can be reached from the folder.
    [[nodiscard]] std::string digest() const;
};

/// One thing that a program asked of that disk, successfully.
struct DiskCall {
    enum class What { Make, Link, Remove, Rename, Write, Cut, Sync };
    What what = What::Sync;
    int node = 0;           ///< what it was done to; Make gives it the next number
    int folder = 0;         ///< Make, Link, Remove, Rename: where the name stands …
    std::string name;       ///< … and what it is; Rename: the new one
    std::string oldName;    ///< Rename
    bool isFolder = false;  ///< Make
    std::uint64_t from = 0; ///< Write: where; Cut: the length that is left
    std::string bytes;      ///< Write
};

/// The calls that disk.cpp understands, as strace is asked for them.
extern const char* const kDiskCalls;

/// What strace saw a program do in `folder`, where `before` stood. Throws for what is not understood: nothing may be
/// overlooked.
std::vector<DiskCall> diskCalls(const std::filesystem::path& folder, Disk before,
                                const std::vector<std::string>& lines);

} // namespace sightline::faults
