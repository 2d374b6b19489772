#include "render/rail.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
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
constexpr std::string_view kMeetingBelow = "Meeting"; ///< where words are short; "End" is shorter
constexpr std::size_t kOnRail = kTabs.size() + 1;

/// Where the words are: beside the icons in full; below them, or beside them in several rows, the short ones. A panel
/// that all of these would cover has the icons alone.
enum class Words : std::uint8_t { Beside, Below, InRows, Nowhere };

/// The most that words may make the rail take of the panel's height.
constexpr float kMostOfPanel = 0.4F;
constexpr float kMostForIcons = 0.25F; ///< the same of icons alone

struct RailLayout {
    Words words = Words::Beside;
    std::size_t rows = 1;
    float row = 0;               ///< height of a row
    float left = 0;              ///< what everything leaves of the width, where the words are beside the icons
    std::size_t shown = kOnRail; ///< fewer where even icons would cover the panel: the first tabs, and the last one
};

std::string_view shortWord(const Tab& tab) { return tab.page == Page::Map ? std::string_view("Map") : tab.word; }

/// What an icon needs with its word beside it.
float besideWidth(const Canvas& c, std::string_view word) { return c.s(kTabIcon + 20) + c.width(Style::Row, word); }

float meetingWidth(const Canvas& c) {
    return std::max(besideWidth(c, kStartMeeting), besideWidth(c, kEndMeeting)) + c.s(32);
}

/// What everything on the rail leaves of it.
float railLeft(const Canvas& c) {
    float left = static_cast<float>(c.room.width) - 2 * c.s(kTabEdge) - meetingWidth(c);
    for (const Tab& tab : kTabs) left -= besideWidth(c, tab.word);
    return left;
}

float longestShortWord(const Canvas& c) {
    float widest = c.width(Style::Label, kMeetingBelow);
    for (const Tab& tab : kTabs) widest = std::max(widest, c.width(Style::Label, shortWord(tab)));
    return widest;
}

/// How many entries go into a row, each of them that wide.
std::size_t fittingInRow(const Canvas& c, float widest) {
    const float slot = widest + std::max(1.0F, c.room.targetGap());
    const float fitting = (static_cast<float>(c.room.width) - 2 * c.s(kTabEdge)) / slot;
    return std::max<std::size_t>(1, static_cast<std::size_t>(fitting));
}

/// In how many rows everything stands: no word is ever cut off.
std::size_t rowsFor(const Canvas& c, float widest) { return (kOnRail - 1) / fittingInRow(c, widest) + 1; }

float heightOf(const Canvas& c, const RailLayout& at) {
    const auto rows = static_cast<float>(at.rows);
    return at.row * rows + c.room.targetGap() * (rows - 1);
}

/// Words beside the icons where they fit in one row, below them where that keeps it one. Where it does not, whatever
/// leaves more of the panel to the page.
RailLayout layoutOf(const Canvas& c) {
    const float least = std::max(c.s(112), c.room.navigationSide());
    RailLayout beside{Words::Beside, 1, std::ceil(std::max(least, c.lineHeight(Style::Row) + c.s(40))), railLeft(c)};
    if (beside.left >= std::max(c.s(32), c.room.targetGap()) * static_cast<float>(kOnRail)) return beside;
    const float widest = longestShortWord(c);
    const float label = c.lineHeight(Style::Label);
    const RailLayout below{Words::Below, rowsFor(c, widest), std::ceil(std::max(least, c.s(30) + label + c.s(40)))};
    if (below.rows == 1) return below;
    const RailLayout inRows{Words::InRows, rowsFor(c, c.s(kTabIcon + 44) + widest),
                            std::ceil(std::max({c.s(88), c.room.navigationSide(), label + c.s(28)}))};
    const RailLayout& best = heightOf(c, inRows) < heightOf(c, below) ? inRows : below;
    if (heightOf(c, best) <= kMostOfPanel * static_cast<float>(c.room.height)) return best;
    const float side = c.room.targetSide();
    RailLayout icons{Words::Nowhere, rowsFor(c, side), std::ceil(side)};
    if (heightOf(c, icons) > kMostForIcons * static_cast<float>(c.room.height)) {
        icons.rows = 1;
        icons.shown = std::clamp<std::size_t>(fittingInRow(c, side), 2, kTabs.size());
    }
    return heightOf(c, icons) < heightOf(c, best) ? icons : best;
}

