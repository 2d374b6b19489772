#include "app/page_decoder.h"

#include <algorithm>
#include <string>
#include <utility>

namespace sightline {

namespace {

Result<PagePicture> decoded(const PageWish& wish, int number, const GoOn& goOn) {
    const auto& pages = wish.document->pages;
    const auto page = std::ranges::find(pages, number, &DocumentPage::number);
    if (page == pages.end()) return fail(FailureKind::Missing, wish.document->name, "There is no such page.");
    const auto png = wish.pictures(*wish.document, *page);
    if (!png) return tl::unexpected(png.error());
    return decodePage(*png, *page, goOn);
}

} // namespace

PageDecoder::PageDecoder(std::function<void()> wake)
    : wake_(std::move(wake)), thread_([this](const std::stop_token& stop) { run(stop); }) {}

PageDecoder::~PageDecoder() {
    thread_.request_stop();
    thread_.join();
}

void PageDecoder::want(PageWish wish) {
    {
        const std::scoped_lock lock(mutex_);
        const bool same = wish.document == wish_.document;
        // A page on its way, or ready, is not begun again.
        const auto isHere = [&](int page) {
            return same && (page == decoding_ ||
                            std::ranges::any_of(ready_, [page](const DecodedPage& is) { return is.page == page; }));
        };
        asked_ = wish.pages;
        std::erase_if(wish.pages, isHere);
        std::swap(wish_, wish);
        std::erase_if(ready_, [this](const DecodedPage& page) { return !wanted(page.document, page.page); });
    }
    changed_.notify_all();
}

std::optional<DecodedPage> PageDecoder::take() {
    const std::scoped_lock lock(mutex_);
    if (ready_.empty()) return std::nullopt;
    DecodedPage page = std::move(ready_.front());
    ready_.pop_front();
    return page;
}

bool PageDecoder::wanted(const std::shared_ptr<const Document>& document, int page) const {
    return document == wish_.document && std::ranges::find(asked_, page) != asked_.end();
}

void PageDecoder::run(const std::stop_token& stop) {
    while (true) {
        PageWish mine;
        int page = 0;
        {
            std::unique_lock lock(mutex_);
            if (!changed_.wait(lock, stop, [this] { return !wish_.pages.empty(); })) return;
            page = wish_.pages.front();
            wish_.pages.pop_front();
            decoding_ = page;
            mine = {wish_.document, wish_.pictures, {}};
        }
        const auto goOn = [&] {
            const std::scoped_lock lock(mutex_);
            return !stop.stop_requested() && wanted(mine.document, page);
        };
        auto picture = decoded(mine, page, goOn);
        bool kept = false;
        {
            const std::scoped_lock lock(mutex_);
            decoding_ = 0;
            kept = wanted(mine.document, page);
            if (kept) ready_.push_back({std::move(mine.document), page, std::move(picture)});
        }
        if (kept) wake_();
    }
}

} // namespace sightline
