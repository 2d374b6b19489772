#pragma once

#include <optional>
#include <string_view>

#include "render/ui_types.h"

namespace sightline {

class Targets;
struct ShowOptions;
struct View;

/// What may be going on while a page is looked at: a meeting, or pages that turn by themselves. For `render` and
/// `targets`, which show one moment of it.
struct Occasion {
    enum class Kind : std::uint8_t { MeetingStart, Meeting, MeetingEnd, Rotation, RotationPaused };
    Kind kind = Kind::MeetingStart;
    MeetingOrder order = MeetingOrder::ByNumber;
    int place = 1;                ///< of the meeting or of the pages in turn, from 1
    std::optional<Location> page; ///< Meeting: another page that is looked at meanwhile
};

/// "meeting" (how to start one), "meeting:3" (its third step), "meeting:3:map" (looking at the map meanwhile),
/// "meeting:attention:1", "meeting:end", "rotation:2", "rotation:2:paused"; nothing for anything else.
std::optional<Occasion> parseOccasion(std::string_view name);

/// The state of such a moment on a wall with those settings; nothing where the checklist has no such place.
std::optional<UiState> stateOn(const Occasion& occasion, const ShowOptions& wall, const View& view,
                               const Targets& targets);

} // namespace sightline
