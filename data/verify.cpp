#include "data/verify.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/digest.h"
#include "data/file.h"
#include "data/hardening.h"
#include "data/header.h"
#include "data/schema.h"
#include "data/seal.h"
#include "data/snapshot.h"
#include "data/source_rights.h"
#include "data/state_folder.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr size_t kChunk = size_t{256} << 10;

/// What one pass over a file leaves: enough to check header and seal without reading it again.
struct Fingerprint {
    std::uint64_t bytes = 0;
    std::string header; ///< the first kHeaderBytes
    std::string seal;   ///< the last kSealBytes; empty where the file is no longer than that
    Digest512 digest{}; ///< of everything before the seal
    Digest512 whole{};  ///< of all of it; only where a signature is asked for
};

/// The private copy while it is written.
struct Copy {
    OpenFile file;
    std::string place;
};

/// Takes the bytes as they pass, and keeps back the last kSealBytes, which the digest does not cover.
class FingerprintMaker {
public:
    explicit FingerprintMaker(bool isSigned) {
        if (isSigned) hashOfAll.emplace();
    }

    void add(std::string_view bytes) {
        if (hashOfAll) hashOfAll->add(bytes);
        print.bytes += bytes.size();
        print.header += bytes.substr(0, kHeaderBytes - std::min(kHeaderBytes, print.header.size()));
        tail += bytes;
        if (tail.size() <= kSealBytes) return;
        const size_t covered = tail.size() - kSealBytes;
        hash.add(std::string_view(tail).substr(0, covered));
        tail.erase(0, covered);
    }

    Fingerprint finish() {
        print.digest = hash.finish();
        if (hashOfAll) print.whole = hashOfAll->finish();
        if (print.bytes > kSealBytes) print.seal = std::move(tail);
        return std::move(print);
    }

private:
    Fingerprint print;
    Blake2b<64> hash;
    std::optional<Blake2b<64>> hashOfAll;
    std::string tail;
};

tl::unexpected<Failure> changedWhileRead(const std::string& place) {
    return fail(FailureKind::Damaged, place, "The file changed while it was read.");
}

// Reads a file to its end, once; writes what it read to `copy` where there is one, so that both are the same bytes.
Result<Fingerprint> fingerprint(const SourceFile& source, const Copy* copy, const VerifyOptions& options,
                                const std::string& place) {
    struct stat before {};
    if (::fstat(source.file.get(), &before) != 0) return systemFailure(FailureKind::Missing, place, errno);
    FingerprintMaker maker(options.signature.has_value());
    std::uint64_t left = source.bytes;
    while (true) {
        // One byte more than is left, so that a file that grew is noticed.
        const auto chunk = readUpTo(source.file, static_cast<size_t>(std::min<std::uint64_t>(kChunk, left + 1)), place);
        if (!chunk) return tl::unexpected(chunk.error());
        if (chunk->empty()) break;
        if (chunk->size() > left) return changedWhileRead(place);
        left -= chunk->size();
        maker.add(*chunk);
        if (options.goesOn) options.goesOn();
        if (copy != nullptr)
            if (auto written = writeAll(copy->file, *chunk, copy->place); !written)
                return tl::unexpected(written.error());
    }
    if (left != 0 || !isUnchanged(source.file, before)) return changedWhileRead(place);
    return maker.finish();
}

Result<void> checkBytes(const Fingerprint& print, const VerifyOptions& options, const std::string& place) {
    if (auto fine = checkHeader(print.header, print.bytes, place); !fine) return fine;
    if (!options.checkSeal) return {};
    return checkSeal(print.seal, print.digest, place);
}

Result<void> checkIntegrity(const Database& database) {
    auto check = Query::prepare(database, "PRAGMA integrity_check(1)");
    if (!check) return tl::unexpected(check.error());
    const auto row = check->step();
    if (!row) return tl::unexpected(row.error());
    if (!*row || check->text(0) != "ok")
        return fail(FailureKind::Damaged, database.place(), "The database is damaged.");
    auto keys = Query::prepare(database, "PRAGMA foreign_key_check");
    if (!keys) return tl::unexpected(keys.error());
    const auto broken = keys->step();
    if (!broken) return tl::unexpected(broken.error());
    if (!*broken) return {};
    return fail(FailureKind::BadContent,
                database.place() + ", table " + std::string(keys->text(0)) + ", row " +
                    std::to_string(keys->integer(1)),
                "The row points at a row of the table " + std::string(keys->text(2)) + " that is not there.");
}

/// Whether another process has found pages and foreign keys to be in order.
enum class Integrity { Unknown, Checked };

