#include "app/keyboard.h"

#include <algorithm>

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

bool isArrow(Key key) { return key == Key::Up || key == Key::Down || key == Key::Left || key == Key::Right; }

/// What a key means to the page of a document; nothing: what it means everywhere. Arrows move an enlarged page as long
/// as no target has the focus.
std::optional<Command> onDocument(Key key, const UiState& state, const Targets& targets) {
    const DocumentArea* page = targets.document();
    if (page == nullptr) return std::nullopt;
    if (key == Key::Larger || key == Key::Smaller)
        return ZoomPage{key == Key::Larger ? Zoom::In : Zoom::Out, std::nullopt};
    if (!isArrow(key) || state.zoom == 0 || state.focus != 0) return std::nullopt;
    constexpr float kStep = 0.2F; // of what can be seen
    const float way = key == Key::Up || key == Key::Left ? -kStep : kStep;
    return PanPage{key == Key::Up || key == Key::Down ? Point{0, way} : Point{way, 0}};
}

/// What a key means to the curtain, which any key takes away, and to the keypad.
std::optional<Command> onPrivacy(Key key, const UiState& state) {
    if (state.curtain) return DrawCurtain{false};
    if (key == Key::Cover) return DrawCurtain{true};
    if (!state.pin.asked) return std::nullopt;
    if (key == Key::Delete) return TypePin{-1};
    if (key == Key::Activate && state.focus == 0) return TryPin{};
    if (key == Key::Search || key == Key::Home) return AskPin{false};
    return std::nullopt;
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

/// A question stands over the page.
bool asks(const UiState& state) { return state.askingMark || state.meetingQuestion != MeetingQuestion::None; }

/// What Enter opens: what has the focus, or else, where somebody just typed, the best that was found.
const Target* activated(const UiState& state, const Targets& targets) {
    if (state.focus != 0 || state.here.page != Page::Search) return targets.find(state.focus);
    const auto found = std::ranges::find(targets.all(), TargetRole::Row, &Target::role);
    return found == targets.all().end() ? nullptr : &*found;
}

} // namespace

Keyed press(Key key, const UiState& state, const Targets& targets) {
    Keyed out{.state = state, .activated = nullptr, .command = std::nullopt};
    // A finger that is down has no say any more once somebody types.
    out.state.pressed = 0;
    out.command = onPrivacy(key, state);
    if (out.command) return out;
    out.command = onDocument(key, state, targets);
    if (out.command) {
        if (std::holds_alternative<ZoomPage>(*out.command)) out.state.focus = 0;
        return out;
    }
    const bool typing = state.here.page == Page::Search;
    switch (key) {
    case Key::Larger:
    case Key::Smaller:
    case Key::Cover: break;
    case Key::Activate: out.activated = activated(state, targets); break;
    case Key::Space:
        if (!typing) out.activated = activated(state, targets);
        break;
    case Key::Delete:
        if (typing)
            out.command = DeleteCharacter{};
        else
            out.command = GoBack{};
        break;
    case Key::Search:
        if (!asks(state)) out.command = OpenPage{{Page::Search}};
        break;
    case Key::Back: out.command = GoBack{}; break;
    case Key::Home: out.command = OpenPage{}; break;
    case Key::PageUp:
    case Key::PageDown:
        if (const DocumentArea* page = targets.document()) {
            const auto& to = key == Key::PageUp ? page->previous : page->next;
            if (to) out.command = OpenPage{*to};
        } else if (const ScrollArea* area = listToPage(state, targets))
            out.command = PageList{area->list, key == Key::PageDown ? 1 : -1};
        break;
    default: out.state.focus = moved(key, state.focus, targets); break;
    }
    return out;
}

Keyed type(char32_t character, const UiState& state) {
    Keyed out{.state = state, .activated = nullptr, .command = std::nullopt};
    if (asks(state) || state.curtain) return out;
    if (state.pin.asked) {
        out.state.pressed = 0;
        out.state.focus = 0; // Enter means to try it again
        if (character >= U'0' && character <= U'9') out.command = TypePin{static_cast<int>(character - U'0')};
        return out;
    }
    if (state.here.page == Page::Search) {
        out.state.pressed = 0;
        out.state.focus = 0; // Enter means the best hit again
        out.command = TypeCharacter{character};
    } else if (character == U'/') {
        out.state.pressed = 0;
        out.command = OpenPage{{Page::Search}};
    }
    return out;
}

} // namespace sightline
