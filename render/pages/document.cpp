#include "render/pages/document.h"

#include <algorithm>
#include <cmath>

#include "render/phrase.h"
#include "render/widgets.h"

namespace sightline {
namespace {

/// A page's width and height when all of it fits.
Point fittedSize(const DocumentPage& page, const Rect& viewport) {
    const auto width = static_cast<float>(page.width);
    const auto height = static_cast<float>(page.height);
    const float scale = std::min(viewport.w / width, viewport.h / height);
    return {std::max(1.0F, std::floor(width * scale)), std::max(1.0F, std::floor(height * scale))};
}

/// The last zoom at which there is more to see than at the one before: up to two pixels of the panel for one of the
/// picture.
int mostZoomOf(const DocumentPage& page, Point fitted) {
    int most = kReadingZoom;
    while (most + 1 < static_cast<int>(kZoomFactors.size()) &&
           fitted.x * kZoomFactors.at(static_cast<std::size_t>(most) + 1) <= 2 * static_cast<float>(page.width))
        ++most;
    return most;
}

/// Where a length lies in what can be seen of it: in the middle where it fits, else moved by the offset.
float placed(float begin, float extent, float length, float offset) {
    if (length <= extent) return std::round(begin + (extent - length) / 2);
    return begin - std::round(std::clamp(offset, 0.0F, length - extent));
}

/// What is on the paper while there is no picture.
void drawWords(Canvas& c, const Rect& paper, int number, const PageShelf::Entry* known) {
    c.card(paper);
    const Phrase words = known == nullptr ? phrase("Page {} is being drawn…", number)
                                          : phrase("Page {} cannot be shown. {}", number, known->problem);
    const float pad = c.s(24);
    const float width = std::max(paper.w - 2 * pad, c.s(160));
    const float height = c.paragraphHeight(Style::Body, words, width);
    const float x = paper.centre().x - std::min(width, c.width(Style::Body, words)) / 2;
    c.paragraph(Style::Body, x, paper.centre().y - height / 2, width, c.look.secondary, words);
}

/// How much of the page can be seen, and where that is.
void drawThumbs(Canvas& c, const Rect& viewport, const ScrollArea& down, const ScrollArea& across) {
    const float thick = c.s(8);
    for (const ScrollArea& area : {down, across}) {
        if (area.maxScroll() <= 0) continue;
        const float share = area.extent() / area.content;
        const float length = std::max(c.s(48), area.extent() * share);
        const float at = (area.extent() - length) * c.state.scrolled(area.list) / area.maxScroll();
        const Rect thumb = area.sideways ? Rect{viewport.x + at, viewport.bottom() - thick, length, thick}
                                         : Rect{viewport.right() - thick, viewport.y + at, thick, length};
        c.fill(thumb, c.look.thumb, thick / 2);
    }
}

void drawPaper(Canvas& c, const View& view, const Document& document, const DocumentPage& page,
               const DocumentArea& area) {
    const Rect& viewport = area.viewport;
    const int zoom = std::clamp(c.state.zoom, 0, area.mostZoom);
    const float factor = kZoomFactors.at(static_cast<std::size_t>(zoom));
    const Point size{std::round(area.fitted.x * factor), std::round(area.fitted.y * factor)};
    const ScrollArea down{ListId::DocumentDown, viewport, size.y, false, 0};
    const ScrollArea across{ListId::DocumentAcross, viewport, size.x, true, 0};
    const Rect paper{placed(viewport.x, viewport.w, size.x, c.state.scrolled(ListId::DocumentAcross)),
                     placed(viewport.y, viewport.h, size.y, c.state.scrolled(ListId::DocumentDown)), size.x, size.y};
    const PageShelf::Entry* known = view.shelf == nullptr ? nullptr : view.shelf->find({document.id, page.number});
    c.pushClip(viewport);
    if (known != nullptr && known->place != 0) {
        c.picture(paper, known->place);
        c.outline(paper, c.look.hairline, 0, 1);
    } else {
        drawWords(c, paper, page.number, known);
    }
    drawThumbs(c, viewport, down, across);
    c.popClip();
    c.scrollArea(down);
    c.scrollArea(across);
    c.documentArea(area);
}

/// "Page 3 of 24"; a touch on it asks where to jump.
void pageNumber(Canvas& c, const Rect& rect, std::string_view words) {
    constexpr std::string_view kId = "page:ask";
    if (c.pressed(kId)) c.fill(rect, c.look.pressed, c.s(14));
    c.textCentred(Style::Row, rect.centre(), c.look.ink, words);
    c.target(TargetRole::Button, kId, phrase("{}: jump to a page", words), rect, AskPage{true});
}

void drawControls(Canvas& c, const DocumentArea& area, int number, const Rect& row) {
    const float side = row.h;
    const float wide = std::max(c.side(88), side);
    const float between = std::max(c.s(24), c.room.targetGap());
    const std::string_view fit = "Whole page";
    const std::string_view details = "Details";
    Phrase words = phrase("Page {} of {}", number, area.pages);
    float fitWidth = std::max(side, wordButtonWidth(c, fit));
    const auto wordsWidth = [&] { return std::max(side, c.width(Style::Row, words) + c.s(40)); };
    const float detailsWidth = std::max(side, wordButtonWidth(c, details));
    const auto total = [&] {
        return 4 * wide + wordsWidth() + detailsWidth + 5 * between + (fitWidth > 0 ? fitWidth + between : 0);
    };
    // What a narrow panel has no room for is said shorter, or by other means: "−" leads to the whole page too.
    if (total() > row.w) fitWidth = 0;
    if (total() > row.w) words = phrase("{} of {}", number, area.pages);
    float x = std::round(row.x + std::max(0.0F, row.w - total()) / 2);
    const auto next = [&](float width) {
        const Rect rect{x, row.y, width, side};
        x += width + between;
        return rect;
    };
    const auto turn = [](const std::optional<Location>& to) -> Command { return OpenPage{to.value_or(Location{})}; };
    const int zoom = std::min(c.state.zoom, area.mostZoom);
    stepButton(c, next(wide), Icon::Back, "page:previous", "Previous page", turn(area.previous),
               area.previous.has_value());
    pageNumber(c, next(wordsWidth()), words);
    stepButton(c, next(wide), Icon::Next, "page:next", "Next page", turn(area.next), area.next.has_value());
    stepButton(c, next(wide), Icon::Plus, "page:larger", "Larger", ZoomPage{Zoom::In, std::nullopt},
               zoom < area.mostZoom);
    stepButton(c, next(wide), Icon::Minus, "page:smaller", "Smaller", ZoomPage{Zoom::Out, std::nullopt}, zoom > 0);
    if (fitWidth > 0) {
        const Rect rect = next(fitWidth);
        if (zoom > 0) wordButton(c, rect, fit, "page:fit", fit, ZoomPage{Zoom::Fit, std::nullopt});
    }
    wordButton(c, {row.right() - detailsWidth, row.y, detailsWidth, side}, details, "details",
               "Details: what the checklist says about this", ShowDetails{true});
}

} // namespace

int openPageOf(const Document& document, const Location& here) {
    return std::clamp(here.documentPage, 1, static_cast<int>(document.pages.size()));
}

Rect controlRow(const Canvas& c, const Rect& panel) {
    const float pad = std::round(c.s(20));
    const float height = c.side(80);
    return {std::round(panel.x + pad), std::round(panel.bottom() - pad - height), std::floor(panel.w - 2 * pad),
            height};
}

void drawDocument(Canvas& c, const View& view, const Document& document, const Rect& panel) {
    c.fill(panel, c.look.desk, c.s(16));
    c.outline(panel, c.look.hairline, c.s(16), c.edge());
    const Rect row = controlRow(c, panel);
    const float pad = std::round(c.s(20));
    const float top = std::round(panel.y + pad);
    const Rect viewport{row.x, top, row.w, row.y - std::max(c.s(16), c.room.targetGap()) - top};
    const int number = openPageOf(document, c.state.here);
    const DocumentPage& page = document.pages[static_cast<std::size_t>(number) - 1];
    const auto pages = static_cast<int>(document.pages.size());
    DocumentArea area;
    area.viewport = viewport;
    area.fitted = fittedSize(page, viewport);
    area.pages = pages;
    area.mostZoom = mostZoomOf(page, area.fitted);
    if (number > 1) area.previous = Location{Page::EvidenceItem, c.state.here.item, number - 1};
    if (number < pages) area.next = Location{Page::EvidenceItem, c.state.here.item, number + 1};
    drawPaper(c, view, document, page, area);
    drawControls(c, area, number, row);
}

} // namespace sightline
