#include "render/rail.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "render/shapes.h"

namespace sightline {
namespace {

/// A word of the rail: a page, or what covers them all.
struct Tab {
    std::optional<Page> page;
    Icon icon;
    std::string_view word;
    std::string_view id;
};

constexpr std::array<Tab, 8> kTabs = {{{Page::Overview, Icon::Overview, "Overview", "nav:overview"},
                                       {Page::Actions, Icon::Actions, "Actions", "nav:actions"},
                                       {Page::Evidence, Icon::Evidence, "Evidence", "nav:evidence"},
                                       {Page::Map, Icon::Map, "Assurance map", "nav:map"},
                                       {Page::Changes, Icon::Changes, "Changes", "nav:changes"},
                                       {Page::Search, Icon::Search, "Search", "nav:search"},
                                       {Page::About, Icon::About, "About", "nav:about"},
                                       {std::nullopt, Icon::Cover, "Cover", "cover"}}};

/// The tab a page belongs to: an element is reached from the overview, an item from the evidence, and the health of the
/// wall is told on the about page too.
Page tabOf(Page page) {
    if (page == Page::Element) return Page::Overview;
    if (page == Page::EvidenceItem) return Page::Evidence;
    if (page == Page::Health || page == Page::Pattern) return Page::About;
    return page;
}

constexpr float kTabIcon = 34;
constexpr float kTabEdge = 28;

/// What starts and ends a meeting stands at the end of the rail: a chair finds it on every page, in the same place.
constexpr std::string_view kStartMeeting = "Start meeting";
constexpr std::string_view kEndMeeting = "End meeting";
constexpr std::string_view kMeetingBelow = "Meeting"; ///< where words stand below the icons; "End" is shorter
constexpr std::size_t kOnRail = kTabs.size() + 1;

/// What an icon needs with its word beside it.
float besideWidth(const Canvas& c, std::string_view word) { return c.s(kTabIcon + 20) + c.width(Style::Row, word); }
float tabWidth(const Canvas& c, const Tab& tab) { return besideWidth(c, tab.word); }

float meetingWidth(const Canvas& c) {
    return std::max(besideWidth(c, kStartMeeting), besideWidth(c, kEndMeeting)) + c.s(32);
}

/// What everything on the rail leaves of it.
float railLeft(const Canvas& c) {
    float left = static_cast<float>(c.room.width) - 2 * c.s(kTabEdge) - meetingWidth(c);
    for (const Tab& tab : kTabs) left -= tabWidth(c, tab);
    return left;
}

/// Words beside the icons where they fit, below them where they do not.
bool wordsBelow(const Canvas& c) {
    return railLeft(c) < std::max(c.s(32), c.room.targetGap()) * static_cast<float>(kOnRail);
}

std::string_view shortWord(const Tab& tab) { return tab.page == Page::Map ? std::string_view("Map") : tab.word; }

/// In how many rows everything stands: no word is ever cut off.
std::size_t railRows(const Canvas& c) {
    if (!wordsBelow(c)) return 1;
    float widest = c.width(Style::Label, kMeetingBelow);
    for (const Tab& tab : kTabs) widest = std::max(widest, c.width(Style::Label, shortWord(tab)));
    const float slot = widest + std::max(1.0F, c.room.targetGap());
    const float fitting = (static_cast<float>(c.room.width) - 2 * c.s(kTabEdge)) / slot;
    return (kOnRail - 1) / std::max<std::size_t>(1, static_cast<std::size_t>(fitting)) + 1;
}

float rowHeight(const Canvas& c) {
    const float content =
        wordsBelow(c) ? c.s(30) + c.lineHeight(Style::Label) + c.s(40) : c.lineHeight(Style::Row) + c.s(40);
    return std::ceil(std::max({c.s(112), c.room.navigationSide(), content}));
}

/// An icon with its word in a box of the rail.
void drawEntry(Canvas& c, const Rect& box, Icon icon, std::string_view word, Colour ink) {
    const float side = c.s(kTabIcon);
    if (wordsBelow(c)) {
        const float total = side + c.s(10) + c.lineHeight(Style::Label);
        const float top = box.centre().y - total / 2 + c.s(4);
        drawIcon(c, icon, {box.centre().x, top + side / 2}, side, ink);
        c.textCentred(Style::Label, {box.centre().x, top + side + c.s(10) + c.lineHeight(Style::Label) / 2}, ink, word);
    } else {
        const float left = box.centre().x - besideWidth(c, word) / 2;
        drawIcon(c, icon, {left + side / 2, box.centre().y}, side, ink);
        c.textMid(Style::Row, left + side + c.s(20), box.centre().y, ink, word);
    }
}

void drawTab(Canvas& c, const Rect& box, const Tab& tab, bool severalRows) {
    const bool open = tab.page && tabOf(c.state.here.page) == *tab.page;
    if (c.pressed(tab.id)) c.fill(box, c.look.outlined() ? c.look.faint : c.look.ink);
    // Between two rows a line could belong to either, so there the whole tab is marked.
    const bool filled = c.look.outlined() || severalRows;
    if (open) c.fill(filled ? box : Rect{box.x, box.y, box.w, c.s(8)}, c.look.marker);
    const Colour onOpen = filled ? c.look.rail : c.look.onRailActive;
    drawEntry(c, box, tab.icon, wordsBelow(c) ? shortWord(tab) : tab.word, open ? onOpen : c.look.onRail);
    if (tab.page)
        c.target(TargetRole::Tab, tab.id, tab.word, box, OpenPage{{*tab.page, 0}}, open);
    else
        c.target(TargetRole::Button, tab.id, "Cover the screen", box, DrawCurtain{true});
}

/// It leads to no page, so it looks like a button.
void drawMeetingButton(Canvas& c, const Rect& box) {
    const bool held = c.state.meeting.has_value();
    const std::string_view word = held ? kEndMeeting : kStartMeeting;
    const std::string_view id = held ? "end-meeting" : "start-meeting";
    if (c.pressed(id)) c.fill(box, c.look.outlined() ? c.look.faint : c.look.ink);
    const float inset = c.s(wordsBelow(c) ? 6 : 12);
    c.outline({box.x, box.y + inset, box.w, box.h - 2 * inset}, c.look.marker, c.s(14), std::max(2.0F, c.s(2.5F)));
    const std::string_view below = held ? "End" : kMeetingBelow;
    drawEntry(c, box, Icon::Meeting, wordsBelow(c) ? below : word, c.look.onRailActive);
    c.target(TargetRole::Button, id, word, box, AskMeeting{held ? MeetingQuestion::End : MeetingQuestion::Start});
}

} // namespace

float railHeight(const Canvas& c) {
    const auto rows = static_cast<float>(railRows(c));
    return rowHeight(c) * rows + c.room.targetGap() * (rows - 1);
}

void drawRail(Canvas& c, bool withMeeting) {
    const auto width = static_cast<float>(c.room.width);
    const float whole = railHeight(c);
    const Rect rail{0, static_cast<float>(c.room.height) - whole, width, whole};
    c.fill(rail, c.look.rail);
    if (c.look.outlined()) c.fill({rail.x, rail.y, rail.w, c.edge()}, c.look.hairline);
    const float between = std::max(1.0F, c.room.targetGap());
    const std::size_t rows = railRows(c);
    const std::size_t inRow = (kOnRail + rows - 1) / rows;
    const float equal = (width - 2 * c.s(kTabEdge) + between) / static_cast<float>(inRow);
    const float extra = (railLeft(c) + between) / static_cast<float>(kOnRail);
    Rect box{c.s(kTabEdge), rail.y, 0, rowHeight(c)};
    for (std::size_t i = 0; i < kOnRail; ++i) {
        if (i > 0 && i % inRow == 0) box = {c.s(kTabEdge), box.y + box.h + c.room.targetGap(), 0, box.h};
        const bool tab = i < kTabs.size();
        const float slot = wordsBelow(c) ? equal : (tab ? tabWidth(c, kTabs[i]) : meetingWidth(c)) + extra;
        box.w = slot - between;
        if (tab)
            drawTab(c, box, kTabs[i], rows > 1);
        else if (withMeeting)
            drawMeetingButton(c, box);
        box.x += slot;
    }
}

} // namespace sightline
