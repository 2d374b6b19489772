#include "app/reveal.h"

#include <algorithm>

#include "render/scroll.h"

namespace sightline {

namespace {

float& offsetOf(UiState& state, ListId list) { return state.scroll[static_cast<std::size_t>(list)]; }

} // namespace

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

UiState revealPointed(const UiState& state, const Targets& targets) {
    UiState next = state;
    if (!state.pointed || state.pointed->shown) return next;
    next.pointed->shown = true;
    const ScrollArea* area = targets.scrollArea(state.pointed->list);
    const auto& row = targets.pointed();
    if (area == nullptr || !row) return next;
    const float offset = state.scrolled(area->list);
    const float begin = row->y - area->viewport.y + offset;
    // With as much around it as there is room for: what stands beside a row tells what it is about.
    const float margin = std::max(0.0F, (area->extent() - row->h) / 3);
    offsetOf(next, area->list) = scrollToShow(offset, begin, begin + row->h, area->extent(), margin, area->maxScroll());
    return next;
}

} // namespace sightline
