#include "render/scroll_list.h"

#include "render/phrase.h"

namespace sightline::scroll_detail {

float footerHeight(const Canvas& c) { return c.side(64) + c.room.targetGap() + c.s(6); }

void drawScrollFurniture(Canvas& c, const ScrollArea& area, const Rect& footer, std::string_view name) {
    const float offset = std::clamp(c.state.scrolled(area.list), 0.0F, area.maxScroll());
    const float trackHeight = area.viewport.h;
    const float thumb = std::max(c.s(48), trackHeight * area.extent() / area.content);
    const float y = area.viewport.y + (trackHeight - thumb) * offset / area.maxScroll();
    c.fill({area.viewport.right() - c.s(8), y, c.s(8), thumb}, c.look.thumb, c.s(4));

    const float gap = std::max(c.room.targetGap(), c.s(12));
    const float height = c.side(64);
    const float width = std::min((footer.w - gap) / 2, std::max(c.s(150), height));
    const float top = footer.bottom() - height;
    const float downX = footer.right() - width;
    const float upX = downX - gap - width;
    const bool atTop = offset <= 0;
    const bool atEnd = offset >= area.maxScroll() - 1;
    const auto list = static_cast<int>(area.list);
    stepButton(c, {upX, top, width, height}, Icon::PageUp, phrase("page-up:{}", list), phrase("{}: page up", name),
               PageList{area.list, -1}, !atTop);
    stepButton(c, {downX, top, width, height}, Icon::PageDown, phrase("page-down:{}", list),
               phrase("{}: page down", name), PageList{area.list, 1}, !atEnd);
    const std::string_view hint = atEnd ? "More above" : atTop ? "More below" : "More above and below";
    const float room = upX - c.s(16) - footer.x;
    if (c.width(Style::Label, hint) <= room)
        c.textMid(Style::Label, footer.x, top + height / 2, c.look.secondary, hint);
}

} // namespace sightline::scroll_detail
