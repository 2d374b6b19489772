#include "data/publish.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <ctime>

#include <fcntl.h>
#include <unistd.h>

#include "data/content_rules.h"
#include "data/digest.h"
#include "data/file.h"
#include "data/replace_file.h"
#include "data/seal.h"
#include "data/signature/acceptance.h"
#include "data/signature/signature_check.h"
#include "data/site.h"
#include "data/snapshot.h"
#include "data/verify.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

constexpr size_t kChunk = size_t{256} << 10;
constexpr const char* kPacked = "packed.db";

// The sequence that was signed last: an import that was signed and then lost must not give its number to another. A
// signature that claims to be far ahead is not believed, as walls would not believe the number after it.
std::int64_t signedSequence(const fs::path& target, std::int64_t published) {
    const auto file = readSignature(signaturePath(target));
    if (!file) return 0;
    const auto signature = parseMinisignSignature(*file, "");
    if (!signature) return 0;
    const auto claims = parseClaims(signature->trustedComment, "");
    return claims && claims->sequence - published < kLongestJump ? claims->sequence : 0;
}

Meta metaOf(const Checklist& checklist, const std::optional<Snapshot>& before, const fs::path& target,
            const Publisher& publisher) {
    const std::int64_t published = std::max(before ? before->meta.sequence : 0, publisher.after);
    Meta meta;
    meta.sequence = std::max(published, signedSequence(target, published)) + 1;
    meta.created = utcTime(publisher.now);
    meta.generator = publisher.generator;
    meta.site = publisher.site;
    if (meta.site.empty()) meta.site = before ? before->meta.site : siteFor(checklist.authority);
    if (publisher.expires) meta.expires = utcTime(*publisher.expires);
    return meta;
}

// Without a journal, free pages, or text that was deleted: the same checklist gives the same bytes.
Result<void> compact(const fs::path& plain, const fs::path& packed) {
    auto database = Database::openReadOnly(plain, plain.string());
    if (!database) return tl::unexpected(database.error());
    auto vacuum = Query::prepare(*database, "VACUUM INTO ?");
    if (!vacuum) return tl::unexpected(vacuum.error());
    vacuum->bind(std::string_view(packed.native()));
    return vacuum->insert();
}

Result<void> addSeal(const fs::path& packed) {
    const OpenFile file(::open(packed.c_str(), O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC));
    if (!file.isOpen()) return systemFailure(FailureKind::CannotWrite, packed.string(), errno);
    Blake2b<64> hash;
    while (true) {
        const auto chunk = readUpTo(file, kChunk, packed.string());
        if (!chunk) return tl::unexpected(chunk.error());
        if (chunk->empty()) break;
        hash.add(*chunk);
    }
    return writeAll(file, makeSeal(hash.finish()), packed.string());
}

// Builds the finished file in the private folder, and reads it as the wall will.
Result<VerifiedSnapshot> build(const Checklist& checklist, const Meta& meta, const fs::path& work,
                               const PictureSource& pictures) {
    const fs::path plain = work / "plain.db";
    const fs::path packed = work / kPacked;
    return checkMeta(meta)
        .and_then([&] { return writeDatabase(checklist, meta, plain, pictures); })
        .and_then([&] { return compact(plain, packed); })
        .and_then([&] { return addSeal(packed); })
        .and_then([&] { return openVerified(packed); });
}

// What is wrong with the content is said of the file that was asked for, not of a work file nobody has seen. Where the
// disk for work files is full, their path is what helps.
tl::unexpected<Failure> refusedBuild(Failure failure, const fs::path& work, const fs::path& target) {
    const std::string packed = (work / kPacked).string();
    if (failure.kind != FailureKind::CannotWrite && failure.place.starts_with(packed))
        failure.place.replace(0, packed.size(), target.string());
    return tl::unexpected(std::move(failure));
}

} // namespace

Result<std::optional<Snapshot>> publishedBefore(const fs::path& target, const fs::path& work, const CopyCheck& apart) {
    auto before = takeSnapshot(target, work, {.apart = apart});
    if (before) return std::move(before->snapshot);
    std::error_code error;
    if (before.error().kind == FailureKind::Missing && !fs::exists(fs::symlink_status(target, error)))
        return std::nullopt;
    Failure failure = before.error();
    failure.sentence += " It is not overwritten; move it away to publish here.";
    return tl::unexpected(failure);
}

PublishReport reportOf(const VerifiedSnapshot& built, const fs::path& target, const std::optional<Snapshot>& replaced) {
    const Snapshot& snapshot = built.snapshot;
    std::error_code error;
    const auto bytes = fs::file_size(built.copy, error);
    return {target,
            snapshot.meta.sequence,
            replaced ? std::optional(replaced->meta.sequence) : std::nullopt,
            snapshot.meta.created,
            snapshot.digest,
            error ? 0 : bytes,
            static_cast<int>(snapshot.checklist.elements.size()),
            static_cast<int>(snapshot.checklist.positions.size()),
            static_cast<int>(snapshot.checklist.evidence.size()),
            static_cast<int>(snapshot.checklist.actions.size()),
            snapshot.meta};
}

std::string utcTime(std::chrono::system_clock::time_point time) {
    const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text.data();
}

Result<PublishReport> publish(const Checklist& checklist, const fs::path& target, const Publisher& publisher,
                              const PictureSource& pictures) {
    if (auto fine = checkContent(checklist); !fine) return tl::unexpected(fine.error());
    if (!target.has_filename())
        return fail(FailureKind::CannotWrite, target.string(), "This is not the name of a file.");
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    const auto lock = FolderLock::take(folder);
    if (!lock) return tl::unexpected(lock.error());
    const auto work = TemporaryFolder::make();
    if (!work) return tl::unexpected(work.error());
    const auto before = publishedBefore(target, work->path(), publisher.apart);
    if (!before) return tl::unexpected(before.error());

    const Meta meta = metaOf(checklist, *before, target, publisher);
    const auto built = build(checklist, meta, work->path(), pictures);
    if (!built) return refusedBuild(built.error(), work->path(), target);
    if (auto placed = replaceFile(built->copy, target); !placed) return tl::unexpected(placed.error());
    PublishReport report = reportOf(*built, target, *before);
    // Until it is gone a wall sees a pair that does not fit, and waits.
    std::error_code ignored;
    report.signatureRemoved = fs::remove(signaturePath(target), ignored);
    return report;
}

} // namespace sightline
