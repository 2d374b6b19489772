#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "data/failure.h"

namespace sightline {

/// So many starts may end while a snapshot that is on trial is on the wall; then it is put aside. Three, and a minute
/// on the panel, are the numbers of greenboot, which does the same for whole systems.
inline constexpr int kStartsOnTrial = 3;

/// What a wall has learnt of its snapshots by showing them. A snapshot that passes every check may still stop the
/// program that draws it, at every start anew. So each one is on trial until it has been on the panel for a while; one
/// that ends three starts before that is put aside, by its digest, and the one before is shown again.
struct Trials {
    std::string onTrial;                  ///< Snapshot::digest of the one that is being tried; empty: none
    int starts = 0;                       ///< that began to show it and have not ended well, the present one included
    std::vector<std::string> confirmed;   ///< digests that stood, newest first
    std::vector<std::string> quarantined; ///< digests that did not, newest first

    [[nodiscard]] bool isConfirmed(const std::string& digest) const;
    [[nodiscard]] bool isQuarantined(const std::string& digest) const;

    /// A start is about to show it. False: it has had its starts, and is now quarantined.
    bool begin(const std::string& digest);
    /// It has been on the panel long enough.
    void confirm(const std::string& digest);
    /// The start that was showing it ends because it was told to.
    void withdraw(const std::string& digest);

    bool operator==(const Trials&) const = default;
};

/// Reads what writeTrials wrote into the state folder; nothing is known where there is no such file. `program`: its
/// version. What another version wrote is not known either: it drew other pictures, and may fail, or not, where that
/// one did not, or did. Failure: the file cannot be read, or holds something else.
Result<Trials> readTrials(const std::filesystem::path& stateFolder, const std::string& program);

/// Moves a file that readTrials fails at out of the way, to damaged-trials.json beside it, whatever it is: the count
/// has to begin anew, or a snapshot that stops the wall would do so for ever.
void putTrialsAside(const std::filesystem::path& stateFolder);

/// Writes it in one step that survives a power cut.
Result<void> writeTrials(const Trials& trials, const std::filesystem::path& stateFolder, const std::string& program);

} // namespace sightline