/// An icon with its word in a box of the rail.
void drawEntry(Canvas& c, Words words, const Rect& box, Icon icon, std::string_view word, Colour ink) {
    const float side = c.s(kTabIcon);
    if (words == Words::Below) {
        const float total = side + c.s(10) + c.lineHeight(Style::Label);
        const float top = box.centre().y - total / 2 + c.s(4);
        drawIcon(c, icon, {box.centre().x, top + side / 2}, side, ink);
        return c.textCentred(Style::Label, {box.centre().x, top + side + c.s(10) + c.lineHeight(Style::Label) / 2}, ink,
                             word);
    }
    if (words == Words::Nowhere) return drawIcon(c, icon, box.centre(), std::min(box.w, box.h) / 2, ink);
    const bool full = words == Words::Beside;
    const Style style = full ? Style::Row : Style::Label;
    const float between = c.s(full ? 20 : 14);
    // In rows the icons stand below each other, and so do the words.
    const float width = side + between + (full ? c.width(style, word) : longestShortWord(c));
    const float left = box.centre().x - width / 2;
    drawIcon(c, icon, {left + side / 2, box.centre().y}, side, ink);
    c.textMid(style, left + side + between, box.centre().y, ink, word);
}

void drawTab(Canvas& c, const RailLayout& at, const Rect& box, const Tab& tab) {
    const bool open = tab.page && tabOf(c.state.here.page) == *tab.page;
    if (c.pressed(tab.id)) c.fill(box, c.look.outlined() ? c.look.faint : c.look.ink);
    // Between two rows a line could belong to either, so there the whole tab is marked.
    const bool filled = c.look.outlined() || at.rows > 1;
    if (open) c.fill(filled ? box : Rect{box.x, box.y, box.w, c.s(8)}, c.look.marker);
    const Colour onOpen = filled ? c.look.rail : c.look.onRailActive;
    const std::string_view word = at.words == Words::Beside ? tab.word : shortWord(tab);
    drawEntry(c, at.words, box, tab.icon, word, open ? onOpen : c.look.onRail);
    if (tab.page)
        c.target(TargetRole::Tab, tab.id, tab.word, box, OpenPage{{*tab.page, 0}}, open);
    else
        c.target(TargetRole::Button, tab.id, "Cover the screen", box, DrawCurtain{true});
}

/// It leads to no page, so it looks like a button.
void drawMeetingButton(Canvas& c, const RailLayout& at, const Rect& box) {
    const bool held = c.state.meeting.has_value();
    const std::string_view word = held ? kEndMeeting : kStartMeeting;
    const std::string_view id = held ? "end-meeting" : "start-meeting";
    if (c.pressed(id)) c.fill(box, c.look.outlined() ? c.look.faint : c.look.ink);
    const float inset = c.s(at.words == Words::Beside ? 12 : 6);
    c.outline({box.x, box.y + inset, box.w, box.h - 2 * inset}, c.look.marker, c.s(14), std::max(2.0F, c.s(2.5F)));
    const std::string_view below = held ? "End" : kMeetingBelow;
    drawEntry(c, at.words, box, Icon::Meeting, at.words == Words::Beside ? word : below, c.look.onRailActive);
    c.target(TargetRole::Button, id, word, box, AskMeeting{held ? MeetingQuestion::End : MeetingQuestion::Start});
}

} // namespace

float railHeight(const Canvas& c) { return heightOf(c, layoutOf(c)); }

void drawRail(Canvas& c, bool withMeeting) {
    const auto width = static_cast<float>(c.room.width);
    const RailLayout at = layoutOf(c);
    const float height = heightOf(c, at);
    const Rect rail{0, static_cast<float>(c.room.height) - height, width, height};
    c.fill(rail, c.look.rail);
    if (c.look.outlined()) c.fill({rail.x, rail.y, rail.w, c.edge()}, c.look.hairline);
    const float between = std::max(1.0F, c.room.targetGap());
    const bool whole = at.shown == kOnRail;
    const std::size_t count = at.rows > 1 && !withMeeting ? kTabs.size() : at.shown;
    const std::size_t inRow = (count + at.rows - 1) / at.rows;
    const float equal = (width - 2 * c.s(kTabEdge) + between) / static_cast<float>(inRow);
    const float extra = (at.left + between) / static_cast<float>(kOnRail);
    Rect box{c.s(kTabEdge), rail.y, 0, at.row};
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0 && i % inRow == 0) box = {c.s(kTabEdge), box.y + box.h + c.room.targetGap(), 0, box.h};
        const Tab* tab = i >= kTabs.size() ? nullptr : !whole && i + 1 == count ? &kTabs.back() : &kTabs[i];
        const float natural = tab != nullptr ? besideWidth(c, tab->word) : meetingWidth(c);
        const float slot = at.words == Words::Beside ? natural + extra : equal;
        box.w = slot - between;
        if (tab != nullptr)
            drawTab(c, at, box, *tab);
        else if (withMeeting)
            drawMeetingButton(c, at, box);
        box.x += slot;
    }
}

} // namespace sightline
