#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "data/failure.h"
#include "data/history.h"
#include "data/model.h"
#include "data/page_pictures.h"
#include "data/signature/signature_gate.h"
#include "data/stale_setting.h"
#include "data/state_folder.h"
#include "data/trials.h"
#include "data/verify.h"

namespace sightline {

/// A snapshot as it came out of the store.
struct Taken {
    std::shared_ptr<const Snapshot> snapshot;
    PictureSource pictures; ///< of its documents, out of the very file that was verified, whatever replaces it later
    std::string notKept;    ///< why it will not survive a restart without its source; empty: it will
    bool onTrial = false;   ///< it has not been on the panel long enough yet to be sure of it (data/trials.h)
};

/// A source and the signature beside it, as they were brought here.
struct Brought {
    std::optional<SignatureCheck> signature; ///< nothing: none is asked for
    SourceCopy copy;
};

/// How a wall goes about its snapshots.
struct StoreSetting {
    std::size_t keep = kKeptSnapshots;      ///< how many snapshots the history holds
    StaleSetting stale = {};                ///< when evidence counts as stale on this wall
    CopyCheck apart = {};                   ///< checks copies in a process of its own; empty: all is done in this one
    std::string program = {};               ///< version of the program that draws them
    std::optional<SignatureGate> gate = {}; ///< what signatures are asked for; nothing: none
};

/// A snapshot's source and the folder that keeps its last good copy. What is verified is always the private copy.
class SnapshotStore {
public:
    /// `state`: the wall's folder; each source gets one of its own in it, so that two walls do not mix.
    SnapshotStore(std::filesystem::path source, const std::filesystem::path& state, StoreSetting setting = {});

    /// Copies the source, verifies the copy and keeps it as the last good one, and in the history. What the last
    /// meeting saw stays there however many have come since. Whoever gets it is about to show it: where it is on trial,
    /// that counts as a start, and one that has had its starts is refused.
    Result<Taken> take(const Progress& goesOn = {});
    /// The two halves of it. The first is all that touches the source, and is to be called once, on any thread; it
    /// needs nothing of the store, and may come back when that is gone.
    [[nodiscard]] std::function<Result<Brought>(const Progress& goesOn)> bringing() const;
    Result<Taken> take(Result<Brought> brought, const Progress& goesOn = {});
    /// The last good copy, verified again, with the same rule; else the one before.
    Result<Taken> lastGood(const Progress& goesOn = {});

    /// A snapshot has been on the panel for long enough.
    Result<void> confirm(const std::string& digest);
    /// The wall ends because it was told to, with this snapshot on the panel: nothing is held against it.
    void withdraw(const std::string& digest);

    [[nodiscard]] const std::filesystem::path& source() const { return source_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Where keys are; empty: none are asked for.
    [[nodiscard]] std::filesystem::path keysFolder() const { return setting_.gate ? setting_.gate->keysFolder() : ""; }
    /// Those that are installed now.
    [[nodiscard]] Result<std::vector<InstalledKey>> keys() const;
    /// What was wrong with what this wall remembers of its snapshots, one sentence, told once; empty: nothing.
    [[nodiscard]] std::string takeRemark() { return std::exchange(remark_, {}); }
    /// Remembers that now has passed, for clocks that are not set after the next start.
    void rememberTime() const;

private:
    Result<Taken> openSlot(Slot slot, const Progress& goesOn);
    Result<bool> tryOut(const std::string& digest);
    Result<void> keep(VerifiedSnapshot& verified);
    VerifyOptions options(const Progress& goesOn);
    void recallTrials();

    std::filesystem::path source_;
    std::filesystem::path folder_;
    StoreSetting setting_;
    Trials trials_;
    bool trialsRead_ = false;
    std::string remark_;
    std::string counted_; ///< the digest this start counts for already
};

/// Where last good copies go unless `--state` says otherwise: $STATE_DIRECTORY (systemd), else
/// $XDG_STATE_HOME/sightline, else ~/.local/state/sightline.
std::filesystem::path defaultStateFolder();
/// Where `show` looks for a snapshot when it is given none: $XDG_DATA_HOME/sightline/snapshot.db, else
/// ~/.local/share/sightline/snapshot.db.
std::filesystem::path defaultSnapshotPath();

} // namespace sightline
