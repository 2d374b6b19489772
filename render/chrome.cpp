#include "render/chrome.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "render/meeting_bar.h"
#include "render/notice.h"
#include "render/rail.h"
#include "render/rotation_bar.h"
#include "render/shapes.h"
#include "render/strips.h"
#include "render/widgets.h"

namespace sightline {
namespace {

float titleTop(const Canvas& c) { return c.s(16); }

/// Pages whose title is the snapshot's own words: on a tall panel it may take a second line, and where all that stands
/// below it can be scrolled, with much larger text too.
bool longTitle(const Canvas& c, Page page) {
    constexpr double kMuchLarger = 1.5;
    if (!stackedHeader(c)) return false;
    const bool item = page == Page::EvidenceItem;
    return c.room.portrait() ? item || page == Page::Element : item && c.room.textScale > kMuchLarger;
}

/// Whether a page has a line at the foot of a stacked header: not where its subtitle says how old the snapshot is.
bool hasFoot(Page page) {
    return page != Page::Element && page != Page::EvidenceItem && page != Page::Actions && page != Page::Health &&
           page != Page::Pattern;
}

float footOf(const Canvas& c, Page page) {
    const float titles = longTitle(c, page) ? 2 : 1;
    return titleTop(c) + c.lineHeight(Style::PageTitle) * titles + c.lineHeight(Style::Body);
}

float headerOf(const Canvas& c, Page page) {
    const float text = footOf(c, page) + c.s(14);
    const float below = stackedHeader(c) && hasFoot(page) ? c.lineHeight(Style::Headline) : 0;
    return std::ceil(std::max({c.s(120), text, c.side(88) + c.s(32)}) + below);
}

} // namespace

float headerHeight(const Canvas& c) { return headerOf(c, c.state.here.page); }
float headerFoot(const Canvas& c) { return footOf(c, c.state.here.page); }

namespace {
/// The panel's width in letters, or so, in the size that a style is set in.
float letters(const Canvas& c, Style style) { return static_cast<float>(c.room.width) / c.metrics(style).size; }
} // namespace

bool narrow(const Canvas& c) {
    return c.room.portrait() || letters(c, Style::Body) < 52 || letters(c, Style::PageTitle) < 30;
}
bool stackedHeader(const Canvas& c) { return letters(c, Style::Body) < 39 || letters(c, Style::PageTitle) < 23; }

Rect contentArea(const Canvas& c, const View& view) {
    const float top = headerHeight(c);
    const float bars = meetingBarHeight(c, view) + rotationBarHeight(c, view);
    const bool tight = bars + stripsHeight(c, view) > 0;
    const float bottom = barBottom(c, view) - bars - c.s(tight ? 16 : 28);
    return {margin(c), top, static_cast<float>(c.room.width) - 2 * margin(c), bottom - top};
}

float barBottom(const Canvas& c, const View& view) {
    return static_cast<float>(c.room.height) - railHeight(c) - stripsHeight(c, view);
}

float pageBeside(const Canvas& c, Page page, float bar) {
    return static_cast<float>(c.room.height) - headerOf(c, page) - railHeight(c) - bar - c.s(16);
}

namespace {

/// In smaller letters rather than cut off.
Style titleStyle(const Canvas& c, std::string_view title, float width, float height) {
    for (const Style style : {Style::PageTitle, Style::Section})
        if (c.paragraphHeight(style, title, width) <= height) return style;
    return Style::Row;
}

std::string_view subtitleIn(const Canvas& c, const HeaderText& text, float width) {
    const FontMetrics& font = c.metrics(Style::Body);
    if (font.width(text.subtitle) <= width) return text.subtitle;
    const std::string_view parts = fitParts(font, text.shorter.empty() ? text.subtitle : text.shorter.view(), width);
    return parts.empty() ? text.subtitle : parts;
}

} // namespace

void drawHeader(Canvas& c, const HeaderText& text, bool back, float right) {
    float x = margin(c);
    if (back) {
        const float side = c.side(88);
        iconButton(c, {x, std::round((headerHeight(c) - side) / 2), side, side}, Icon::Back, "back", "Back", GoBack{});
        x += side + std::max(c.s(28), c.room.targetGap());
    }
    const float y = titleTop(c);
    const int lines = longTitle(c, c.state.here.page) ? 2 : 1;
    // Below the subtitle the header has a little room left.
    const float whole = c.lineHeight(Style::PageTitle) * static_cast<float>(lines) + c.s(14);
    const Phrase number = text.number != 0 ? phrase("{}", text.number) : Phrase{};
    const float indent = text.number != 0 ? c.width(Style::PageTitle, number) + c.s(22) : 0;
    const Style style = titleStyle(c, text.title, right - x - indent, whole);
    const auto most = static_cast<int>(whole / c.lineHeight(style));
    const float height = std::max(c.lineHeight(style), c.paragraphHeight(style, text.title, right - x - indent, most));
    const float top = y + std::max(0.0F, c.lineHeight(Style::PageTitle) - height) / 2;
    c.text(style, x, top, c.look.ink, number);
    c.paragraph(style, x + indent, top, right - x - indent, c.look.ink, text.title, most);
    const float below = std::max(height, c.lineHeight(Style::PageTitle));
    c.textFit(Style::Body, x, y + below, right - x, c.look.secondary, subtitleIn(c, text, right - x));
}

Phrase ageLine(const View& view) {
    const Checklist& checklist = view.checklist();
    if (!checklist.positionDate.known()) return phrase("Position date not given");
    if (view.snapshot->sample) return phrase("Sample, seen as of {}", spelled(checklist.positionDate).view());
    return phrase("Position at {} · {}", spelled(checklist.positionDate).view(),
                  ageOf(checklist.positionDate, view.asOf).view());
}

Phrase shortAge(const View& view) {
    const PartialDate& date = view.checklist().positionDate;
    if (!date.known()) return phrase("no position date");
    return phrase("{} · {}", spelledShort(date).view(),
                  view.snapshot->sample ? std::string_view("sample") : ageOf(date, view.asOf).view());
}

float drawAge(Canvas& c, const View& view, float right) {
    if (stackedHeader(c)) {
        const float y = headerFoot(c);
        const bool whole = c.width(Style::Row, ageLine(view)) <= right - margin(c);
        const float width =
            c.textFit(Style::Row, margin(c), y, right - margin(c), c.look.ink, whole ? ageLine(view) : shortAge(view));
        holdInHeader(c, view, {margin(c), y, width, headerHeight(c) - y});
        return right + c.s(32);
    }
    const Checklist& checklist = view.checklist();
    const bool known = checklist.positionDate.known();
    const Phrase first =
        known ? phrase("Position at {}", spelled(checklist.positionDate).view()) : phrase("Position date");
    const Phrase second = !known                  ? phrase("not given")
                          : view.snapshot->sample ? phrase("sample, seen as of that date")
                                                  : ageOf(checklist.positionDate, view.asOf);
    const float y = titleTop(c) + c.s(8);
    c.textRight(Style::Row, right, y, c.look.ink, first);
    c.textRight(Style::Body, right, y + c.lineHeight(Style::Row) + c.s(6), c.look.secondary, second);
    const float width = std::max(c.width(Style::Row, first), c.width(Style::Body, second));
    holdInHeader(c, view, {right - width, c.s(8), width, headerHeight(c) - c.s(16)});
    return right - width;
}

float drawStep(Canvas& c, std::optional<Location> previous, std::optional<Location> next, std::string_view noun) {
    const float side = c.side(88);
    const float between = std::max(c.s(20), c.room.targetGap());
    const float y = std::round((headerHeight(c) - side) / 2);
    float x = static_cast<float>(c.room.width) - margin(c) - side;
    if (next) iconButton(c, {x, y, side, side}, Icon::Down, "next", phrase("Next {}", noun), OpenPage{*next});
    x -= side + between;
    if (previous)
        iconButton(c, {x, y, side, side}, Icon::Up, "previous", phrase("Previous {}", noun), OpenPage{*previous});
    return x - between;
}

void drawNavigation(Canvas& c) { drawRail(c, c.state.meeting || hasRoomForMeeting(c)); }

void drawProblem(Canvas& c, const View& view) {
    drawStrips(c, view, static_cast<float>(c.room.height) - (view.snapshot != nullptr ? railHeight(c) : 0));
}

namespace {

void holdToMark(Canvas& c, const Rect& rect) {
    c.target(TargetRole::Button, "position-date", "Position date: hold to mark a meeting", rect, AskMark{true});
}

void holdForHealth(Canvas& c, const Rect& rect) {
    c.target(TargetRole::Button, "age", "Age: hold for the health of this wall", rect, ShowHealth{});
}

} // namespace

void holdInHeader(Canvas& c, const View& view, const Rect& rect) {
    const float side = c.room.targetSide();
    const float between = c.room.targetGap();
    const bool marks = !view.source.expected.empty();
    const bool stacked = rect.h >= 2 * side + between;
    const float width = std::max(rect.w, marks && !stacked ? 2 * side + between : side);
    // A low line is made higher upwards: below it the page begins.
    const float reach = std::max(rect.h, side);
    const Rect all{rect.right() - width, std::max(0.0F, rect.bottom() - reach), width, reach};
    if (!marks) return holdForHealth(c, all);
    if (stacked) {
        const float height = (all.h - between) / 2;
        holdToMark(c, {all.x, all.y, all.w, height});
        return holdForHealth(c, {all.x, all.bottom() - height, all.w, height});
    }
    const float half = (all.w - between) / 2;
    holdToMark(c, {all.x, all.y, half, all.h});
    holdForHealth(c, {all.right() - half, all.y, half, all.h});
}

void drawMarkNotice(Canvas& c) {
    if (!c.state.askingMark) return;
    const std::array<Answer, 2> answers = {
        {{"We met today", "met", MarkMeeting{}, true}, {"Not now", "not-met", AskMark{false}, false}}};
    drawNotice(c, "Did you meet today?",
               "The next meeting is then shown what changed since this one. The snapshot itself is not changed.",
               answers);
}

void drawIdleNotice(Canvas& c) {
    if (c.state.idleSecondsLeft <= 0) return;
    const std::array<Answer, 1> answers = {{{"Stay here", "stay", StayHere{}, true}}};
    drawNotice(c, "Still here?",
               phrase("{} in {}.", c.state.meeting ? "The meeting ends" : "Back to the overview",
                      counted(c.state.idleSecondsLeft, "second", "seconds").view()),
               answers);
}

} // namespace sightline
