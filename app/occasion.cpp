#include "app/occasion.h"

#include <charconv>

#include "app/options.h"
#include "app/page_name.h"
#include "app/rotation.h"
#include "app/update.h"
#include "render/meeting_bar.h"
#include "render/targets.h"
#include "render/view.h"

namespace sightline {

namespace {

using Kind = Occasion::Kind;

/// Takes "3" or "3:" off the front.
std::optional<int> takeNumber(std::string_view& name) {
    int value = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), value);
    if (error != std::errc{} || value <= 0) return std::nullopt;
    name.remove_prefix(static_cast<std::size_t>(end - name.data()));
    if (name.empty()) return value;
    if (!name.starts_with(':') || name.size() == 1) return std::nullopt;
    name.remove_prefix(1);
    return value;
}

bool take(std::string_view& name, std::string_view beginning) {
    if (!name.starts_with(beginning)) return false;
    name.remove_prefix(beginning.size());
    return true;
}

std::optional<Occasion> parseMeeting(std::string_view name) {
    Occasion occasion{.kind = Kind::Meeting, .order = MeetingOrder::ByNumber, .place = 1, .page = {}};
    if (take(name, "attention:")) occasion.order = MeetingOrder::ByAttention;
    const auto place = takeNumber(name);
    if (!place) return std::nullopt;
    occasion.place = *place;
    if (name.empty()) return occasion;
    occasion.page = parsePageName(name);
    return occasion.page ? std::optional(occasion) : std::nullopt;
}

std::optional<UiState> inMeeting(const Occasion& occasion, const ShowOptions& wall, const View& view,
                                 const Targets& targets) {
    const Checklist* checklist = &view.checklist();
    UiState state = update({}, meetingIn(occasion.order, view), checklist, targets);
    if (!state.meeting || occasion.place > state.meeting->count()) return std::nullopt;
    state = update(state, GoToStep{occasion.place - 1}, checklist, targets);
    if (wall.meetingMinutes > 0) state.meeting->time = MeetingTime{.used = 0, .planned = wall.meetingMinutes};
    if (!occasion.page) return state;
    state = update(state, OpenPage{*occasion.page}, checklist, targets);
    return state.here == *occasion.page ? std::optional(state) : std::nullopt;
}

std::optional<UiState> inRotation(const Occasion& occasion, const ShowOptions& wall, const View& view) {
    constexpr int kSeconds = 20; // where the wall turns none by itself
    const auto pages = pagesInTurn(wall.rotation.pages, view);
    if (occasion.place > static_cast<int>(pages.size())) return std::nullopt;
    const int seconds = wall.rotation.seconds > 0 ? wall.rotation.seconds : kSeconds;
    const UiState state = inTurn(pages, occasion.place, seconds, static_cast<int>(wall.idleSeconds));
    return occasion.kind == Kind::RotationPaused ? withPause(state) : state;
}

} // namespace

std::optional<Occasion> parseOccasion(std::string_view name) {
    if (name == "meeting") return Occasion{.kind = Kind::MeetingStart, .order = {}, .place = 1, .page = {}};
    if (name == "meeting:end") return Occasion{.kind = Kind::MeetingEnd, .order = {}, .place = 1, .page = {}};
    if (take(name, "meeting:")) return parseMeeting(name);
    if (!take(name, "rotation:")) return std::nullopt;
    const auto place = takeNumber(name);
    if (!place || (!name.empty() && name != "paused")) return std::nullopt;
    return Occasion{
        .kind = name.empty() ? Kind::Rotation : Kind::RotationPaused, .order = {}, .place = *place, .page = {}};
}

std::optional<UiState> stateOn(const Occasion& occasion, const ShowOptions& wall, const View& view,
                               const Targets& targets) {
    switch (occasion.kind) {
    case Kind::MeetingStart: return update({}, AskMeeting{MeetingQuestion::Start}, &view.checklist(), targets);
    case Kind::Meeting: return inMeeting(occasion, wall, view, targets);
    case Kind::MeetingEnd: {
        const auto state = inMeeting(occasion, wall, view, targets);
        if (!state) return std::nullopt;
        return update(*state, AskMeeting{MeetingQuestion::End}, &view.checklist(), targets);
    }
    case Kind::Rotation:
    case Kind::RotationPaused: return inRotation(occasion, wall, view);
    }
    return std::nullopt;
}

} // namespace sightline
