#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

#include "data/page_pictures.h"
#include "render/page_picture.h"

namespace sightline {

/// Pages that are to be decoded, the most wanted first.
struct PageWish {
    std::shared_ptr<const Document> document;
    PictureSource pictures;
    std::deque<int> pages; ///< DocumentPage::number
};

/// A page that was wanted: its picture, or why there is none.
struct DecodedPage {
    std::shared_ptr<const Document> document;
    int page = 0;
    Result<PagePicture> picture;
};

/// Decodes pages on a thread of its own. The loader's thread would not do: it may be verifying a new snapshot for half
/// a second, and comparing it with earlier ones for longer, while somebody turns pages. Only the newest wish counts:
/// what an older one asked for and the newest does not is dropped, be it waiting, half decoded or ready.
class PageDecoder {
public:
    /// `wake` is called, on the decoder's thread, when a page is ready.
    explicit PageDecoder(std::function<void()> wake);
    ~PageDecoder();
    PageDecoder(const PageDecoder&) = delete;
    PageDecoder& operator=(const PageDecoder&) = delete;

    /// Replaces the wish; one without pages ends all work.
    void want(PageWish wish);
    /// One page that is ready; nothing: none is.
    std::optional<DecodedPage> take();

private:
    void run(const std::stop_token& stop);
    [[nodiscard]] bool wanted(const std::shared_ptr<const Document>& document, int page) const;

    std::function<void()> wake_;
    std::mutex mutex_; ///< guards from here …
    std::condition_variable_any changed_;
    PageWish wish_;                 ///< pages not begun yet
    std::deque<int> asked_;         ///< all pages of the wish
    int decoding_ = 0;              ///< the page that is being decoded; 0: none
    std::deque<DecodedPage> ready_; ///< … to here
    std::jthread thread_;           ///< last: it starts when all else is there
};

} // namespace sightline
