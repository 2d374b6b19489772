#include "render/chrome.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "render/shapes.h"
#include "render/strips.h"
#include "render/widgets.h"

namespace sightline {
namespace {

struct Tab {
    Page page;
    Icon icon;
    std::string_view word;
    std::string_view id;
};

constexpr std::array<Tab, 7> kTabs = {{{Page::Overview, Icon::Overview, "Overview", "nav:overview"},
                                       {Page::Actions, Icon::Actions, "Actions", "nav:actions"},
                                       {Page::Evidence, Icon::Evidence, "Evidence", "nav:evidence"},
                                       {Page::Map, Icon::Map, "Assurance map", "nav:map"},
                                       {Page::Changes, Icon::Changes, "Changes", "nav:changes"},
                                       {Page::Search, Icon::Search, "Search", "nav:search"},
                                       {Page::About, Icon::About, "About", "nav:about"}}};

/// The tab a page belongs to: an element is reached from the overview, an item from the evidence, and the health of the
/// wall is told on the about page too.
Page tabOf(Page page) {
    if (page == Page::Element) return Page::Overview;
    if (page == Page::EvidenceItem) return Page::Evidence;
    if (page == Page::Health) return Page::About;
    return page;
}

constexpr float kTabIcon = 34;
constexpr float kTabEdge = 28;

/// What a tab needs with its word beside its icon.
float tabWidth(const Canvas& c, const Tab& tab) { return c.s(kTabIcon + 20) + c.width(Style::Row, tab.word); }

/// What all tabs leave of the rail.
float railLeft(const Canvas& c) {
    float left = static_cast<float>(c.room.width) - 2 * c.s(kTabEdge);
    for (const Tab& tab : kTabs) left -= tabWidth(c, tab);
    return left;
}

/// Words beside the icons where they fit, below them where they do not.
bool wordsBelow(const Canvas& c) {
    return railLeft(c) < std::max(c.s(36), c.room.targetGap()) * static_cast<float>(kTabs.size());
}

float navigationHeight(const Canvas& c) {
    const float content =
        wordsBelow(c) ? c.s(30) + c.lineHeight(Style::Label) + c.s(40) : c.lineHeight(Style::Row) + c.s(40);
    return std::ceil(std::max({c.s(112), c.room.navigationSide(), content}));
}

float titleTop(const Canvas& c) { return c.s(16); }

} // namespace

float headerHeight(const Canvas& c) {
    const float text = titleTop(c) + c.lineHeight(Style::PageTitle) + c.lineHeight(Style::Body) + c.s(14);
    return std::ceil(std::max({c.s(120), text, c.side(88) + c.s(32)}));
}

Rect contentArea(const Canvas& c, const View& view) {
    const float top = headerHeight(c);
    const float problem = stripsHeight(c, view);
    const float bottom = static_cast<float>(c.room.height) - navigationHeight(c) - problem - c.s(problem > 0 ? 16 : 28);
    return {margin(c), top, static_cast<float>(c.room.width) - 2 * margin(c), bottom - top};
}

void drawHeader(Canvas& c, const HeaderText& text, bool back, float right) {
    float x = margin(c);
    if (back) {
        const float side = c.side(88);
        iconButton(c, {x, std::round((headerHeight(c) - side) / 2), side, side}, Icon::Back, "back", "Back", GoBack{});
        x += side + std::max(c.s(28), c.room.targetGap());
    }
    const float y = titleTop(c);
    float titleX = x;
    if (text.number != 0) {
        const Phrase number = phrase("{}", text.number);
        c.text(Style::PageTitle, titleX, y, c.look.ink, number);
        titleX += c.width(Style::PageTitle, number) + c.s(22);
    }
    c.textFit(Style::PageTitle, titleX, y, right - titleX, c.look.ink, text.title);
    c.textFit(Style::Body, x, y + c.lineHeight(Style::PageTitle), right - x, c.look.secondary, text.subtitle);
}

Phrase ageLine(const View& view) {
    const Checklist& checklist = view.checklist();
    if (!checklist.positionDate.known()) return phrase("Position date not given");
    if (view.snapshot->sample) return phrase("Sample, seen as of {}", spelled(checklist.positionDate).view());
    return phrase("Position at {} · {}", spelled(checklist.positionDate).view(),
                  ageOf(checklist.positionDate, view.asOf).view());
}

float drawAge(Canvas& c, const View& view, float right) {
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

void drawNavigation(Canvas& c) {
    const float height = navigationHeight(c);
    const auto width = static_cast<float>(c.room.width);
    const Rect rail{0, static_cast<float>(c.room.height) - height, width, height};
    c.fill(rail, c.look.rail);
    const bool below = wordsBelow(c);
    const float between = std::max(1.0F, c.room.targetGap());
    const auto count = static_cast<float>(kTabs.size());
    const float equal = (width - 2 * c.s(kTabEdge) + between) / count;
    const float extra = (railLeft(c) + between) / count;
    float x = c.s(kTabEdge);
    for (const Tab& tab : kTabs) {
        const bool open = tabOf(c.state.here.page) == tab.page;
        const float slot = below ? equal : tabWidth(c, tab) + extra;
        const Rect box{x, rail.y, slot - between, height};
        x += slot;
        if (c.pressed(tab.id)) c.fill(box, c.look.ink);
        if (open) c.fill({box.x, rail.y, box.w, c.s(8)}, c.look.marker);
        const Colour ink = open ? c.look.onRailActive : c.look.onRail;
        const float icon = c.s(kTabIcon);
        if (below) {
            const float total = icon + c.s(10) + c.lineHeight(Style::Label);
            const float top = box.centre().y - total / 2 + c.s(4);
            drawIcon(c, tab.icon, {box.centre().x, top + icon / 2}, icon, ink);
            const Fitted word = fitLine(c.metrics(Style::Label), tab.page == Page::Map ? "Map" : tab.word, box.w);
            c.textCentred(Style::Label, {box.centre().x, top + icon + c.s(10) + c.lineHeight(Style::Label) / 2}, ink,
                          word.text);
        } else {
            const float total = icon + c.s(20) + c.width(Style::Row, tab.word);
            const float left = box.centre().x - total / 2;
            drawIcon(c, tab.icon, {left + icon / 2, box.centre().y}, icon, ink);
            c.textMid(Style::Row, left + icon + c.s(20), box.centre().y, ink, tab.word);
        }
        c.target(TargetRole::Tab, tab.id, tab.word, box, OpenPage{{tab.page, 0}}, open);
    }
}

void drawProblem(Canvas& c, const View& view) {
    drawStrips(c, view, static_cast<float>(c.room.height) - (view.snapshot != nullptr ? navigationHeight(c) : 0));
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
    const Rect all{rect.right() - width, rect.y, width, std::max(rect.h, side)};
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

namespace {

struct Answer {
    std::string_view word;
    std::string_view id;
    Command command;
    bool strong = true;
};

/// A question over everything else, with large answers below it.
void drawNotice(Canvas& c, std::string_view question, std::string_view text, std::span<const Answer> answers) {
    c.coverTargets();
    const auto width = static_cast<float>(c.room.width);
    const auto height = static_cast<float>(c.room.height);
    c.veil({0, 0, width, height});
    const float pad = c.s(48);
    const float boxWidth = std::min(width - 2 * margin(c), c.s(900));
    const float inner = boxWidth - 2 * pad;
    const float between = std::max(c.s(20), c.room.targetGap());
    const float buttonHeight = std::max(c.side(150), c.lineHeight(Style::Status) * 2);
    const float buttons = static_cast<float>(answers.size()) * (buttonHeight + between) - between;
    const float textHeight = c.paragraphHeight(Style::Body, text, inner);
    const float boxHeight = pad * 2 + c.lineHeight(Style::PageTitle) + c.s(12) + textHeight + c.s(36) + buttons;
    const Rect box{std::round((width - boxWidth) / 2), std::round((height - boxHeight) / 2), boxWidth, boxHeight};
    c.card(box);
    float y = box.y + pad;
    c.textFit(Style::PageTitle, box.x + pad, y, inner, c.look.ink, question);
    y += c.lineHeight(Style::PageTitle) + c.s(12);
    y += c.paragraph(Style::Body, box.x + pad, y, inner, c.look.secondary, text) + c.s(36);
    for (const Answer& answer : answers) {
        const Rect button{box.x + pad, y, inner, buttonHeight};
        c.fill(button, answer.strong ? c.look.selected : c.look.chip, c.s(16));
        c.textCentred(Style::Status, button.centre(), answer.strong ? c.look.onSelected : c.look.onChip, answer.word);
        c.target(TargetRole::Button, answer.id, answer.word, button, answer.command);
        y += buttonHeight + between;
    }
}

} // namespace

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
               phrase("Back to the overview in {}.", counted(c.state.idleSecondsLeft, "second", "seconds").view()),
               answers);
}

} // namespace sightline
