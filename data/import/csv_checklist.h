#pragma once

#include <string>

#include "data/failure.h"
#include "data/import/import.h"
#include "data/import/named_files.h"

namespace sightline {

/// Reads a checklist from CSV files, one a table of the schema: checklist.csv and element.csv, and where there is
/// something to say role_holder.csv, culture.csv, background.csv, opinion.csv, line.csv, kind.csv, position.csv,
/// evidence.csv, evidence_element.csv and action.csv. Columns are named as in schema.sql; links are words: `opinion`
/// and `kind` hold the word, `line` management, oversight or independent, `elements` "1;4;6". Where `line` is empty,
/// the keyword rule guesses it. `kind` of a source is "csv" or "sample"; only "csv" sources carry a digest. Fails:
/// checklist.csv or element.csv missing, whatever CsvTable refuses, and a row that breaks a rule of the schema.
Result<Imported> checklistFromCsv(const NamedFiles& files, const std::string& kind);

} // namespace sightline
