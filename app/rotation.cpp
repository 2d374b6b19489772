#include "app/rotation.h"

#include <cmath>

#include "app/update.h"

namespace sightline {

namespace {

/// How long people take from seeing something to touching it, seconds.
constexpr Seconds kReaction = 0.6;

} // namespace

std::vector<Location> pagesInTurn(const std::vector<RotationPage>& kinds, const View& view) {
    std::vector<Location> pages;
    for (const RotationPage kind : kinds) switch (kind) {
        case RotationPage::Overview: pages.push_back({Page::Overview}); break;
        case RotationPage::Map: pages.push_back({Page::Map}); break;
        case RotationPage::Actions: pages.push_back({Page::Actions}); break;
        case RotationPage::Changes: pages.push_back({Page::Changes}); break;
        case RotationPage::Attention:
            for (std::size_t i = 0; i < view.needingAttention; ++i) pages.push_back({Page::Element, view.attention[i]});
            break;
        }
    return pages;
}

UiState inTurn(const std::vector<Location>& pages, int place, int seconds, int resumesAfter) {
    const auto at = static_cast<std::size_t>(place) - 1;
    UiState state;
    state.here = pages[at];
    state.rotation = Rotation{.place = place,
                              .count = static_cast<int>(pages.size()),
                              .next = pages[(at + 1) % pages.size()],
                              .seconds = seconds,
                              .resumesAfter = resumesAfter,
                              .paused = false};
    return state;
}

UiState withPause(const UiState& state) {
    UiState next = state;
    if (next.rotation) next.rotation->paused = true;
    return next;
}

UiState PageTurner::show(const std::vector<Location>& pages, int place, Seconds now) {
    turned_ = now;
    return inTurn(pages, place, options_.seconds, static_cast<int>(std::ceil(idle_)));
}

UiState PageTurner::pass(const UiState& state, const View& view, Seconds awayFrom, Seconds now) {
    const bool turning = state.rotation && !state.rotation->paused;
    if (!on() || view.snapshot == nullptr || now < awayFrom || (!turning && !state.rotation && !isHome(state)))
        return state;
    const std::vector<Location> pages = pagesInTurn(options_.pages, view);
    single_ = pages.size() < 2;
    if (single_) return state.rotation ? UiState{} : state;
    if (!turning) return show(pages, 1, now);
    const int place = state.rotation->place;
    const int count = static_cast<int>(pages.size());
    // Another snapshot, or another day, may need other pages: then it begins again.
    const auto at = static_cast<std::size_t>(place) - 1;
    if (count != state.rotation->count || pages[at] != state.here ||
        pages[static_cast<std::size_t>(place % count)] != state.rotation->next)
        return show(pages, 1, now);
    return now < turned_ + options_.seconds ? state : show(pages, place % count + 1, now);
}

std::optional<Seconds> PageTurner::deadline(const UiState& state, Seconds awayFrom) const {
    if (!on()) return std::nullopt;
    if (state.rotation && !state.rotation->paused) return turned_ + options_.seconds;
    if ((!state.rotation && !isHome(state)) || single_) return std::nullopt;
    return awayFrom;
}

bool PageTurner::justTurned(Seconds now) const { return now < turned_ + kReaction; }

} // namespace sightline
