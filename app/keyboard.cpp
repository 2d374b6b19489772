#include "app/keyboard.h"

namespace sightline {

namespace {

std::uint32_t moved(Key key, std::uint32_t focus, const Targets& targets) {
    switch (key) {
    case Key::Up: return targets.neighbour(focus, Direction::Up);
    case Key::Down: return targets.neighbour(focus, Direction::Down);
    case Key::Left: return targets.neighbour(focus, Direction::Left);
    case Key::Right: return targets.neighbour(focus, Direction::Right);
    case Key::Previous: return targets.next(focus, true);
    default: return targets.next(focus, false);
    }
}

/// The list that PageUp and PageDown move: the one the focus is in, or else the tallest on the page.
const ScrollArea* listToPage(const UiState& state, const Targets& targets) {
    if (const Target* target = targets.find(state.focus))
        if (const ScrollArea* area = targets.scrollAt(target->rect.centre(), false)) return area;
    const ScrollArea* tallest = nullptr;
    for (const ScrollArea& area : targets.scrollAreas())
        if (area.maxScroll() > 0 && (tallest == nullptr || area.content > tallest->content)) tallest = &area;
    return tallest;
}

} // namespace

Keyed press(Key key, const UiState& state, const Targets& targets) {
    Keyed out{.state = state, .activated = nullptr, .command = std::nullopt};
    // A finger that is down has no say any more once somebody types.
    out.state.pressed = 0;
    switch (key) {
    case Key::Activate: out.activated = targets.find(state.focus); break;
    case Key::Back: out.command = GoBack{}; break;
    case Key::Home: out.command = OpenPage{}; break;
    case Key::PageUp:
    case Key::PageDown:
        if (const ScrollArea* area = listToPage(state, targets))
            out.command = PageList{area->list, key == Key::PageDown ? 1 : -1};
        break;
    default: out.state.focus = moved(key, state.focus, targets); break;
    }
    return out;
}

} // namespace sightline
