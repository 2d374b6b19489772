#pragma once

#include <memory>

#include "app/page_decoder.h"
#include "render/gl_target.h"
#include "render/page_shelf.h"
#include "render/ui_types.h"

namespace sightline {

/// Keeps pictures of the page that is open and its neighbours with the painter: asks the decoder for them, hands what
/// arrives to the painter, one a call, and lets go of what the budget has no room for.
class DocumentPages {
public:
    DocumentPages(GlTarget& target, std::function<void()> wake) : target_(target), decoder_(std::move(wake)) {}

    /// Follows the wall to the page that `here` names. Cheap where nothing changed.
    void follow(const Location& here, const std::shared_ptr<const Snapshot>& snapshot, const PictureSource& pictures);
    /// Takes one page that is ready. `seen`: it is the open one, so the picture on the wall changes.
    struct Received {
        bool any = false;
        bool seen = false;
    };
    Received receive();
    /// Lets go of everything: another snapshot is shown, or nobody is there.
    void drop();

    /// The open page has yet to arrive.
    [[nodiscard]] bool waiting() const { return document_ && shelf_.find({document_->id, page_}) == nullptr; }
    [[nodiscard]] const PageShelf& shelf() const { return shelf_; }

private:
    void empty(const std::vector<int>& places);

    GlTarget& target_;
    PageShelf shelf_;
    std::shared_ptr<const Snapshot> snapshot_;
    std::shared_ptr<const Document> document_; ///< of `snapshot_`
    int page_ = 0;
    PageDecoder decoder_;
};

} // namespace sightline
