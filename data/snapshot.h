#pragma once

#include <filesystem>
#include <string>

#include "data/failure.h"
#include "data/model.h"
#include "data/page_pictures.h"
#include "data/sqlite.h"
#include "data/survey.h"

namespace sightline {

/// Writes a checklist into a new plain database by assets/schema.sql: no seal, so no snapshot yet. Expects that
/// checkContent and checkMeta have passed. `file` must not exist. `pictures` is asked for every page, in order.
Result<void> writeDatabase(const Checklist& checklist, const Meta& meta, const std::filesystem::path& file,
                           const PictureSource& pictures = noPictures());

/// What a snapshot's database holds, as plain values; nothing needs SQLite afterwards. Types, dates and words are
/// checked while reading, then every content rule. Expects the exact schema (checkSchema). The digest stays empty.
Result<Snapshot> readSnapshot(const Database& database);

/// The same from a database that holds the documented tables among others, as surveyed: extra tables and columns are
/// not read, missing optional ones are taken as empty, an absent or empty scale and absent lines as data/defaults.h has
/// them. `meta` is not read.
Result<Checklist> readTables(const Database& database, const Survey& survey);

} // namespace sightline
