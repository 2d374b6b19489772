#pragma once

#include <filesystem>
#include <string>

#include "data/failure.h"
#include "data/model.h"
#include "data/page_pictures.h"

namespace sightline {

/// What a council's own database holds.
struct DatabaseContent {
    Checklist checklist;
    PictureSource pictures; ///< files in the folder of the copy
};

/// Reads the private copy of a database with the documented tables, beside which its write-ahead log may lie: checks
/// each table, and takes what it needs of it. In a child process that sees nothing but the folder of the copy, so that
/// what a hostile database does to SQLite stays there. Failures name `place`. Call it while no other thread runs.
Result<DatabaseContent> readDatabaseApart(const std::filesystem::path& copy, const std::string& place);

} // namespace sightline
