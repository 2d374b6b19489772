#include "app/update.h"

#include <algorithm>
#include <array>
#include <span>

#include "render/scroll.h"
#include "render/view.h"

namespace sightline {

namespace {

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
    static constexpr std::array kItem{ListId::ItemFacts};
    switch (page) {
    case Page::Element: return kElement;
    case Page::Evidence: return kEvidence;
    case Page::EvidenceItem: return kItem;
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
    case Page::EvidenceItem: return resetScrolls(state, ListId::ItemFacts, ListId::ItemText);
    case Page::Actions: return resetScrolls(state, ListId::ActionColumns, ListId::ActionStrip);
    case Page::Map: return resetScrolls(state, ListId::Map, ListId::Map);
    case Page::Changes: return resetScrolls(state, ListId::Changes, ListId::ChangedActions);
    case Page::About: return resetScrolls(state, ListId::About, ListId::AboutSide);
    }
}

bool isTopPage(Page page) { return page != Page::Element && page != Page::EvidenceItem; }

bool exists(const Location& place, const Checklist* checklist) {
    if (isTopPage(place.page)) return true;
    if (checklist == nullptr) return false;
    if (place.page == Page::Element)
        return std::ranges::find(checklist->elements, place.item, &Element::number) != checklist->elements.end();
    return evidenceIndex(*checklist, place.item) >= 0;
}

/// `place`, or the page that lists its kind where it does not exist.
Location existing(const Location& place, const Checklist* checklist) {
    if (exists(place, checklist)) return {place.page, isTopPage(place.page) ? 0 : place.item};
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
    Kept kept{.filter = state.filter, .scroll = {}};
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

void open(UiState& state, const OpenPage& command, const Checklist* checklist) {
    const Location to = existing(command.to, checklist);
    if (isTopPage(to.page)) {
        forgetTrail(state);
        if (to.page == Page::Evidence) state.filter = {};
    } else if (to == state.here) {
        return;
    } else if (to.page != state.here.page) {
        leaveTrail(state);
    }
    state.here = to;
    resetScrollsOf(state, to.page);
}

void open(UiState& state, const OpenEvidence& command, const Checklist* checklist) {
    const EvidenceFilter filter = checklist == nullptr ? EvidenceFilter{} : existing(command.filter, *checklist);
    if (state.here.page == Page::Evidence && state.filter == filter) return;
    if (state.here.page != Page::Evidence) leaveTrail(state);
    state.here = {Page::Evidence, 0};
    state.filter = filter;
    resetScrollsOf(state, Page::Evidence);
}

void goBack(UiState& state) {
    if (state.trail.empty()) {
        if (state.here.page == Page::Overview) return;
        state.here = {};
        resetScrollsOf(state, Page::Overview);
        return;
    }
    state.here = state.trail.back();
    const Kept kept = state.kept.back();
    state.filter = kept.filter;
    const auto lists = keptLists(state.here.page);
    for (std::size_t i = 0; i < lists.size(); ++i) offsetOf(state, lists[i]) = kept.scroll[i];
    state.trail.pop_back();
    state.kept.pop_back();
}

void pageList(UiState& state, const PageList& command, const Targets& targets) {
    const ScrollArea* area = targets.scrollArea(command.list);
    if (area == nullptr) return;
    // A row of what was seen stays in sight, so the reader finds the place again.
    const float step = area->extent() * 0.9F * static_cast<float>(command.direction);
    offsetOf(state, command.list) = clampScroll(state.scrolled(command.list) + step, area->maxScroll());
}

} // namespace

UiState update(const UiState& state, const Command& command, const Checklist* checklist, const Targets& targets) {
    UiState next = state;
    next.idleSecondsLeft = 0;
    std::visit(Overloaded{
                   [&](const OpenPage& open_) { open(next, open_, checklist); },
                   [&](const OpenEvidence& open_) { open(next, open_, checklist); },
                   [&](const GoBack&) {
                       if (next.askingMark)
                           next.askingMark = false;
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
                   [](const StayHere&) {},
                   [&](const AskMark& ask) { next.askingMark = ask.asked; },
                   [&](const MarkMeeting&) { next.askingMark = false; },
               },
               command);
    return next;
}

UiState settleOn(const UiState& state, const Checklist* checklist) {
    UiState next = state;
    if (checklist != nullptr) next.filter = existing(state.filter, *checklist);
    forgetTrail(next);
    for (std::size_t i = 0; i < state.trail.size(); ++i) {
        if (!exists(state.trail[i], checklist)) continue;
        next.trail.push_back(state.trail[i]);
        next.kept.push_back(state.kept[i]);
        if (checklist != nullptr) next.kept.back().filter = existing(next.kept.back().filter, *checklist);
    }
    next.here = existing(state.here, checklist);
    if (next.here != state.here) resetScrollsOf(next, next.here.page);
    // The page that lists it may be where it was opened from.
    if (next.here != state.here && !next.trail.empty() && next.trail.back() == next.here) goBack(next);
    return next;
}

UiState clampScrolls(const UiState& state, const Targets& targets) {
    UiState next = state;
    for (const ScrollArea& area : targets.scrollAreas())
        offsetOf(next, area.list) = clampScroll(state.scrolled(area.list), area.maxScroll());
    return next;
}

UiState revealFocus(const UiState& state, const Targets& targets) {
    UiState next = state;
    const Target* target = targets.find(state.focus);
    // Paging buttons may lie over the list that they move, and do not move with it.
    if (target == nullptr || std::holds_alternative<PageList>(target->command)) return next;
    for (const ScrollArea& area : targets.scrollAreas()) {
        if (!area.viewport.contains(target->rect.centre()) || area.maxScroll() <= 0) continue;
        const float start = area.sideways ? area.viewport.x : area.viewport.y;
        const float begin = area.sideways ? target->whole.x : target->whole.y;
        const float length = area.sideways ? target->whole.w : target->whole.h;
        const float offset = state.scrolled(area.list);
        const float inList = begin - start + offset;
        // A row's length of what follows stays in sight, so that the next key finds it in the registry.
        const float room = std::max(0.0F, (area.extent() - length) / 2);
        const float margin = std::min(std::max(area.focusMargin, length), room);
        offsetOf(next, area.list) =
            scrollToShow(offset, inList, inList + length, area.extent(), margin, area.maxScroll());
    }
    return next;
}

bool isHome(const UiState& state) {
    UiState home;
    home.focus = state.focus;
    home.pressed = state.pressed;
    return state == home;
}

} // namespace sightline
