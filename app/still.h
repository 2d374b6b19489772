#pragma once

#include <memory>
#include <optional>

#include "app/options.h"
#include "data/failure.h"
#include "data/page_pictures.h"
#include "render/frame.h"
#include "render/gl_target.h"
#include "render/page_shelf.h"

namespace sightline {

/// One page as the wall would show it at first, built without a window: for `render` and `targets`.
class Still {
public:
    /// Opens what the options name, and decodes the open page of a document. Failure: it cannot be opened, the
    /// configuration file is wrong, or the page asks for an element or a piece of evidence that the snapshot does not
    /// hold. Where they name nothing, the page is one that needs no snapshot.
    static Result<std::unique_ptr<Still>> build(const StillOptions& options);

    [[nodiscard]] Frame& frame() { return frame_; }
    /// Hands glyphs and pictures to whoever paints the frame.
    void giveTo(GlTarget& target);
    [[nodiscard]] const Targets& targets() const { return targets_; }
    [[nodiscard]] const Look& look() const { return look_; }
    [[nodiscard]] const Room& room() const { return room_; }
    [[nodiscard]] const Location& page() const { return page_; }

private:
    Still() = default;

    static std::unique_ptr<Still> withoutSnapshot(const StillOptions& options, const ShowOptions& wall);
    void draw(const View& view, const UiState& state, const std::u32string& characters);
    void takePicture(const UiState& state, const PictureSource& pictures);

    std::shared_ptr<const Snapshot> snapshot_; ///< what is shown
    std::shared_ptr<const Snapshot> closed_;   ///< what a closed room shows of it
    PageShelf shelf_;
    std::optional<PagePicture> picture_;
    int picturePlace_ = 0;
    Room room_;
    Look look_;
    Location page_;
    Frame frame_;
    Targets targets_;
};

} // namespace sightline
