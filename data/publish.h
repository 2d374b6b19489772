#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "data/failure.h"
#include "data/model.h"
#include "data/page_pictures.h"
#include "data/signature/key_ring.h"
#include "data/verify.h"

namespace sightline {

/// What every publication says of itself.
struct Publisher {
    std::chrono::system_clock::time_point now;
    std::string generator = "sightline"; ///< the program and its version
    std::string site = {};               ///< Meta::site; empty: that of the snapshot before, else siteFor the authority
    std::optional<std::chrono::sys_seconds> expires = {}; ///< nothing: never
    std::int64_t after = 0;                               ///< the sequence is above this one, whatever is there
    CopyCheck apart = {}; ///< checks a snapshot that is there already; empty: this process does
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
    Meta meta = {};                          ///< as the file has it
    bool isSigned = false;                   ///< a signature was put beside it
    std::optional<Signature> signature = {}; ///< who made it, where a key was there to check that
    bool signatureRemoved = false;           ///< of the snapshot before, which does not fit any more
};

/// The snapshot that is to be replaced; nothing where there is no file yet. A file that is no intact snapshot is a
/// failure: it may be something else, and its sequence is not known. `work` takes its copy.
Result<std::optional<Snapshot>> publishedBefore(const std::filesystem::path& target, const std::filesystem::path& work,
                                                const CopyCheck& apart = {});
/// What is told of a snapshot that was put in place.
PublishReport reportOf(const VerifiedSnapshot& built, const std::filesystem::path& target,
                       const std::optional<Snapshot>& replaced);

/// A time as meta.created has it: UTC, whole seconds, "2026-06-14T09:30:00Z".
std::string utcTime(std::chrono::system_clock::time_point time);

/// Writes a checklist as the snapshot `target`, in one step, with the next sequence after the snapshot that is there,
/// and after the one that a signature beside it speaks of (1 where there is none). That signature is removed
/// afterwards, as it does not fit any more. What the wall would refuse is refused before anything changes: the finished
/// file goes through the wall's own verification first. After a failure `target` is as it was and nothing is left
/// behind. A file at `target` that is no intact snapshot is never overwritten: it may be something else, and its
/// sequence is not known. `pictures` gives the pictures of the pages of the checklist's documents.
Result<PublishReport> publish(const Checklist& checklist, const std::filesystem::path& target,
                              const Publisher& publisher, const PictureSource& pictures = noPictures());

/// Publishes a SQLite database of somebody else's that holds the tables of assets/schema.sql, or a snapshot again.
/// It may hold more tables, views and columns, declare types and order columns as it likes, and leave out all tables
/// but checklist, element, position, evidence, evidence_element and action, and all columns that may be NULL or have a
/// default; only ordinary tables are read. The database is copied (with its write-ahead log) and the copy is read: it
/// is hostile until every rule has passed. A snapshot with a signature beside it goes through publishSigned instead.
/// Rows without a source of their own get the database as theirs, kind "database".
Result<PublishReport> publishDatabase(const std::filesystem::path& database, const std::filesystem::path& target,
                                      const Publisher& publisher, const std::vector<InstalledKey>& keys = {});

} // namespace sightline
