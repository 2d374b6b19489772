#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "data/failure.h"
#include "data/history.h"
#include "data/model.h"
#include "data/page_pictures.h"
#include "data/signature/signature_gate.h"
#include "data/stale_setting.h"
#include "data/verify.h"

namespace sightline {

/// A snapshot as it came out of the store.
struct Taken {
    std::shared_ptr<const Snapshot> snapshot;
    PictureSource pictures; ///< of its documents, out of the very file that was verified, whatever replaces it later
    std::string notKept;    ///< why it will not survive a restart without its source; empty: it will
};

/// A snapshot's source and the folder that keeps its last good copy. What is verified is always the private copy.
class SnapshotStore {
public:
    /// `state`: the wall's folder; each source gets one of its own in it, so that two walls do not mix. `keep`: how
    /// many snapshots its history holds. `stale`: when evidence counts as stale on this wall. `gate`: what signatures
    /// are asked for; nothing: none.
    SnapshotStore(std::filesystem::path source, const std::filesystem::path& state, std::size_t keep = kKeptSnapshots,
                  const StaleSetting& stale = {}, std::optional<SignatureGate> gate = std::nullopt);

    /// Copies the source, verifies the copy and keeps it as the last good one, and in the history. What the last
    /// meeting saw stays there however many have come since.
    Result<Taken> take(const Progress& goesOn = {}) const;
    /// The last good copy, verified again.
    Result<Taken> lastGood(const Progress& goesOn = {}) const;

    [[nodiscard]] const std::filesystem::path& source() const { return source_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    /// Remembers that now has passed, for clocks that are not set after the next start.
    void rememberTime() const;

private:
    std::filesystem::path source_;
    std::filesystem::path folder_;
    std::size_t keep_;
    StaleSetting stale_;
    std::optional<SignatureGate> gate_;
};

/// Where last good copies go unless `--state` says otherwise: $STATE_DIRECTORY (systemd), else
/// $XDG_STATE_HOME/sightline, else ~/.local/state/sightline.
std::filesystem::path defaultStateFolder();
/// Where `show` looks for a snapshot when it is given none: $XDG_DATA_HOME/sightline/snapshot.db, else
/// ~/.local/share/sightline/snapshot.db.
std::filesystem::path defaultSnapshotPath();

} // namespace sightline
