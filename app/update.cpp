#include "app/update.h"

#include <algorithm>
#include <array>
#include <span>

#include "app/document_zoom.h"
#include "app/meeting.h"
#include "app/touch_check.h"
#include "app/update_privacy.h"
#include "data/search/search_results.h"
#include "data/text_rules.h"
#include "render/scroll.h"
#include "render/utf8.h"
#include "render/view.h"

namespace sightline {

namespace {

/// No snapshot holds that many pages.
constexpr int kMostTyped = 1'000'000;

template <class... Cases>
struct Overloaded : Cases... {
    using Cases::operator()...;
};
template <class... Cases>
Overloaded(Cases...) -> Overloaded<Cases...>; // GCC needs it no more, Clang 14 does

float& offsetOf(UiState& state, ListId list) { return state.scroll[static_cast<std::size_t>(list)]; }

/// The lists of a page that can be met again through Back, in the order of Kept::scroll.
std::span<const ListId> keptLists(Page page) {
    static constexpr std::array kElement{ListId::ElementPosition, ListId::ElementEvidence, ListId::ElementActions};
    static constexpr std::array kEvidence{ListId::Evidence};
    static constexpr std::array kItem{ListId::ItemFacts, ListId::ItemText, ListId::DocumentDown,
                                      ListId::DocumentAcross};
    static constexpr std::array kSearch{ListId::SearchResults};
    switch (page) {
    case Page::Element: return kElement;
    case Page::Evidence: return kEvidence;
    case Page::EvidenceItem: return kItem;
    case Page::Search: return kSearch;
    default: return {};
    }
}

void resetScrolls(UiState& state, ListId first, ListId last) {
    const auto begin = static_cast<std::size_t>(first);
    const auto end = static_cast<std::size_t>(last) + 1;
    std::fill(state.scroll.begin() + static_cast<std::ptrdiff_t>(begin),
              state.scroll.begin() + static_cast<std::ptrdiff_t>(end), 0.0F);
}

void resetScrollsOf(UiState& state, Page page) {
    switch (page) {
    case Page::Overview: return resetScrolls(state, ListId::OverviewTiles, ListId::OverviewTiles);
    case Page::Element: return resetScrolls(state, ListId::ElementPosition, ListId::ElementActions);
    case Page::Evidence: return resetScrolls(state, ListId::Evidence, ListId::EvidenceFilters);
    case Page::EvidenceItem: return resetScrolls(state, ListId::ItemFacts, ListId::DocumentAcross);
    case Page::Actions: return resetScrolls(state, ListId::ActionColumns, ListId::ActionStrip);
    case Page::Map: return resetScrolls(state, ListId::Map, ListId::Map);
    case Page::Changes: return resetScrolls(state, ListId::Changes, ListId::ChangedActions);
    case Page::Search: return resetScrolls(state, ListId::SearchResults, ListId::SearchResults);
    case Page::About: return resetScrolls(state, ListId::About, ListId::AboutSide);
    case Page::Health: return resetScrolls(state, ListId::Health, ListId::HealthSide);
    case Page::Pattern: return resetScrolls(state, ListId::Pattern, ListId::PatternSide);
    }
}

/// Pages about the wall itself: they are there without a snapshot, and Back leads from them to where one was.
bool isOwnPage(Page page) { return page == Page::Health || page == Page::Pattern; }

bool isTopPage(Page page) { return page != Page::Element && page != Page::EvidenceItem && !isOwnPage(page); }

bool exists(const Location& place, const Checklist* checklist) {
    if (isTopPage(place.page) || isOwnPage(place.page)) return true;
    if (checklist == nullptr) return false;
    if (place.page == Page::Element)
        return std::ranges::find(checklist->elements, place.item, &Element::number) != checklist->elements.end();
    return evidenceIndex(*checklist, place.item) >= 0;
}

/// A page of an item's document that there is, or the first.
int existingPage(const Location& place, const Checklist* checklist) {
    if (place.page != Page::EvidenceItem || checklist == nullptr) return 0;
    const Document* document = documentOf(*checklist, place.item);
    const auto pages = document == nullptr ? 0 : static_cast<int>(document->pages.size());
    return place.documentPage >= 1 && place.documentPage <= pages ? place.documentPage : 0;
}

/// `place`, or the page that lists its kind where it does not exist.
Location existing(const Location& place, const Checklist* checklist) {
    if (exists(place, checklist))
        return {place.page, isTopPage(place.page) || isOwnPage(place.page) ? 0 : place.item,
                existingPage(place, checklist)};
    return {place.page == Page::EvidenceItem && checklist != nullptr ? Page::Evidence : Page::Overview, 0};
}

EvidenceFilter existing(EvidenceFilter filter, const Checklist& checklist) {
    if (filter.element != 0 && !exists({Page::Element, filter.element}, &checklist)) filter.element = 0;
    if (filter.line < 0 || filter.line > 3) filter.line = 0;
    if (filter.kind > 0 && std::ranges::find(checklist.kinds, filter.kind, &EvidenceKind::id) == checklist.kinds.end())
        filter.kind = 0;
    return filter;
}

void leaveTrail(UiState& state) {
    Kept kept{.filter = state.filter, .scroll = {}, .zoom = state.zoom};
    const auto lists = keptLists(state.here.page);
    for (std::size_t i = 0; i < lists.size(); ++i) kept.scroll[i] = state.scrolled(lists[i]);
    state.trail.push_back(state.here);
    state.kept.push_back(kept);
    if (state.trail.size() > kTrailLimit) {
        state.trail.erase(state.trail.begin());
        state.kept.erase(state.kept.begin());
    }
}

void forgetTrail(UiState& state) {
    state.trail.clear();
    state.kept.clear();
}

void stopAsking(UiState& state) {
    state.askingPage = false;
    state.typedPage = 0;
}

/// An item opens with the whole of a page.
void resetDocument(UiState& state) {
    state.zoom = 0;
    state.details = false;
    stopAsking(state);
}

/// Another page of the document that is open: as large as the one before, from its top.
void turnTo(UiState& state, const Location& to) {
    state.here = to;
    state.details = false;
    resetScrolls(state, ListId::DocumentDown, ListId::DocumentDown);
}

void goBack(UiState& state) {
    if (state.trail.empty()) {
        if (state.here.page == Page::Overview) return;
        state.here = {};
        resetDocument(state);
        resetScrollsOf(state, Page::Overview);
        return;
    }
    resetDocument(state);
    state.here = state.trail.back();
    const Kept kept = state.kept.back();
    state.filter = kept.filter;
    state.zoom = kept.zoom;
    const auto lists = keptLists(state.here.page);
    for (std::size_t i = 0; i < lists.size(); ++i) offsetOf(state, lists[i]) = kept.scroll[i];
    state.trail.pop_back();
    state.kept.pop_back();
}

/// Unlike other top pages, the search leads back to where it was wanted. Where it is among the places that Back leads
/// to, as what it found is open, it is gone back to.
void openSearch(UiState& state) {
    const auto found = std::ranges::find(state.trail, Page::Search, &Location::page);
    if (found == state.trail.end()) {
        leaveTrail(state);
        state.here = {Page::Search};
        resetDocument(state);
        return resetScrollsOf(state, Page::Search);
    }
    const auto kept = static_cast<std::size_t>(found - state.trail.begin()) + 1;
    state.trail.resize(kept);
    state.kept.resize(kept);
    goBack(state);
}

void open(UiState& state, const OpenPage& command, const Checklist* checklist) {
    const Location to = existing(command.to, checklist);
    stopAsking(state);
    if (to.page == Page::EvidenceItem && state.here.page == to.page && state.here.item == to.item)
        return turnTo(state, to);
    if (to.page == Page::Search) {
        if (state.here.page != Page::Search) openSearch(state);
        return;
    }
    if (isTopPage(to.page)) {
        forgetTrail(state);
        if (to.page == Page::Evidence) state.filter = {};
    } else if (to == state.here) {
        return;
    } else if (to.page != state.here.page) {
        leaveTrail(state);
    }
    state.here = to;
    resetDocument(state);
    resetScrollsOf(state, to.page);
}

void open(UiState& state, const OpenEvidence& command, const Checklist* checklist) {
    const EvidenceFilter filter = checklist == nullptr ? EvidenceFilter{} : existing(command.filter, *checklist);
    if (state.here.page == Page::Evidence && state.filter == filter) return;
    if (state.here.page != Page::Evidence) leaveTrail(state);
    state.here = {Page::Evidence, 0};
    resetDocument(state);
    state.filter = filter;
    resetScrollsOf(state, Page::Evidence);
}

void type(UiState& state, char32_t character) {
    std::string typed;
    appendUtf8(typed, character);
    // Nothing is gained from spaces before or between words, and a line feed or the like is no text.
    const bool idle = character == U' ' && (state.query.empty() || state.query.back() == ' ');
    if (idle || textProblem(typed, 1, LineFeeds::Refused) ||
        textProblem(state.query, kQueryCharacters - 1, LineFeeds::Refused))
        return;
    state.query += typed;
    resetScrollsOf(state, Page::Search);
}

void deleteCharacter(UiState& state) {
    constexpr auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; };
    while (!state.query.empty() && continues(state.query.back())) state.query.pop_back();
    if (!state.query.empty()) state.query.pop_back();
    resetScrollsOf(state, Page::Search);
}

void clearQuery(UiState& state) {
    state.query.clear();
    resetScrollsOf(state, Page::Search);
}

void pageList(UiState& state, const PageList& command, const Targets& targets) {
    const ScrollArea* area = targets.scrollArea(command.list);
    if (area == nullptr) return;
    // A row of what was seen stays in sight, so the reader finds the place again.
    const float step = area->extent() * 0.9F * static_cast<float>(command.direction);
    offsetOf(state, command.list) = clampScroll(state.scrolled(command.list) + step, area->maxScroll());
}

void typePage(UiState& state, const TypePage& command) {
    if (command.digit < 0)
        state.typedPage /= 10;
    else if (state.typedPage < kMostTyped)
        state.typedPage = state.typedPage * 10 + std::min(command.digit, 9);
}

} // namespace

