#include "data/publish.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/database_apart.h"
#include "data/digest.h"
#include "data/file.h"
#include "data/limits.h"
#include "data/publish_signed.h"
#include "data/seal.h"
#include "data/verify.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr size_t kChunk = size_t{256} << 10;
// SQLite's rollback journal begins with these bytes while it still matters (fileformat.html, section 3).
constexpr std::string_view kHotJournal("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);

fs::path beside(const fs::path& database, const char* suffix) { return database.native() + suffix; }

// Copies a file, and gives the BLAKE2b-256 and the size of what was copied.
Result<SourceDocument> copyInto(const fs::path& from, const fs::path& to) {
    const auto source = openRegular(from, limits::kFileBytes);
    if (!source) return tl::unexpected(source.error());
    struct stat before {};
    if (::fstat(source->file.get(), &before) != 0) return systemFailure(FailureKind::Missing, from.string(), errno);
    OpenFile copy(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!copy.isOpen()) return systemFailure(FailureKind::CannotWrite, to.string(), errno);
    SourceDocument document{0, from.filename().string(), "database", "", 0};
    Blake2b<32> hash;
    while (static_cast<std::uint64_t>(document.bytes) <= limits::kFileBytes) {
        const auto chunk = readUpTo(source->file, kChunk, from.string());
        if (!chunk) return tl::unexpected(chunk.error());
        if (chunk->empty()) break;
        hash.add(*chunk);
        document.bytes += static_cast<std::int64_t>(chunk->size());
        if (auto written = writeAll(copy, *chunk, to.string()); !written) return tl::unexpected(written.error());
    }
    if (document.bytes != before.st_size || !isUnchanged(source->file, before))
        return fail(FailureKind::Damaged, from.string(),
                    "The database is being written to; close the program that uses it, or publish again later.");
    document.digest = hexadecimal(hash.finish());
    return document;
}

Result<void> refuseHotJournal(const fs::path& database) {
    const fs::path journal = beside(database, "-journal");
    const OpenFile file(::open(journal.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
    if (!file.isOpen()) return {};
    const auto start = readUpTo(file, kHotJournal.size(), journal.string());
    if (!start || *start != kHotJournal) return {};
    return fail(
        FailureKind::Damaged, database.string(),
        "A program is writing to the database, or was interrupted while it did; open and close the database with that "
        "program, then publish again.");
}

// The database and its write-ahead log. A log that appears or changes while the database is copied would not fit it.
Result<SourceDocument> copyDatabase(const fs::path& database, const fs::path& copy) {
    if (auto quiet = refuseHotJournal(database); !quiet) return tl::unexpected(quiet.error());
    std::error_code error;
    const fs::path log = beside(database, "-wal");
    const bool hasLog = fs::exists(fs::symlink_status(log, error));
    auto document = copyInto(database, copy);
    if (!document || !hasLog) return document;
    if (auto copied = copyInto(log, beside(copy, "-wal")); !copied) return tl::unexpected(copied.error());
    // The database once more: had a checkpoint moved the log into it meanwhile, the two copies would not belong
    // together.
    const auto again = copyInto(database, beside(copy, "-again"));
    if (!again) return tl::unexpected(again.error());
    if (again->digest != document->digest)
        return fail(FailureKind::Damaged, database.string(),
                    "The database is being written to; close the program that uses it, or publish again later.");
    return document;
}

// Whether the last page is a seal: then it is a snapshot, and held to all that a snapshot is held to.
bool isSealed(const fs::path& copy) {
    const auto file = openRegular(copy, limits::kFileBytes);
    if (!file || file->bytes < kSealBytes) return false;
    if (::lseek(file->file.get(), -static_cast<off_t>(kSealBytes), SEEK_END) < 0) return false;
    const auto page = readUpTo(file->file, kSealBytes, copy.string());
    return page && looksLikeSeal(*page);
}

/// Gives every row that names no source the database, and the table and row it stands in.
class Provenance {
public:
    Provenance(Checklist& filled, SourceDocument document) : list(filled) {
        // The smallest number that is free: the largest may be the largest there is.
        source = 1;
        for (const SourceDocument& known : list.sources)
            if (known.id == source) ++source;
        document.id = source;
        list.sources.push_back(std::move(document));
    }

    void fill() {
        give(list.place, "checklist", 1);
        fillTable(list.roleHolders, "role_holder", &RoleHolder::id);
        fillTable(list.culture, "culture", &Statement::id);
        fillTable(list.background, "background", &Statement::id);
        fillTable(list.elements, "element", &Element::number);
        fillTable(list.positions, "position", &Position::id);
        fillTable(list.evidence, "evidence", &Evidence::id);
        fillTable(list.links, "evidence_element", &EvidenceLink::evidence);
        fillTable(list.actions, "action", &Action::id);
    }

private:
    void give(Place& place, const std::string& table, int row) const {
        if (place.source != 0) return;
        place.source = source;
        if (place.where.empty()) place.where = "table " + table + ", row " + std::to_string(row);
    }

    template <class Row>
    void fillTable(std::vector<Row>& rows, const std::string& table, int Row::*id) const {
        for (Row& row : rows) give(row.place, table, row.*id);
    }

    Checklist& list;
    int source = 0;
};

} // namespace

Result<PublishReport> publishDatabase(const fs::path& database, const fs::path& target, const Publisher& publisher,
                                      const std::vector<InstalledKey>& keys) {
    if (hasSignature(database)) return publishSigned(database, target, keys);
    const auto work = TemporaryFolder::make();
    if (!work) return tl::unexpected(work.error());
    const fs::path copy = work->path() / "copy.db";
    auto document = copyDatabase(database, copy);
    if (!document) return tl::unexpected(document.error());
    if (isSealed(copy)) {
        const auto sealed = takeSnapshot(database, work->path(), {.apart = publisher.apart});
        if (!sealed) return tl::unexpected(sealed.error());
        return publish(sealed->snapshot.checklist, target, publisher, picturesOf(sealed->copy));
    }
    auto content = readDatabaseApart(copy, database.string());
    if (!content) return tl::unexpected(content.error());
    Provenance(content->checklist, std::move(*document)).fill();
    return publish(content->checklist, target, publisher, content->pictures);
}

} // namespace sightline
