#include "app/snapshot_store.h"

#include <cstdlib>
#include <string>

#include "app/meeting_marks.h"
#include "data/digest.h"

namespace sightline {

namespace {

/// The value of an environment variable that names a folder by its full path; empty otherwise, as the XDG base
/// directory specification asks for.
std::filesystem::path folderFrom(const char* variable) {
    const char* value = std::getenv(variable);
    std::filesystem::path folder = value == nullptr ? "" : value;
    return folder.is_absolute() ? folder : std::filesystem::path();
}

std::filesystem::path home() {
    const auto folder = folderFrom("HOME");
    return folder.empty() ? std::filesystem::temp_directory_path() : folder;
}

/// A folder name for a source: the same path always has the same, and no two share one.
std::string nameFor(const std::filesystem::path& source) {
    Blake2b<32> digest;
    digest.add(source.lexically_normal().string());
    return hexadecimal(digest.finish()).substr(0, 16);
}

/// The signature that is asked for, if any.
using Asked = Result<std::optional<SignatureCheck>>;

/// The snapshot with its pictures, counting with the wall's own thresholds. Its file is opened here and now: the next
/// snapshot takes its place under its name.
Taken taken(VerifiedSnapshot& verified, std::string notKept, const StaleSetting& stale) {
    applyStaleSetting(verified.snapshot.checklist, stale);
    PictureSource pictures = noPictures();
    if (!verified.snapshot.checklist.documents.empty()) {
        auto opened = openPictures(verified.copy);
        if (opened)
            pictures = std::move(*opened);
        else
            pictures = [why = opened.error()](const Document&, const DocumentPage&) -> Result<std::string> {
                return tl::unexpected(why);
            };
    }
    return {std::make_shared<const Snapshot>(std::move(verified.snapshot)), std::move(pictures), std::move(notKept)};
}

} // namespace

SnapshotStore::SnapshotStore(std::filesystem::path source, const std::filesystem::path& state, std::size_t keep,
                             const StaleSetting& stale, std::optional<SignatureGate> gate)
    : source_(std::move(source)), folder_(state / nameFor(source_)), keep_(keep), stale_(stale),
      gate_(std::move(gate)) {
    if (gate_) gate_->recallTime(folder_);
}

Result<Taken> SnapshotStore::take(const Progress& goesOn) const {
    auto check = gate_ ? gate_->beside(source_, folder_) : Asked(std::nullopt);
    if (!check) return tl::unexpected(check.error());
    auto verified = takeSnapshot(source_, folder_, {.goesOn = goesOn, .signature = std::move(*check)});
    if (!verified) return tl::unexpected(verified.error());
    auto admitted = gate_ ? gate_->admit(*verified, source_, folder_) : Result<void>();
    auto kept = admitted ? promote(*verified, folder_) : Result<void>();
    // What was signed is shown only where it stays: after a restart the wall must not fall back behind it.
    if (admitted && !kept && verified->signature) admitted = tl::unexpected(kept.error());
    if (!admitted) {
        discard(*verified);
        return tl::unexpected(admitted.error());
    }
    if (kept) {
        const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        const auto marks = meetingMarks(folder_);
        const HistoryBounds bounds{keep_, marks.empty() ? std::string() : marks.back().digest};
        kept = keepInHistory(verified->copy, folder_, verified->snapshot.digest, now, bounds);
    }
    return taken(*verified, kept ? std::string() : kept.error().message(), stale_);
}

Result<Taken> SnapshotStore::lastGood(const Progress& goesOn) const {
    auto check = gate_ ? gate_->ofCopies(source_, folder_) : Asked(std::nullopt);
    if (!check) return tl::unexpected(check.error());
    auto verified = openLastGood(folder_, {.goesOn = goesOn, .signature = std::move(*check)});
    if (!verified) return tl::unexpected(verified.error());
    return taken(*verified, {}, stale_);
}

void SnapshotStore::rememberTime() const {
    if (gate_) gate_->rememberTime(folder_);
}

std::filesystem::path defaultStateFolder() {
    if (auto folder = folderFrom("STATE_DIRECTORY"); !folder.empty()) return folder;
    if (auto folder = folderFrom("XDG_STATE_HOME"); !folder.empty()) return folder / "sightline";
    return home() / ".local/state/sightline";
}

std::filesystem::path defaultSnapshotPath() {
    if (auto folder = folderFrom("XDG_DATA_HOME"); !folder.empty()) return folder / "sightline/snapshot.db";
    return home() / ".local/share/sightline/snapshot.db";
}

} // namespace sightline
