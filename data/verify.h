#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

#include "data/failure.h"
#include "data/limits.h"
#include "data/model.h"
#include "data/signature/signature_check.h"

namespace sightline {

/// A snapshot and the private copy it was read from.
struct VerifiedSnapshot {
    Snapshot snapshot;
    std::filesystem::path copy;
    std::optional<GoodSignature> signature = {}; ///< where one was asked for
};

/// Called now and then, at least at every megabyte, while a file is read: whoever waits for the reader can tell a slow
/// file from one that hangs. Empty: nobody waits.
using Progress = std::function<void()>;

/// Tests change the limits; the program never does.
struct VerifyOptions {
    std::uint64_t mostBytes = limits::kFileBytes;
    std::chrono::milliseconds checkTime = limits::kCheckTime;
    bool checkSeal = true; ///< false only to prove that SQLite's own checks are not enough
    Progress goesOn = {};
    std::optional<SignatureCheck> signature = {}; ///< nothing: it need not be signed
};

/// Copies a snapshot from `source` into the private folder below `stateFolder` (made where missing), and verifies and
/// reads *that copy*: kind and size of the file, header, seal, signature where one is asked for, schema, SQLite's
/// integrity and foreign keys under a time limit, every content rule. Nobody can swap what is verified before it is
/// read, and the source is never opened with SQLite. After a failure no copy stays. On any thread; places in failures
/// name the source.
Result<VerifiedSnapshot> takeSnapshot(const std::filesystem::path& source, const std::filesystem::path& stateFolder,
                                      const VerifyOptions& options = {});

/// Verifies and reads a copy where it lies: the same steps without the copying. For a last good copy at start, and for
/// what is about to be published. Nobody else may be able to write to it.
Result<VerifiedSnapshot> openVerified(const std::filesystem::path& copy, const VerifyOptions& options = {});

/// Makes a taken snapshot the last good one: it is synced, renamed to `good.db`, and the folder is synced, so that it
/// is there after a power cut. The one before stays as `previous.db`. `taken.copy` moves along.
Result<void> promote(VerifiedSnapshot& taken, const std::filesystem::path& stateFolder);

/// Removes the copy of a taken snapshot that is not to be promoted (its content was shown already, say).
void discard(const VerifiedSnapshot& taken);

/// The last good snapshot, verified again: `good.db`, or `previous.db` where that is missing or damaged. The failure is
/// the one of `good.db`; its kind is Missing where nothing was ever promoted.
Result<VerifiedSnapshot> openLastGood(const std::filesystem::path& stateFolder, const VerifyOptions& options = {});

} // namespace sightline
