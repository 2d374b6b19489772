#include "app/snapshot_store.h"

#include <cstdlib>
#include <string>
#include <utility>

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
Taken taken(VerifiedSnapshot& verified, std::string notKept, const StaleSetting& stale, bool onTrial) {
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
    return {std::make_shared<const Snapshot>(std::move(verified.snapshot)), std::move(pictures), std::move(notKept),
            onTrial};
}

} // namespace

SnapshotStore::SnapshotStore(std::filesystem::path source, const std::filesystem::path& state, StoreSetting setting)
    : source_(std::move(source)), folder_(state / nameFor(source_)), setting_(std::move(setting)) {
    if (setting_.gate) setting_.gate->recallTime(folder_);
}

Result<Taken> SnapshotStore::take(const Progress& goesOn) { return take(bringing()(goesOn), goesOn); }

std::function<Result<Brought>(const Progress&)> SnapshotStore::bringing() const {
    return [source = source_, folder = folder_, gate = setting_.gate](const Progress& goesOn) -> Result<Brought> {
        auto check = gate ? gate->beside(source, folder) : Asked(std::nullopt);
        if (!check) return tl::unexpected(check.error());
        auto copy = copySource(source, folder, {.goesOn = goesOn, .signature = *check});
        if (!copy) return tl::unexpected(copy.error());
        return Brought{std::move(*check), std::move(*copy)};
    };
}

Result<Taken> SnapshotStore::take(Result<Brought> brought, const Progress& goesOn) {
    auto how = options(goesOn);
    if (!brought) return tl::unexpected(brought.error());
    how.signature = std::move(brought->signature);
    auto verified = verifyCopy(std::move(brought->copy), how);
    if (!verified) return tl::unexpected(verified.error());
    if (auto admitted = setting_.gate ? setting_.gate->admit(*verified, source_, folder_) : Result<void>(); !admitted) {
        discard(*verified);
        return tl::unexpected(admitted.error());
    }
    const auto onTrial = tryOut(verified->snapshot.digest);
    if (!onTrial && onTrial.error().kind == FailureKind::Quarantined) {
        discard(*verified);
        return fail(FailureKind::Quarantined, source_.string(), kQuarantinedSentence);
    }
    auto kept = keep(*verified);
    // What was signed is shown only where it stays: after a restart the wall must not fall back behind it.
    if (!kept && verified->signature && verified->copy != slotFile(folder_, Slot::Good)) {
        discard(*verified);
        return tl::unexpected(kept.error());
    }
    if (kept && !onTrial) kept = tl::unexpected(onTrial.error());
    Taken out = taken(*verified, kept ? std::string() : kept.error().message(), setting_.stale, onTrial.value_or(true));
    discard(*verified); // where it could not be kept; what has been opened stays readable
    return out;
}

Result<Taken> SnapshotStore::lastGood(const Progress& goesOn) {
    auto good = openSlot(Slot::Good, goesOn);
    if (good) return good;
    auto previous = openSlot(Slot::Previous, goesOn);
    if (!previous) return good;
    if (good.error().kind == FailureKind::Quarantined)
        previous->notKept = source_.string() + ": " + kQuarantinedSentence;
    return previous;
}

Result<Taken> SnapshotStore::openSlot(Slot slot, const Progress& goesOn) {
    auto how = options(goesOn);
    auto check = setting_.gate ? setting_.gate->ofCopies(source_, folder_) : Asked(std::nullopt);
    if (!check) return tl::unexpected(check.error());
    how.signature = std::move(*check);
    auto verified = openVerified(slotFile(folder_, slot), how);
    if (!verified) return tl::unexpected(verified.error());
    const auto onTrial = tryOut(verified->snapshot.digest);
    if (!onTrial && onTrial.error().kind == FailureKind::Quarantined) return tl::unexpected(onTrial.error());
    return taken(*verified, {}, setting_.stale, onTrial.value_or(true));
}

/// Counts this start for a snapshot that is on trial, before anybody sees it. True: it is on trial. A failure that is
/// not its quarantine only means that the count could not be written: a full disk is no reason for an old picture.
Result<bool> SnapshotStore::tryOut(const std::string& digest) {
    if (trials_.isConfirmed(digest)) return false;
    if (counted_ == digest) return true;
    const bool may = trials_.begin(digest);
    const auto written = writeTrials(trials_, folder_, setting_.program);
    if (!may) {
        removeFromHistory(folder_, digest);
        return fail(FailureKind::Quarantined, "", kQuarantinedSentence);
    }
    counted_ = digest;
    if (!written) return tl::unexpected(written.error());
    return true;
}

/// Makes it the last good one. What it displaces is what to fall back on only where that has stood.
Result<void> SnapshotStore::keep(VerifiedSnapshot& verified) {
    const std::string before = digestSaidBy(slotFile(folder_, Slot::Good));
    std::error_code error;
    const bool alone = !std::filesystem::exists(slotFile(folder_, Slot::Previous), error);
    // One that went bad on the disk must not take the place of the sound one before it.
    const bool better = before != verified.snapshot.digest && !trials_.isQuarantined(before) &&
                        (trials_.isConfirmed(before) || alone) && isWhole(slotFile(folder_, Slot::Good));
    if (auto promoted = promote(verified, folder_, better ? Displaced::Kept : Displaced::LetGo); !promoted)
        return promoted;
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    const auto marks = meetingMarks(folder_);
    const HistoryBounds bounds{setting_.keep, marks.empty() ? std::string() : marks.back().digest};
    return keepInHistory(verified.copy, folder_, verified.snapshot.digest, now, bounds);
}

Result<void> SnapshotStore::confirm(const std::string& digest) {
    trials_.confirm(digest);
    return writeTrials(trials_, folder_, setting_.program);
}

void SnapshotStore::withdraw(const std::string& digest) {
    if (counted_ != digest || trials_.isConfirmed(digest)) return;
    trials_.withdraw(digest);
    [[maybe_unused]] const auto written = writeTrials(trials_, folder_, setting_.program); // then it counts, as before
}

/// What is known of earlier starts is read with the first look: the folder may not be there before.
VerifyOptions SnapshotStore::options(const Progress& goesOn) {
    if (!std::exchange(trialsRead_, true)) recallTrials();
    return {.goesOn = goesOn, .refused = trials_.quarantined, .apart = setting_.apart};
}

/// A damaged note says nothing that can be relied on, so nothing is known, as on a new wall. That costs three more
/// starts where a snapshot stops the wall, and a minute until one that stands is one to fall back on.
void SnapshotStore::recallTrials() {
    auto trials = readTrials(folder_, setting_.program);
    if (trials) {
        trials_ = std::move(*trials);
        return;
    }
    putTrialsAside(folder_);
    remark_ =
        trials.error().message() + " It begins anew: one that stops the wall is put aside after three more starts.";
}

Result<std::vector<InstalledKey>> SnapshotStore::keys() const {
    return setting_.gate ? setting_.gate->keys() : Result<std::vector<InstalledKey>>();
}

void SnapshotStore::rememberTime() const {
    if (setting_.gate) setting_.gate->rememberTime(folder_);
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
