#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "data/failure.h"
#include "data/model.h"
#include "data/page_pictures.h"
#include "data/verify.h"

namespace sightline {

/// What every publication says of itself.
struct Publisher {
    std::chrono::system_clock::time_point now;
    std::string generator = "sightline"; ///< the program and its version
    CopyCheck apart = {};                ///< checks a snapshot that is there already; empty: this process does
};

/// What was published.
struct PublishReport {
    std::filesystem::path target;
    std::int64_t sequence = 0;
    std::optional<std::int64_t> replaced; ///< the sequence of the snapshot that was there before
    std::string created;                  ///< UTC, "2026-06-14T09:30:00Z"
    std::string digest;                   ///< Snapshot::digest
    std::uint64_t bytes = 0;              ///< of the file, seal included
    int elements = 0;
    int positions = 0;
    int evidence = 0;
    int actions = 0;
};

/// A time as meta.created has it: UTC, whole seconds, "2026-06-14T09:30:00Z".
std::string utcTime(std::chrono::system_clock::time_point time);

/// Writes a checklist as the snapshot `target`, in one step, with the next sequence after the snapshot that is there (1
/// where there is none). What the wall would refuse is refused before anything changes: the finished file goes through
/// the wall's own verification first. After a failure `target` is as it was and nothing is left behind. A file at
/// `target` that is no intact snapshot is never overwritten: it may be something else, and its sequence is not known.
/// `pictures` gives the pictures of the pages of the checklist's documents.
Result<PublishReport> publish(const Checklist& checklist, const std::filesystem::path& target,
                              const Publisher& publisher, const PictureSource& pictures = noPictures());

/// Publishes a SQLite database of somebody else's that holds the tables of assets/schema.sql, or a snapshot again.
/// It may hold more tables, views and columns, declare types and order columns as it likes, and leave out all tables
/// but checklist, element, position, evidence, evidence_element and action, and all columns that may be NULL or have a
/// default; only ordinary tables are read. The database is copied (with its write-ahead log) and the copy is read: it
/// is hostile until every rule has passed. Rows without a source of their own get the database as theirs, kind
/// "database".
Result<PublishReport> publishDatabase(const std::filesystem::path& database, const std::filesystem::path& target,
                                      const Publisher& publisher);

} // namespace sightline
