#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "data/sqlite.h"

namespace sightline {

/// A column of assets/schema.sql.
struct Column {
    std::string_view name;
    bool required; ///< a database handed to `publish` must have it; others it may leave out
};

/// A table of assets/schema.sql, with its columns in the order they are read.
struct Table {
    std::string_view name;
    bool required; ///< a database handed to `publish` must have it
    std::span<const Column> columns;
};

/// Every table but `meta`, in the order of assets/schema.sql.
std::span<const Table> contentTables();
const Table& contentTable(std::string_view name);
/// The table `meta`.
const Table& metaTable();
/// Whether a table is one of the documented ones, `meta` included. SQL ignores case in names.
bool isDocumentedTable(std::string_view name);

/// The words the snapshot has for ColourRole, Shape and ActionStatus, in the order of those enums.
inline constexpr std::array<std::string_view, 5> kColourRoles = {"good", "fair", "caution", "poor", "none"};
inline constexpr std::array<std::string_view, 5> kShapes = {"disc-tick", "half-disc", "triangle", "octagon-cross",
                                                            "dashed-ring"};
inline constexpr std::array<std::string_view, 3> kStatuses = {"open", "in progress", "done"};

/// The statements of assets/schema.sql without comments and line breaks. SQLite keeps a table's statement as it was
/// given, so with them every improved comment would make a new format.
std::string schemaStatements();

/// Creates the tables of assets/schema.sql in a new database.
Result<void> createSchema(Database& database);

/// Refuses a database whose schema is not, statement for statement, what createSchema makes: a trigger, a view, a
/// virtual table or a changed column can make a plain SELECT do other things than read.
Result<void> checkSchema(const Database& database);

} // namespace sightline
