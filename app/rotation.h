#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "app/options.h"
#include "render/gesture.h"
#include "render/view.h"

namespace sightline {

/// The pages that are shown in turn, in order: `attention` is one for each element that needs it, the most urgent
/// first.
std::vector<Location> pagesInTurn(const std::vector<RotationPage>& kinds, const View& view);

/// The state that shows one of them, from 1: as if it had just been opened.
UiState inTurn(const std::vector<Location>& pages, int place, int seconds, int resumesAfter);

/// The state after somebody touched the wall: it stays on the page that is shown, and says so.
UiState withPause(const UiState& state);

/// Turns pages while nobody is there. Never in a meeting, never while somebody may be reading (a touch within the idle
/// time), and never where there is only one page. Knows no clock of its own: every call brings the present moment.
class PageTurner {
public:
    PageTurner(RotationOptions options, Seconds idle) : options_(std::move(options)), idle_(idle) {}

    /// Where the wall never goes home by itself, it is never known that nobody is there.
    [[nodiscard]] bool on() const { return options_.seconds > 0 && idle_ > 0; }
    /// The state as it is to be just now. `awayFrom`: when the last touch is as long ago as the idle time.
    UiState pass(const UiState& state, const View& view, Seconds awayFrom, Seconds now);
    /// When `pass` has something to do next; nothing: never.
    [[nodiscard]] std::optional<Seconds> deadline(const UiState& state, Seconds awayFrom) const;
    /// A page has come up so recently that a finger coming down was meant for the one before it.
    [[nodiscard]] bool justTurned(Seconds now) const;

private:
    [[nodiscard]] UiState show(const std::vector<Location>& pages, int place, Seconds now);

    RotationOptions options_;
    Seconds idle_;
    Seconds turned_ = 0;  ///< when the page that is shown came up
    bool single_ = false; ///< there is only one page to show
};

} // namespace sightline
