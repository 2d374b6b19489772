#include "app/meeting.h"

#include <algorithm>

#include "app/update.h"

namespace sightline {

namespace {

constexpr std::array kLists{ListId::ElementPosition, ListId::ElementEvidence, ListId::ElementActions};

bool holds(const Checklist& checklist, int element) {
    return std::ranges::find(checklist.elements, element, &Element::number) != checklist.elements.end();
}

Location placeOf(const Meeting& meeting) { return {Page::Element, meeting.element()}; }

/// The page of the meeting's element, reached from the overview, with its lists from the top.
UiState shown(const UiState& state, const Checklist* checklist, const Targets& targets) {
    const UiState home = update(state, OpenPage{}, checklist, targets);
    return update(home, OpenPage{placeOf(*home.meeting)}, checklist, targets);
}

} // namespace

void askMeeting(UiState& state, const AskMeeting& ask) {
    const bool held = state.meeting.has_value();
    const bool sound = ask.question == MeetingQuestion::None || (ask.question == MeetingQuestion::End) == held;
    if (sound) state.meetingQuestion = ask.question;
}

UiState started(const UiState& state, const StartMeeting& start, const Checklist* checklist, const Targets& targets) {
    UiState next = state;
    next.meetingQuestion = MeetingQuestion::None;
    if (checklist == nullptr || start.steps.front() == 0) return next;
    next.meeting = Meeting{.order = start.order, .steps = start.steps, .at = 0, .time = {}, .scroll = {}};
    settleMeeting(next, *checklist);
    return next.meeting ? shown(next, checklist, targets) : next;
}

UiState atStep(const UiState& state, const GoToStep& go, const Checklist* checklist, const Targets& targets) {
    if (!state.meeting || go.step < 0 || go.step >= state.meeting->count()) return state;
    const bool moves = go.step != state.meeting->at;
    if (!moves && state.here == placeOf(*state.meeting)) return state;
    UiState next = state;
    next.meeting->at = go.step;
    if (moves) next.meeting->scroll = {};
    next = shown(next, checklist, targets);
    for (std::size_t i = 0; i < kLists.size(); ++i)
        next.scroll[static_cast<std::size_t>(kLists[i])] = next.meeting->scroll[i];
    return next;
}

UiState afterMeeting() { return {}; }

void keepPlace(const UiState& before, UiState& next) {
    if (!before.meeting || !next.meeting || before.meeting->at != next.meeting->at) return;
    const Location place = placeOf(*before.meeting);
    if (before.here != place || next.here == place) return;
    for (std::size_t i = 0; i < kLists.size(); ++i) next.meeting->scroll[i] = before.scrolled(kLists[i]);
}

void settleMeeting(UiState& state, const Checklist& checklist) {
    if (!state.meeting) return;
    Meeting& meeting = *state.meeting;
    const Meeting before = meeting;
    meeting.steps = {};
    meeting.at = 0;
    std::size_t count = 0;
    for (int step = 0; step < before.count(); ++step) {
        const int element = before.steps[static_cast<std::size_t>(step)];
        if (!holds(checklist, element)) continue;
        // Where its own element is gone, the meeting is at the one that came after it.
        if (step <= before.at) meeting.at = static_cast<int>(count) + (step < before.at ? 1 : 0);
        meeting.steps[count++] = element;
    }
    for (const Element& element : checklist.elements)
        if (count < meeting.steps.size() && std::ranges::find(meeting.steps, element.number) == meeting.steps.end())
            meeting.steps[count++] = element.number;
    if (count == 0) {
        state.meeting.reset();
        state.meetingQuestion = MeetingQuestion::None;
        return;
    }
    meeting.at = std::min(meeting.at, static_cast<int>(count) - 1);
    if (meeting.element() != before.element()) meeting.scroll = {};
}

Seconds untouchedLimit(const UiState& state, const ShowOptions& options) {
    return state.meeting ? options.meetingLongest : options.idleSeconds;
}

} // namespace sightline
