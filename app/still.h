#pragma once

#include <memory>

#include "app/options.h"
#include "data/failure.h"
#include "render/frame.h"

namespace sightline {

/// One page as the wall would show it at first, built without a window: for `render` and `targets`.
class Still {
public:
    /// Opens what the options name. Failure: it cannot be opened, or the page asks for an element or a piece of
    /// evidence that the snapshot does not hold.
    static Result<std::unique_ptr<Still>> build(const StillOptions& options);

    [[nodiscard]] Frame& frame() { return frame_; }
    [[nodiscard]] const Targets& targets() const { return targets_; }
    [[nodiscard]] const Room& room() const { return room_; }

private:
    Still() = default;

    std::shared_ptr<const Snapshot> snapshot_;
    Room room_;
    Frame frame_;
    Targets targets_;
};

} // namespace sightline
