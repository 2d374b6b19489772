#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "app/log.h"
#include "app/source_trust.h"
#include "app/wall_status.h"
#include "data/model.h"

namespace sightline {

/// Keeps how a wall is doing: tells the journal what changed, and writes the status into the wall's own state folder,
/// only after a change and at most once in kStatusPause. A wall that nobody touches writes nothing. Used by one thread
/// at a time: the loader's.
class WallRecord {
public:
    WallRecord(WallIdentity wall, std::filesystem::path folder, Log& log);

    /// Another snapshot is on the wall.
    void shown(const Snapshot& snapshot);
    /// What is wrong with the source; empty: nothing any more.
    void problem(const std::string& sentence);
    /// What asks for somebody, though a snapshot is shown: it expired, say.
    /// How far what is shown can be relied on now.
    void trusted(const SourceTrust& trust);
    /// Something of the wall's own was not in order, and is again: for whoever looks into the last events. Empty:
    /// nothing.
    void remarked(const std::string& sentence);
    void counted(const WallCounts& counts);
    /// The wall is told to end: writes that at once.
    void end();

    /// Writes where that is due. Returns seconds until there is something to do again; nothing: not before the next
    /// change.
    std::optional<Seconds> settle(Seconds now);

    [[nodiscard]] const WallStatus& status() const { return status_; }

private:
    void remember(bool taken, std::string what);
    void write();

    WallStatus status_;
    std::filesystem::path folder_;
    Log& log_;
    bool changed_ = true;
    std::optional<Seconds> written_;
};

/// Seconds.
inline constexpr Seconds kStatusPause = 30;

} // namespace sightline
