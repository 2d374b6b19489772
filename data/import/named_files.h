#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "data/failure.h"

namespace sightline {

/// A file that has been read, or that travels in the binary.
struct NamedFile {
    std::string name; ///< without folders: "evidence.csv"
    std::string_view bytes;
};

/// Files of one place, in the order of their names. Owns the bytes of files that were read from disk.
struct NamedFiles {
    std::string place; ///< what failures call it: the folder as it was given, or "sample dorset"
    std::vector<NamedFile> files;
    std::vector<std::string> others;  ///< names of files and folders in it that were not read
    std::vector<std::string> storage; ///< bytes that `files` points into; empty for embedded files

    NamedFiles() = default;
    NamedFiles(NamedFiles&&) = default; // `files` points into `storage`, which a copy would leave behind
    NamedFiles& operator=(NamedFiles&&) = default;

    [[nodiscard]] const NamedFile* find(std::string_view name) const;
};

/// Largest document and largest CSV file taken, in bytes. A checklist with pictures is a few million bytes.
constexpr size_t kLargestDocument = size_t{64} << 20;
constexpr size_t kLargestCsv = size_t{16} << 20;
/// The same for all files of a folder together, as all of them are held at once.
constexpr size_t kLargestFolder = size_t{32} << 20;

/// All bytes of one regular file. Fails: missing, no right to read it, not a file, larger than `limit`.
Result<std::string> readFile(const std::filesystem::path& path, size_t limit);

/// The *.csv files of a folder (any case of the ending), read under kLargestCsv each and kLargestFolder together.
Result<NamedFiles> readFolder(const std::filesystem::path& folder);

/// The files embedded in the folder samples/`name`/, those in folders below it not; none where there is no such sample.
NamedFiles embeddedSample(std::string_view name);

/// BLAKE2b-256 of some bytes, as 64 hexadecimal digits.
std::string blake2b256(std::string_view bytes);

} // namespace sightline
