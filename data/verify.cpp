#include "data/verify.h"

#include <algorithm>

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

Result<SourceCopy> copySource(const fs::path& source, const fs::path& stateFolder, const VerifyOptions& options) {
    const auto from = openRegular(source, options.mostBytes);
    if (!from) return tl::unexpected(from.error());
    if (options.checkRights)
        if (auto fine = checkSourceRights(*from, source); !fine) return tl::unexpected(fine.error());
    const auto folder = privateFolder(stateFolder);
    if (!folder) return tl::unexpected(folder.error());
    return SourceCopy::make(*from, source.string(), *folder, options.signature.has_value(), options.goesOn);
}

Result<VerifiedSnapshot> verifyCopy(SourceCopy copied, const VerifyOptions& options) {
    auto taken = read(copied.path(), copied.print(), options, copied.place());
    if (taken) copied.keep();
    return taken;
}

Result<VerifiedSnapshot> takeSnapshot(const fs::path& source, const fs::path& stateFolder,
                                      const VerifyOptions& options) {
    return copySource(source, stateFolder, options).and_then([&](SourceCopy&& copied) {
        return verifyCopy(std::move(copied), options);
    });
}

Result<VerifiedSnapshot> openVerified(const fs::path& copy, const VerifyOptions& options) {
    const std::string place = copy.string();
    const auto from = openRegular(copy, options.mostBytes);
    if (!from) return tl::unexpected(from.error());
    const auto print = fingerprint(*from, nullptr, options.signature.has_value(), options.goesOn, place);
    if (!print) return tl::unexpected(print.error());
    return read(copy, *print, options, place);
}

bool isWhole(const fs::path& copy) {
    const auto from = openRegular(copy, limits::kFileBytes);
    if (!from) return false;
    const auto print = fingerprint(*from, nullptr, false, {}, copy.string());
    return print && checkBytes(*print, {}, copy.string());
}

Result<void> checkCopy(const fs::path& copy, std::uint64_t bytes, const VerifyOptions& options,
                       const std::string& place) {
    const auto snapshot = readCopy(copy, bytes, options, place, Integrity::Unknown);
    if (!snapshot) return tl::unexpected(snapshot.error());
    return {};
}

} // namespace sightline