UiState update(const UiState& state, const Command& command, const Checklist* checklist, const Targets& targets) {
    UiState next = state;
    next.idleSecondsLeft = 0;
    std::visit(Overloaded{
                   [&](const OpenPage& open_) { open(next, open_, checklist); },
                   [&](const OpenRow& open_) {
                       open(next, OpenPage{open_.to}, checklist);
                       if (next.here == open_.to) next.pointed = {.list = open_.list, .row = open_.row};
                   },
                   [&](const OpenEvidence& open_) { open(next, open_, checklist); },
                   [&](const GoBack&) {
                       if (next.pin.asked)
                           next.pin = {};
                       else if (next.touchCheck.on)
                           next.touchCheck = {};
                       else if (next.askingMark)
                           next.askingMark = false;
                       else if (next.meetingQuestion != MeetingQuestion::None)
                           next.meetingQuestion = MeetingQuestion::None;
                       else if (next.askingPage)
                           stopAsking(next);
                       else
                           goBack(next);
                   },
                   [&](const SetFilter& set) {
                       next.filter = checklist == nullptr ? EvidenceFilter{} : existing(set.filter, *checklist);
                       resetScrollsOf(next, Page::Evidence);
                   },
                   [&](const SetGrouping& set) {
                       next.grouping = set.grouping;
                       resetScrollsOf(next, Page::Actions);
                   },
                   [&](const ShowDone& show) {
                       next.withDone = show.shown;
                       resetScrollsOf(next, Page::Actions);
                   },
                   [&](const PageList& page) { pageList(next, page, targets); },
                   [&](const ZoomPage& zoom) { zoomPage(next, zoom, targets); },
                   [&](const PanPage& pan) { panPage(next, pan, targets); },
                   [&](const ShowDetails& show) { next.details = show.shown; },
                   [&](const AskPage& ask) {
                       next.askingPage = ask.asked;
                       next.typedPage = 0;
                   },
                   [&](const TypePage& typed) { typePage(next, typed); },
                   [](const StayHere&) {},
                   [&](const AskMark& ask) { next.askingMark = ask.asked; },
                   [&](const MarkMeeting&) {
                       next.askingMark = false;
                       if (next.meetingQuestion == MeetingQuestion::End) next = afterMeeting();
                   },
                   [&](const ShowHealth&) {
                       open(next, OpenPage{{Page::Health, 0}}, checklist);
                   },
                   [&](const CheckTouch& check) {
                       next.touchCheck = {};
                       next.touchCheck.on = check.on;
                   },
                   [&](const TouchSpot& touched) { meetSpot(next.touchCheck, touched, targets); },
                   [&](const TypeCharacter& typed) { type(next, typed.character); },
                   [&](const DeleteCharacter&) { deleteCharacter(next); },
                   [&](const ClearQuery&) { clearQuery(next); },
                   [&](const ShowKeys& show) { next.keys = show.layer; },
                   [&](const AskMeeting& ask) { askMeeting(next, ask); },
                   [&](const StartMeeting& start) { next = started(next, start, checklist, targets); },
                   [&](const GoToStep& go) { next = atStep(next, go, checklist, targets); },
                   [&](const EndMeeting&) { next = afterMeeting(); },
                   [&](const auto& privacy) { updatePrivacy(next, privacy); },
               },
               command);
    if (next.here != state.here && !std::holds_alternative<OpenRow>(command)) next.pointed.reset();
    if (next.here != state.here) next.rotation.reset();
    keepPlace(state, next);
    if (next.here.page != Page::Pattern) next.touchCheck = {};
    // Whoever comes to the overview starts afresh, and is not told what the others looked for.
    if (next.here.page == Page::Overview) {
        clearQuery(next);
        next.keys = KeyLayer::Letters;
    }
    return next;
}

