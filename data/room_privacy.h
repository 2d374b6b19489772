#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/changes.h"
#include "data/model.h"

namespace sightline {

/// How a room treats marked evidence while it is closed. Markings are compared by their letters and digits alone, so
/// that "Official – Sensitive" is "OFFICIAL-SENSITIVE". Evidence without a marking is always shown.
///
/// A marking that stands in several lists counts by the strictest. One that stands in none, but begins with a hidden
/// one, is hidden too: a handling instruction ("OFFICIAL-SENSITIVE PERSONAL") never makes a marking weaker.
struct RoomPrivacy {
    std::vector<std::string> shown{"OFFICIAL"};
    std::vector<std::string> titleOnly{"OFFICIAL-SENSITIVE"};
    std::vector<std::string> hidden;
    Shown others = Shown::Title; ///< of markings in none of the lists: a council's own, or misspelled ones

    /// For a room whose rules are not known: whatever is marked is hidden.
    static RoomPrivacy strictest() { return {{}, {}, {}, Shown::Nothing}; }
    bool operator==(const RoomPrivacy&) const = default;
};

Shown shownOf(const RoomPrivacy& privacy, std::string_view marking);

/// Whether anything in a checklist is not shown in full.
bool leavesOut(const RoomPrivacy& privacy, const Checklist& checklist);

/// What a room may see while it is closed. Of a title-only item the name, marking, kind, line, dates and elements stay;
/// of a hidden one the marking, and the line, date and elements that it is counted by. What is left out is not there:
/// no page, search, code or label can show it. Ids, order and every count (`summarise`) are as before. Pages of a
/// document stay where an item that is shown in full has them too.
Checklist closedCopy(Checklist checklist, const RoomPrivacy& privacy);
Changes closedCopy(Changes changes, const RoomPrivacy& privacy);

/// What stands in the place of owners' names.
inline constexpr std::string_view kOwnerNotShown = "Owner not shown";

/// What a room may see while nobody is there, where owners' names are hidden then. "No owner" stays: it is no name.
Checklist withoutOwners(Checklist checklist);
Changes withoutOwners(Changes changes);

/// "Not shown: OFFICIAL-SENSITIVE", in the place of a hidden item's name.
std::string notShownName(std::string_view marking);

} // namespace sightline
