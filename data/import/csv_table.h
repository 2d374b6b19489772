#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "data/date.h"
#include "data/failure.h"
#include "data/import/csv.h"
#include "data/import/named_files.h"

namespace sightline {

/// The columns a CSV file may have. An `id` column is always allowed.
struct CsvColumns {
    std::vector<std::string_view> required;
    std::vector<std::string_view> optional;
};

/// One row of a table, cell by cell. The first thing wrong with it is kept; readers after that give empty values.
class CsvRow {
public:
    CsvRow(const std::vector<std::string>& columns, const CsvRecord& record, std::string place)
        : columns_(columns), record_(record), place_(std::move(place)) {}

    /// White space at the ends is not part of a cell. A line end in it is refused.
    std::string text(std::string_view column);
    /// The same, and not empty.
    std::string required(std::string_view column);
    /// Several lines; empty ones are left out.
    std::string lines(std::string_view column);
    /// The same, and not empty.
    std::string requiredLines(std::string_view column);
    PartialDate date(std::string_view column);
    /// A whole number from `low` to `high`; `otherwise` for an empty cell, or a refusal where there is none.
    int number(std::string_view column, int low, int high, std::optional<int> otherwise = std::nullopt);
    bool yesNo(std::string_view column);
    /// Which of some words stands there, whatever its case; `otherwise` for an empty cell, or a refusal.
    size_t choice(std::string_view column, std::span<const std::string_view> words,
                  std::optional<size_t> otherwise = std::nullopt);
    /// An http: or https: address, or nothing.
    std::string link(std::string_view column);

    [[nodiscard]] bool has(std::string_view column) const;
    void refuse(std::string_view column, std::string sentence);
    [[nodiscard]] int line() const { return record_.line; }
    [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }

private:
    [[nodiscard]] const std::string& cell(std::string_view column) const;

    const std::vector<std::string>& columns_;
    const CsvRecord& record_;
    std::string place_;
    std::optional<Failure> failure_;
};

/// A CSV file with a header row.
class CsvTable {
public:
    /// Fails on what parseCsv fails on, a header without a required column, an unknown or double column, and a row with
    /// more or fewer cells than the header.
    static Result<CsvTable> open(const NamedFile& file, const std::string& folder, const CsvColumns& columns);

    [[nodiscard]] size_t size() const { return records_.size(); }
    [[nodiscard]] CsvRow row(size_t i) const { return {columns_, records_[i], place_}; }
    [[nodiscard]] const std::string& place() const { return place_; }

private:
    std::string place_;
    std::vector<std::string> columns_;
    std::vector<CsvRecord> records_;
};

/// "a, b or c"
std::string orList(std::span<const std::string_view> words);

} // namespace sightline