UiState settleOn(const UiState& state, const Checklist* checklist) {
    UiState next = state;
    next.pointed.reset();
    if (checklist != nullptr) next.filter = existing(state.filter, *checklist);
    forgetTrail(next);
    for (std::size_t i = 0; i < state.trail.size(); ++i) {
        if (!exists(state.trail[i], checklist)) continue;
        next.trail.push_back(state.trail[i]);
        next.kept.push_back(state.kept[i]);
        if (checklist != nullptr) next.kept.back().filter = existing(next.kept.back().filter, *checklist);
    }
    next.here = existing(state.here, checklist);
    stopAsking(next);
    if (next.here.page != state.here.page || next.here.item != state.here.item) resetDocument(next);
    if (next.here != state.here) resetScrollsOf(next, next.here.page);
    // The page that lists it may be where it was opened from.
    if (next.here != state.here && !next.trail.empty() && next.trail.back() == next.here) goBack(next);
    if (checklist != nullptr) settleMeeting(next, *checklist);
    return next;
}

bool isHome(const UiState& state) {
    UiState home;
    home.focus = state.focus;
    home.pressed = state.pressed;
    home.rotation = state.rotation; // that it stands still there is no place to go back from
    home.curtain = state.curtain;
    home.ownersHidden = state.ownersHidden;
    return state == home;
}

} // namespace sightline
