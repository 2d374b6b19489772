#include "app/document_pages.h"

#include "render/pages/document.h"
#include "render/view.h"

namespace sightline {

void DocumentPages::follow(const Location& here, const std::shared_ptr<const Snapshot>& snapshot,
                           const PictureSource& pictures) {
    const Document* open =
        here.page == Page::EvidenceItem && snapshot ? documentOf(snapshot->checklist, here.item) : nullptr;
    const int page = open == nullptr ? 0 : openPageOf(*open, here);
    if (snapshot == snapshot_ && open == document_.get() && page == page_) return;
    if (snapshot != snapshot_) drop();
    snapshot_ = snapshot;
    // The document lives as long as its snapshot does.
    document_ = open == nullptr ? nullptr : std::shared_ptr<const Document>(snapshot, open);
    page_ = page;
    PageWish wish{document_, pictures, {}};
    if (open == nullptr) return decoder_.want({});
    const auto pages = static_cast<int>(open->pages.size());
    for (const int near : {page, page + 1, page - 1}) {
        if (near < 1 || near > pages) continue;
        if (shelf_.find({open->id, near}) == nullptr) wish.pages.push_back(near);
    }
    // Last of all the open one: it gives way last.
    for (const int near : {page - 1, page + 1, page}) shelf_.ask({open->id, near});
    decoder_.want(std::move(wish));
}

DocumentPages::Received DocumentPages::receive() {
    const auto arrived = decoder_.take();
    if (!arrived || arrived->document != document_) return {};
    const PageKey key{document_->id, arrived->page};
    if (!arrived->picture) {
        empty(shelf_.putProblem(key, arrived->picture.error().sentence));
    } else {
        const PagePicture& picture = *arrived->picture;
        const PageShelf::Placed placed = shelf_.put(key, textureBytes(picture.width, picture.height, picture.channels));
        empty(placed.emptied);
        target_.setPicture(placed.place, picture);
    }
    shelf_.ask({document_->id, page_});
    return {true, arrived->page == page_};
}

void DocumentPages::drop() {
    empty(shelf_.clear());
    decoder_.want({});
    snapshot_.reset();
    document_.reset();
    page_ = 0;
}

void DocumentPages::empty(const std::vector<int>& places) {
    for (const int place : places) target_.dropPicture(place);
}

} // namespace sightline
