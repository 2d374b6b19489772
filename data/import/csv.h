#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/failure.h"

namespace sightline {

/// One record: its cells, and the line of the file it starts on, from 1.
struct CsvRecord {
    int line = 0;
    std::vector<std::string> cells;
};

/// Most columns, records and cells that are taken from one file.
constexpr size_t kMostCsvColumns = 64;
constexpr size_t kMostCsvRecords = 20'000; // a checklist has some hundreds
constexpr size_t kMostCsvCells = 1'000'000;
constexpr size_t kLongestCsvCell = 100'000; ///< bytes; the longest text of a checklist has 20,000 characters

/// Reads comma-separated text as RFC 4180 has it: UTF-8 with or without a byte order mark, lines ended by CRLF or LF,
/// cells quoted where they hold a comma, a quote (doubled) or a line end. Inside a cell, CRLF becomes LF. Records
/// without any text are left out. Every failure names `place`, the line and the column (counted in characters, from 1).
Result<std::vector<CsvRecord>> parseCsv(std::string_view bytes, const std::string& place);

} // namespace sightline
