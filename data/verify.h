#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "data/failure.h"
#include "data/limits.h"
#include "data/model.h"
#include "data/progress.h"
#include "data/signature/signature_check.h"
#include "data/source_copy.h"

namespace sightline {

/// A snapshot and the private copy it was read from.
struct VerifiedSnapshot {
    Snapshot snapshot;
    std::filesystem::path copy;
    std::optional<GoodSignature> signature = {}; ///< where one was asked for
};

/// Why a snapshot of a digest in VerifyOptions::refused is not taken.
inline constexpr const char* kQuarantinedSentence =
    "The wall stopped three times while it showed this snapshot, so it was put aside; publish a corrected one.";

/// Checks a private copy of so many bytes in another process before SQLite reads it in this one (check_apart.h);
/// `place` names it in failures. False: it could not be tried, and this process is to do all of it.
using CopyCheck = std::function<Result<bool>(const std::filesystem::path& copy, std::uint64_t bytes,
                                             const std::string& place, const Progress& goesOn)>;

/// Tests change the limits; the program never does.
struct VerifyOptions {
    std::uint64_t mostBytes = limits::kFileBytes;
    std::chrono::milliseconds checkTime = limits::kCheckTime; ///< 0: no limit, and no thread to keep it
    bool checkRights = true;                                  ///< of the source; false only in tests
    bool checkSeal = true; ///< false only to prove that SQLite's own checks are not enough
    Progress goesOn = {};
    std::optional<SignatureCheck> signature = {}; ///< nothing: it need not be signed
    std::vector<std::string> refused = {};        ///< digests that are not to be taken, whatever they hold (trials.h)
    CopyCheck apart = {};                         ///< empty: everything happens in this process
};

/// Copies a snapshot from `source` into the private folder below `stateFolder` (made where missing), and verifies and
/// reads *that copy*: kind and size of the file, header, seal, signature where one is asked for, schema, SQLite's
/// integrity and foreign keys under a time limit, every content rule. With `options.apart` all that takes SQLite
/// happens there first, and here again but for the checks of integrity. Nobody can swap what is verified before it is
/// read, and the source is never opened with SQLite. After a failure no copy stays. On any thread; places in failures
/// name the source.
Result<VerifiedSnapshot> takeSnapshot(const std::filesystem::path& source, const std::filesystem::path& stateFolder,
                                      const VerifyOptions& options = {});

/// The two halves of it. `copySource` is all that touches the source, which may be on a network folder that does not
/// answer; `verifyCopy` is everything else. `options` are the same for both, but for `signature`, of which the first
/// only needs to know whether there is one.
Result<SourceCopy> copySource(const std::filesystem::path& source, const std::filesystem::path& stateFolder,
                              const VerifyOptions& options = {});
Result<VerifiedSnapshot> verifyCopy(SourceCopy copied, const VerifyOptions& options = {});

/// Verifies and reads a copy where it lies: the same steps without the copying. For a last good copy at start, and for
/// what is about to be published. Nobody else may be able to write to it.
Result<VerifiedSnapshot> openVerified(const std::filesystem::path& copy, const VerifyOptions& options = {});

/// Whether a private copy is still what its seal says, to the byte.
bool isWhole(const std::filesystem::path& copy);

/// The part of it that takes SQLite, on a copy whose header and seal are in order: what a process of its own does.
Result<void> checkCopy(const std::filesystem::path& copy, std::uint64_t bytes, const VerifyOptions& options,
                       const std::string& place);

/// What becomes of the copy that was the last good one: it stays as `previous.db`, or is let go because the one that is
/// `previous.db` is the better one to fall back on.
enum class Displaced { Kept, LetGo };

/// Makes a taken snapshot the last good one: it is synced, renamed to `good.db`, and the folder is synced, so that it
/// is there after a power cut. `taken.copy` moves along.
Result<void> promote(VerifiedSnapshot& taken, const std::filesystem::path& stateFolder,
                     Displaced displaced = Displaced::Kept);

/// Removes the copy of a taken snapshot that is not to be promoted (its content was shown already, say).
void discard(const VerifiedSnapshot& taken);

/// The last good snapshot, verified again: `good.db`, or `previous.db` where that is missing or damaged. The failure is
/// the one of `good.db`; its kind is Missing where nothing was ever promoted.
Result<VerifiedSnapshot> openLastGood(const std::filesystem::path& stateFolder, const VerifyOptions& options = {});

} // namespace sightline
