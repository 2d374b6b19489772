#pragma once

#include <string>
#include <vector>

#include "data/model.h"
#include "render/frame.h"
#include "render/look.h"
#include "render/room.h"
#include "render/targets.h"
#include "render/view.h"

namespace sightline::testing_support {

/// A page in a state worth looking at, and what to call it.
struct Scene {
    std::string name;
    UiState state;
    bool withoutPin = false; ///< no PIN is set on the wall
};

/// Every page: each element, each grouping of the actions with and without done ones, evidence with and without a
/// filter, a first and a last item, each item with a document in all its states, a meeting at every step and away from
/// it, with its questions, pages in turn, the keypad in all it can say, marked items closed or opened (`snapshot`
/// decides which of them are), the curtain, and the idle notice.
std::vector<Scene> scenesOf(const Snapshot& snapshot);

/// Builds pages of one snapshot in one room without a window.
class PageBuilder {
public:
    PageBuilder(const Snapshot& snapshot, const Room& room, ThemeName theme = ThemeName::Light);

    /// The targets of a scene; valid until the next build.
    const Targets& build(const Scene& scene);
    [[nodiscard]] const Targets& targets() const { return targets_; }
    [[nodiscard]] Frame& frame() { return frame_; }
    View view;
    PageShelf shelf; ///< what `view` is told of the pictures of documents

private:
    Room room_;
    const Look& look_;
    Frame frame_;
    Targets targets_;
};

} // namespace sightline::testing_support