// Steps 5 to 9 of the sequence: everything for which SQLite is needed. Nothing of it is open afterwards.
Result<Snapshot> readCopy(const fs::path& copy, std::uint64_t bytes, const VerifyOptions& options,
                          const std::string& place, Integrity integrity) {
    auto database = Database::openImmutable(copy, place);
    if (!database) return tl::unexpected(database.error());
    if (auto hard = harden(*database, SchemaKind::Snapshot); !hard) return tl::unexpected(hard.error());
    std::optional<TimeLimit> limit;
    if (options.checkTime.count() > 0)
        limit.emplace(*database, options.checkTime + std::chrono::seconds(bytes / limits::kBytesASecond));
    if (auto fine = checkSchema(*database); !fine) return tl::unexpected(fine.error());
    allowOnly(*database, Access::CheckSnapshot);
    if (integrity == Integrity::Unknown)
        if (auto fine = checkIntegrity(*database); !fine) return tl::unexpected(fine.error());
    allowOnly(*database, Access::ReadTables);
    return readSnapshot(*database);
}

// Step 4: who vouches for the bytes. Before SQLite sees one.
Result<std::optional<GoodSignature>> checkSigned(const Fingerprint& print, const VerifyOptions& options) {
    if (!options.signature) return std::nullopt;
    if (options.signature->kept.empty()) return checkSignature(*options.signature, print.whole);
    return withKeptSignature(*options.signature, hexadecimal(print.digest)).and_then([&](const SignatureCheck& check) {
        return checkSignature(check, print.whole);
    });
}

Result<VerifiedSnapshot> read(const fs::path& copy, const Fingerprint& print, const VerifyOptions& options,
                              const std::string& place) {
    if (auto fine = checkBytes(print, options, place); !fine) return tl::unexpected(fine.error());
    if (std::ranges::find(options.refused, hexadecimal(print.digest)) != options.refused.end())
        return fail(FailureKind::Quarantined, place, kQuarantinedSentence);
    auto signature = checkSigned(print, options);
    if (!signature) return tl::unexpected(signature.error());
    Integrity integrity = Integrity::Unknown;
    if (options.apart) {
        const auto checked = options.apart(copy, print.bytes, place, options.goesOn);
        if (!checked) return tl::unexpected(checked.error());
        if (*checked) integrity = Integrity::Checked;
    }
    auto snapshot = readCopy(copy, print.bytes, options, place, integrity);
    if (!snapshot) return tl::unexpected(snapshot.error());
    snapshot->digest = hexadecimal(print.digest);
    if (*signature) {
        if (auto same = checkClaims((*signature)->claims, snapshot->meta, place); !same)
            return tl::unexpected(same.error());
        snapshot->signature = (*signature)->by;
    }
    return VerifiedSnapshot{std::move(*snapshot), copy, std::move(*signature)};
}

} // namespace

Result<VerifiedSnapshot> takeSnapshot(const fs::path& source, const fs::path& stateFolder,
                                      const VerifyOptions& options) {
    const std::string place = source.string();
    const auto from = openRegular(source, options.mostBytes);
    if (!from) return tl::unexpected(from.error());
    if (options.checkRights)
        if (auto fine = checkSourceRights(*from, source); !fine) return tl::unexpected(fine.error());
    const auto folder = privateFolder(stateFolder);
    if (!folder) return tl::unexpected(folder.error());
    const fs::path copy = *folder / (std::string(kStagingPrefix) + randomName() + ".db");
    Copy into{OpenFile(::open(copy.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600)),
              copy.string()};
    if (!into.file.isOpen()) return systemFailure(FailureKind::CannotWrite, into.place, errno);

    auto print = fingerprint(*from, &into, options, place);
    if (!into.file.close() && print) print = systemFailure(FailureKind::CannotWrite, into.place, errno);
    Result<VerifiedSnapshot> taken =
        print ? read(copy, *print, options, place) : Result<VerifiedSnapshot>(tl::unexpected(print.error()));
    if (!taken) ::unlink(copy.c_str());
    return taken;
}

Result<VerifiedSnapshot> openVerified(const fs::path& copy, const VerifyOptions& options) {
    const std::string place = copy.string();
    const auto from = openRegular(copy, options.mostBytes);
    if (!from) return tl::unexpected(from.error());
    const auto print = fingerprint(*from, nullptr, options, place);
    if (!print) return tl::unexpected(print.error());
    return read(copy, *print, options, place);
}

Result<void> checkCopy(const fs::path& copy, std::uint64_t bytes, const VerifyOptions& options,
                       const std::string& place) {
    const auto snapshot = readCopy(copy, bytes, options, place, Integrity::Unknown);
    if (!snapshot) return tl::unexpected(snapshot.error());
    return {};
}

} // namespace sightline
