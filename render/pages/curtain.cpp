#include "render/pages/curtain.h"

#include <algorithm>
#include <cmath>

#include "render/chrome.h"
#include "render/shapes.h"

namespace sightline {

void drawCurtain(Canvas& c, const View& view) {
    const auto width = static_cast<float>(c.room.width);
    const auto height = static_cast<float>(c.room.height);
    const Rect all{0, 0, width, height};
    c.fill(all, c.look.rail);
    const float inner = width - 2 * margin(c);
    const float icon = c.s(96);
    const std::string_view council =
        view.snapshot != nullptr ? std::string_view(view.checklist().authority) : std::string_view();
    const float nameHeight = council.empty() ? 0 : c.paragraphHeight(Style::PageTitle, council, inner, 2) + c.s(20);
    const float between = c.s(40);
    const float block = icon + between + nameHeight + c.lineHeight(Style::Status) + between +
                        (view.clock.empty() ? 0 : c.lineHeight(Style::PageTitle));
    float y = std::round((height - block) / 2 - c.s(20));
    const auto line = [&](Style style, Colour ink, std::string_view text) {
        c.textFit(style, std::max(margin(c), (width - c.width(style, text)) / 2), y, inner, ink, text);
        y += c.lineHeight(style);
    };
    drawIcon(c, Icon::Cover, {width / 2, y + icon / 2}, icon, c.look.onRail);
    y += icon + between;
    if (!council.empty()) {
        line(Style::PageTitle, c.look.onRailActive, council);
        y += c.s(20);
    }
    line(Style::Status, c.look.onRail, "Screen covered");
    y += between;
    if (!view.clock.empty()) line(Style::PageTitle, c.look.onRailActive, view.clock);

    y = height - c.s(48) - c.lineHeight(Style::Row);
    if (view.snapshot != nullptr) line(Style::Row, c.look.onRail, ageLine(view));
    y = height - c.s(48) - c.lineHeight(Style::Row) - c.s(12) - c.lineHeight(Style::Body);
    line(Style::Body, c.look.onRail, "Touch to uncover");
    c.target(TargetRole::Button, "uncover", "Screen covered: touch to uncover", all, DrawCurtain{false});
}

} // namespace sightline
