#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "data/failure.h"

namespace sightline {

/// "We met today": when, and which snapshot was on the wall.
struct MeetingMark {
    std::chrono::sys_seconds met;
    std::string digest; ///< of the snapshot
};

/// The marks in a state folder (`meetings.json`), oldest first. A file that cannot be read counts as none: a comparison
/// falls back to the previous snapshot.
std::vector<MeetingMark> meetingMarks(const std::filesystem::path& stateFolder);

/// Adds a mark, durably. The snapshot itself is never written to.
Result<void> addMeetingMark(const std::filesystem::path& stateFolder, const MeetingMark& mark);

} // namespace sightline
