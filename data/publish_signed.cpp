#include "data/publish_signed.h"

#include <algorithm>
#include <cerrno>
#include <tuple>

#include <fcntl.h>

#include "data/file.h"
#include "data/signature/signature_check.h"
#include "data/verify.h"

namespace sightline {
namespace {

namespace fs = std::filesystem;

// The snapshot, verified with its signature as far as there are keys for that.
Result<VerifiedSnapshot> takeSigned(const fs::path& snapshot, const fs::path& work, const SignatureCheck& check) {
    const auto signature = parseMinisignSignature(check.file, check.place);
    if (!signature) return tl::unexpected(signature.error());
    const auto claims = parseClaims(signature->trustedComment, check.place);
    if (!claims) return tl::unexpected(claims.error());
    if (claims->file != check.snapshotName)
        return fail(FailureKind::NotTrusted, check.place,
                    "It was signed for the name " + claims->file + ", not " + check.snapshotName +
                        "; publish it under that name.");
    VerifyOptions options;
    if (!check.keys.empty()) options.signature = check;
    auto taken = takeSnapshot(snapshot, work, options);
    if (!taken) return taken;
    if (auto same = checkClaims(*claims, taken->snapshot.meta, snapshot.string()); !same)
        return tl::unexpected(same.error());
    return taken;
}

constexpr int kNotKnown = 0;   ///< nothing is signed, or no key is installed to tell
constexpr int kTakenAway = -1; ///< of a key that is not installed any more

// The epoch of the key that made a signature, as far as its id tells.
int epochOf(const std::string& signature, const std::vector<InstalledKey>& keys) {
    const auto parsed = parseMinisignSignature(signature, "");
    if (!parsed || keys.empty()) return kNotKnown;
    const auto found = std::ranges::find(keys, parsed->key, [](const InstalledKey& one) { return one.key.id; });
    return found == keys.end() ? kTakenAway : found->epoch;
}

/// Of the keys that signed what is offered and what is there.
struct Epochs {
    int offered = kNotKnown;
    int there = kNotKnown;
};

Result<void> checkFollows(const Snapshot& offered, const std::optional<Snapshot>& before, const Epochs& epochs,
                          const fs::path& target) {
    if (!before) return {};
    if (epochs.offered > 0 && epochs.offered < epochs.there)
        return fail(FailureKind::NotTrusted, target.string(),
                    "The snapshot here is signed with a key of epoch " + std::to_string(epochs.there) +
                        ", and this one with one of epoch " + std::to_string(epochs.offered) +
                        ": a wall would refuse it.");
    // A key that takes over from a stolen one begins to count anew.
    if (epochs.offered > epochs.there && epochs.there != kNotKnown) return {};
    if (before->digest == offered.digest || offered.meta.sequence > before->meta.sequence) return {};
    return fail(FailureKind::NotTrusted, target.string(),
                "The snapshot here is number " + std::to_string(before->meta.sequence) +
                    ", and the signed one is number " + std::to_string(offered.meta.sequence) +
                    ": a wall would refuse it. Import it again with --previous " + target.string() +
                    ", and sign that.");
}

/// The signature that is beside the target, put back where the snapshot did not get there too.
class OldSignature {
public:
    OldSignature(fs::path beside, const fs::path& work) : place(std::move(beside)), copy(work / "old.minisig") {
        auto read = readSignature(place);
        if (!read) return;
        text = std::move(*read);
        kept = write(copy, text).has_value();
    }
    /// Empty: there is none that could be read.
    [[nodiscard]] const std::string& held() const { return text; }
    /// Whether this works is not asked: that the snapshot could not be put in place is what is told.
    void putBack() const {
        std::error_code ignored;
        if (kept)
            std::ignore = replaceFile(copy, place);
        else
            fs::remove(place, ignored);
    }
    static Result<void> write(const fs::path& file, const std::string& text) {
        OpenFile out(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
        if (!out.isOpen()) return systemFailure(FailureKind::CannotWrite, file.string(), errno);
        return writeAll(out, text, file.string());
    }

private:
    fs::path place;
    fs::path copy;
    std::string text;
    bool kept = false;
};

// Both are written before either is renamed, so that they do not fit each other for a moment only.
Result<void> putPair(const std::string& signature, const fs::path& snapshot, const fs::path& target,
                     const OldSignature& old, const fs::path& work, const RenameCalls& calls) {
    const fs::path text = work / "new.minisig";
    if (auto written = OldSignature::write(text, signature); !written) return written;
    auto newSignature = StagedFile::make(text, signaturePath(target));
    if (!newSignature) return tl::unexpected(newSignature.error());
    auto newSnapshot = StagedFile::make(snapshot, target);
    if (!newSnapshot) return tl::unexpected(newSnapshot.error());
    if (auto placed = newSignature->putInPlace(calls); !placed) return placed;
    // In this order on the disk, too: a power cut must not leave the new snapshot with the old signature.
    if (!newSignature->syncFolder()) {
        old.putBack();
        return fail(FailureKind::CannotWrite, target.string(),
                    "The disk or the network reported an error, so the old pair stays.");
    }
    if (auto placed = newSnapshot->putInPlace(calls); !placed) {
        old.putBack();
        return placed;
    }
    return newSnapshot->syncFolder();
}

} // namespace

bool hasSignature(const fs::path& snapshot) {
    std::error_code ignored;
    return fs::symlink_status(signaturePath(snapshot), ignored).type() != fs::file_type::not_found;
}

Result<PublishReport> publishSigned(const fs::path& snapshot, const fs::path& target,
                                    const std::vector<InstalledKey>& keys, const RenameCalls& calls) {
    auto text = readSignature(signaturePath(snapshot));
    if (!text) return tl::unexpected(text.error());
    const SignatureCheck check{keys, target.filename().string(), *text, signaturePath(snapshot).string(), {}};
    const auto lock = FolderLock::take(target.has_parent_path() ? target.parent_path() : fs::path("."));
    if (!lock) return tl::unexpected(lock.error());
    const auto work = TemporaryFolder::make();
    if (!work) return tl::unexpected(work.error());
    const auto before = publishedBefore(target, work->path());
    if (!before) return tl::unexpected(before.error());
    const auto taken = takeSigned(snapshot, work->path(), check);
    if (!taken) return tl::unexpected(taken.error());
    const OldSignature old(signaturePath(target), work->path());
    const Epochs epochs{epochOf(*text, keys), epochOf(old.held(), keys)};
    if (auto follows = checkFollows(taken->snapshot, *before, epochs, target); !follows)
        return tl::unexpected(follows.error());
    if (auto placed = putPair(*text, taken->copy, target, old, work->path(), calls); !placed)
        return tl::unexpected(placed.error());
    PublishReport report = reportOf(*taken, target, *before);
    report.isSigned = true;
    report.signature = taken->snapshot.signature;
    return report;
}

} // namespace sightline
