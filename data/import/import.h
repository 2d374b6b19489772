#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "data/failure.h"
#include "data/import/report.h"
#include "data/model.h"

namespace sightline {

/// A checklist as its sources give it, and what became of everything in them.
struct Imported {
    Checklist checklist;
    ImportReport report;
};

/// Reads an officer's documents: one or more Word documents (.docx; each element in one of them only), one register
/// (.xlsx or .ods), both together (merge.h), or one folder of CSV files. What a source is, is decided by its bytes,
/// never by its name alone. Nothing is written and no network is used. Fails with one sentence that says what is wrong
/// with which file: missing, not readable, too large, damaged, a kind of file that is not taken (old .doc or .xls,
/// macros, a password, PDF), or content that breaks a rule.
/// `beginning` is told each time that a source is about to be read.
Result<Imported> importSources(const std::vector<std::filesystem::path>& paths,
                               const std::function<void(const std::filesystem::path&)>& beginning = {});

} // namespace sightline
