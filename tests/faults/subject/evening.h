#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "app/meeting_marks.h"
#include "app/pin_lockout.h"
#include "app/snapshot_store.h"
#include "app/status_file.h"

namespace sightline::faults {

/// A store that takes only what is signed with one of these keys.
inline SnapshotStore signedStore(const std::filesystem::path& source, const std::filesystem::path& state,
                                 const std::filesystem::path& keys, TrustedClock& clock) {
    SignatureSettings settings{.keys = keys, .how = KeysFolder::Named};
    return {source, state, {.gate = SignatureGate(std::move(settings), clock)}};
}

/// All that a wall writes into its state folder: it takes a signed snapshot, says how it is doing, somebody enters the
/// PIN, the snapshot stands, the board meets, the wall ends. Returns the digest of the snapshot.
inline Result<std::string> spendEvening(const std::filesystem::path& source, const std::filesystem::path& state,
                                        const std::filesystem::path& keys) {
    TrustedClock clock;
    SnapshotStore store = signedStore(source, state, keys, clock);
    const auto taken = store.take();
    if (!taken) return tl::unexpected(taken.error());
    if (!taken->notKept.empty()) return fail(FailureKind::CannotWrite, "", taken->notKept);
    std::string digest = taken->snapshot->digest;
    WallStatus status;
    status.shown = shownSnapshot(*taken->snapshot, thisMoment());
    PinLockout lockout(store.folder());
    return writeStatus(status, store.folder())
        .and_then([&] { return lockout.begin(); })
        .and_then([&] { return lockout.right(); })
        .and_then([&] { return store.confirm(digest); })
        .and_then([&] {
            return addMeetingMark(store.folder(), {thisMoment(), digest});
        })
        .map([&] {
            store.rememberTime();
            return digest;
        });
}

} // namespace sightline::faults
