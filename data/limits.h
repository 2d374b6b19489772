#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

/// How much a snapshot may hold. They are far above any real checklist and keep what a hostile file can cost bounded:
/// a wall in a meeting room has little memory, and every row is read into it.
namespace sightline::limits {

/// Size of a snapshot file, seal included, and of a database handed to `publish`.
constexpr std::uint64_t kFileBytes = std::uint64_t{256} << 20;

/// Lengths of text, in characters.
constexpr size_t kWord = 100;      ///< a word of a scale, a line, a kind; an abbreviation; a marking
constexpr size_t kName = 1'000;    ///< titles, roles, owners, organisations, names of evidence
constexpr size_t kText = 20'000;   ///< statements, positions, reasons, next steps, details
constexpr size_t kPlace = 500;     ///< where in a document a row came from
constexpr size_t kAddress = 2'000; ///< a link

/// Numbers of rows.
constexpr size_t kSources = 10'000;
constexpr size_t kRoleHolders = 200;
constexpr size_t kStatements = 2'000; ///< of culture, and of background
constexpr size_t kScale = 20;         ///< in fact 5, as no two rows share a colour role
constexpr size_t kKinds = 1'000;
constexpr size_t kElements = 6;
constexpr size_t kPositions = 50'000;
constexpr size_t kEvidence = 200'000;
constexpr size_t kMentions = 400'000;
constexpr size_t kActions = 50'000;
constexpr size_t kDocuments = 10'000;
constexpr size_t kPages = 50'000; ///< of all documents together

/// The picture of a page. A decoder needs four bytes a pixel, so a page takes 160 MB at most while it is decoded.
constexpr size_t kPictureBytes = size_t{8} << 20;
constexpr int kPictureSide = 8'192;               ///< pixels
constexpr std::int64_t kPictureArea = 40'000'000; ///< pixels

/// Objects in the schema of a database handed to `publish`.
constexpr size_t kSchemaObjects = 2'000;

/// How long SQLite may take to check and read one file …
constexpr std::chrono::milliseconds kCheckTime{5'000};
/// … and a second more for every so many bytes: pages of evidence are read whole, and the disk of a wall may be slow.
constexpr std::uint64_t kBytesASecond = std::uint64_t{32} << 20;

} // namespace sightline::limits
