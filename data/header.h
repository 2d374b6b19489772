#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "data/failure.h"

namespace sightline {

/// SQLite's page, as `VACUUM INTO` writes snapshots.
constexpr size_t kPageBytes = 4'096;
/// SQLite's file header (https://www.sqlite.org/fileformat.html, section 1.3).
constexpr size_t kHeaderBytes = 100;
/// What the header of a snapshot says: assets/schema.sql.
constexpr std::uint32_t kApplicationId = 0x53474c4e; // 'SGLN'
constexpr std::uint32_t kFormat = 3;

/// Checks the header before SQLite sees the file: it must be exactly what publishing writes for a file of this size,
/// seal included. Catches other files, other formats, truncation, and everything in a header that would make SQLite
/// behave differently (write-ahead log, other page sizes, free pages, other encodings). `header` is the first
/// kHeaderBytes of the file, or fewer where the file is shorter. `place` names the file.
Result<void> checkHeader(std::string_view header, std::uint64_t fileBytes, const std::string& place);

} // namespace sightline
