#pragma once

#include <string_view>
#include <vector>

#include "data/import/csv_table.h"
#include "data/import/import.h"

namespace sightline {

constexpr int kLargestId = 1'000'000'000;

/// The id of a new row: what its `id` cell says, or else its place in the file.
template <class Row>
int csvId(CsvRow& row, const std::vector<Row>& before) {
    return row.has("id") ? row.number("id", 1, kLargestId) : static_cast<int>(before.size()) + 1;
}

/// A cell that names an element of the checklist.
int csvElement(CsvRow& row, std::string_view column, const Checklist& checklist);

/// A row of evidence.csv: the item, and a mention in each element that its `elements` cell names.
void readEvidence(CsvRow& row, Imported& out, const Place& place);

/// A row of evidence_element.csv. Where that file is there, it alone says which evidence supports which element and in
/// which order; an `elements` column beside it is not used, which is reported.
void readEvidenceLink(CsvRow& row, Imported& out, const Place& place);

/// Reports evidence that no element mentions.
void reportLooseEvidence(Imported& out);

} // namespace sightline
