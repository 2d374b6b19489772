#include <algorithm>
#include <cmath>

#include "render/chrome.h"
#include "render/pages/pages.h"
#include "render/pages/tile.h"
#include "render/phrase.h"
#include "render/scroll_list.h"

namespace sightline {
namespace {

Phrase overdueWords(const Summary& sum) {
    if (sum.overdue > 0) return phrase("{} overdue", sum.overdue);
    return sum.outstanding > 0 && sum.undated == sum.outstanding ? phrase("none dated") : phrase("none overdue");
}

Phrase howOld(const View& view, bool narrow) {
    const PartialDate& position = view.checklist().positionDate;
    if (!position.known()) return phrase("position date not given");
    if (view.snapshot->sample) {
        if (narrow) return phrase("sample, seen as of then"); // the subtitle beside it says when
        return phrase("sample, seen as of {}", spelled(position).view());
    }
    return ageOf(position, view.asOf);
}

/// As many words as there is room for with what is overdue after them.
Phrase outstandingWords(const Canvas& c, const Summary& sum, std::string_view overdue) {
    if (!narrow(c)) return phrase("{} outstanding", counted(sum.outstanding, "action", "actions").view());
    const Phrase words = phrase("{} outstanding", sum.outstanding);
    const float room = static_cast<float>(c.room.width) - 2 * margin(c);
    const float whole =
        c.width(Style::Headline, words) + c.width(Style::Headline, " · ") + c.width(Style::Headline, overdue);
    return whole <= room ? words : phrase("{} open", sum.outstanding);
}

/// Actions and age at the right of the header. Returns its left edge.
float drawHeadline(Canvas& c, const View& view) {
    const Summary& sum = view.summary;
    const float right = static_cast<float>(c.room.width) - margin(c);
    const bool stacked = stackedHeader(c);
    const float y = stacked ? headerFoot(c) : c.s(18);
    const bool portrait = narrow(c);
    const Phrase overdue = overdueWords(sum);
    const Phrase outstanding = outstandingWords(c, sum, overdue);
    const float whole =
        c.width(Style::Headline, outstanding) + c.width(Style::Headline, " · ") + c.width(Style::Headline, overdue);
    float x = (stacked ? std::min(margin(c) + whole, right) : right) - c.width(Style::Headline, overdue);
    c.text(Style::Headline, x, y, sum.overdue > 0 ? c.look.alarm : c.look.ink, overdue);
    x -= c.width(Style::Headline, " · ");
    c.text(Style::Headline, x, y, c.look.ink, " · ");
    x -= c.width(Style::Headline, outstanding);
    c.text(Style::Headline, x, y, c.look.ink, outstanding);

    if (stacked) { // how old it is stands in the subtitle then
        holdInHeader(c, view, {margin(c), y, whole, headerHeight(c) - y});
        return right + c.s(32);
    }
    const Phrase age = howOld(view, portrait);
    const Phrase second =
        portrait ? age
                 : phrase("{} · {}", counted(sum.evidenceItems, "piece of evidence", "pieces of evidence").view(),
                          age.view());
    c.textRight(Style::Body, right, y + c.lineHeight(Style::Headline) + c.s(6), c.look.secondary, second);
    const float left = std::min(x, right - c.width(Style::Body, second));
    holdInHeader(c, view, {left, c.s(8), right - left, headerHeight(c) - c.s(16)});
    return left;
}

Phrase subtitle(const View& view, bool narrow, bool withAge) {
    const Checklist& checklist = view.checklist();
    Phrase text = phrase("{}", checklist.authority);
    if (!checklist.service.empty() && !narrow) text.append(" · {}", checklist.service);
    // The date is what must not be cut off, so a narrow header has it without its words.
    if (checklist.positionDate.known())
        text.append(" · {}{}", narrow ? "" : "position at ", spelled(checklist.positionDate).view());
    if (withAge) text.append(" · {}", howOld(view, true).view());
    return text;
}

int columnsFor(const Canvas& c, const Rect& area, const Checklist& checklist) {
    const float least = leastTileWidth(c, checklist);
    for (int columns = area.w > area.h ? 3 : 2; columns > 1; --columns)
        if ((area.w - gap(c) * static_cast<float>(columns - 1)) / static_cast<float>(columns) >= least) return columns;
    return 1;
}

} // namespace

void drawOverview(Canvas& c, const View& view) {
    const Checklist& checklist = view.checklist();
    const float headlineLeft = drawHeadline(c, view);
    const bool stacked = stackedHeader(c);
    // Whose checklist it is everybody in the room knows; how old it is, not.
    const Phrase shorter = stacked ? phrase("{} · {}", shortAge(view).view(), checklist.authority) : Phrase{};
    drawHeader(c, {checklist.title, subtitle(view, narrow(c), stacked), 0, shorter}, false, headlineLeft - c.s(32));

    const Rect area = contentArea(c, view);
    const int count = static_cast<int>(checklist.elements.size());
    const int columns = columnsFor(c, area, checklist);
    const int rows = std::max(1, (count + columns - 1) / columns);
    const float fitting = std::floor((area.h - gap(c) * static_cast<float>(rows - 1)) / static_cast<float>(rows));
    const float scrolled = area.w - c.s(20); // what a list that scrolls leaves of it
    const float height = std::max(
        fitting, leastTileHeight(c, checklist,
                                 (scrolled - gap(c) * static_cast<float>(columns - 1)) / static_cast<float>(columns)));
    const auto drawTiles = [&](float x, float y, float width) {
        const float tileWidth =
            std::floor((width - gap(c) * static_cast<float>(columns - 1)) / static_cast<float>(columns));
        for (int i = 0; i < count; ++i) {
            const int column = i % columns;
            const int row = i / columns;
            const Rect tile{x + static_cast<float>(column) * (tileWidth + gap(c)),
                            y + static_cast<float>(row) * (height + gap(c)), tileWidth, height};
            const auto at = static_cast<std::size_t>(i);
            if (c.visible(tile.y, tile.h)) drawTile(c, view, checklist.elements[at], view.summary.elements[at], tile);
        }
    };
    if (height == fitting) return drawTiles(area.x, area.y, area.w);
    // Seats too far away for all tiles at a size that can be read: the rest is a drag away.
    scrollList(c, ListId::OverviewTiles, area, "Elements", [&](Flow& flow) {
        if (flow.drawing) drawTiles(flow.x, flow.y, flow.w);
        flow.skip(static_cast<float>(rows) * (height + gap(c)) - gap(c));
    });
}

} // namespace sightline
