#include <algorithm>
#include <array>

#include "render/chrome.h"
#include "render/pages/pages.h"
#include "render/rows.h"
#include "render/two_cards.h"

namespace sightline {
namespace {

struct MarkLook {
    Colour ground;
    Colour ink;
};

MarkLook lookOf(const Canvas& c, ChangeMark mark) {
    const auto chip = [&](ColourRole role) { return MarkLook{c.look.opinion(role).chip, c.look.opinion(role).onChip}; };
    switch (mark) {
    case ChangeMark::Up:
    case ChangeMark::Done: return chip(ColourRole::Good);
    case ChangeMark::Late: return chip(ColourRole::Poor);
    case ChangeMark::Down:
    case ChangeMark::Moved:
    case ChangeMark::Stale: return chip(ColourRole::Caution);
    case ChangeMark::New:
    case ChangeMark::Refreshed: return chip(ColourRole::Fair);
    case ChangeMark::Gone:
    case ChangeMark::Reworded: return chip(ColourRole::None);
    }
    return chip(ColourRole::None);
}

void drawStroke(Canvas& c, Point m, float side, std::initializer_list<Point> shares, Colour ink) {
    std::array<Point, 4> points;
    int count = 0;
    for (const Point& share : shares)
        points[static_cast<std::size_t>(count++)] = {m.x + share.x * side, m.y + share.y * side};
    c.path(points.data(), count, side * 0.13F, ink);
}

void drawTriangleMark(Canvas& c, Point m, float side, float turn, Colour ink) {
    const std::array<Point, 3> corners = {{{m.x, m.y - turn * side * 0.4F},
                                           {m.x + turn * side * 0.46F, m.y + turn * side * 0.38F},
                                           {m.x - turn * side * 0.46F, m.y + turn * side * 0.38F}}};
    c.polygon(corners.data(), 3, ink);
}

void drawMark(Canvas& c, ChangeMark mark, Point m) {
    const MarkLook colours = lookOf(c, mark);
    const float box = c.t(56);
    c.fill({m.x - box / 2, m.y - box / 2, box, box}, colours.ground, c.s(12));
    const float side = c.t(26);
    switch (mark) {
    case ChangeMark::Up: return drawTriangleMark(c, m, side, 1, colours.ink);
    case ChangeMark::Down: return drawTriangleMark(c, m, side, -1, colours.ink);
    case ChangeMark::Stale: return drawClock(c, m, side * 1.15F, colours.ink);
    case ChangeMark::Done: return drawStroke(c, m, side, {{-0.4F, 0.02F}, {-0.1F, 0.32F}, {0.42F, -0.3F}}, colours.ink);
    case ChangeMark::Gone: return drawStroke(c, m, side, {{-0.36F, 0}, {0.36F, 0}}, colours.ink);
    case ChangeMark::New:
        drawStroke(c, m, side, {{-0.38F, 0}, {0.38F, 0}}, colours.ink);
        return drawStroke(c, m, side, {{0, -0.38F}, {0, 0.38F}}, colours.ink);
    case ChangeMark::Late:
        drawStroke(c, m, side, {{0, -0.45F}, {0, 0.14F}}, colours.ink);
        return c.disc({m.x, m.y + side * 0.4F}, side * 0.085F, colours.ink);
    case ChangeMark::Moved:
        drawStroke(c, m, side, {{-0.4F, 0}, {0.36F, 0}}, colours.ink);
        return drawStroke(c, m, side, {{0.08F, -0.3F}, {0.38F, 0}, {0.08F, 0.3F}}, colours.ink);
    case ChangeMark::Refreshed:
        c.arc(m, side * 0.36F, -0.4F, 4.4F, side * 0.13F, colours.ink);
        return drawStroke(c, m, side, {{0.14F, -0.22F}, {0.36F, -0.06F}, {0.48F, -0.32F}}, colours.ink);
    case ChangeMark::Reworded:
        for (const float y : {-0.26F, 0.0F, 0.26F})
            drawStroke(c, m, side, {{-0.38F, y}, {y > 0.2F ? 0.1F : 0.38F, y}}, colours.ink);
        return;
    }
}

void drawLine(Flow& flow, const ChangeLine& line) {
    Canvas& c = flow.c;
    const float pad = c.s(17);
    const float tagWidth = c.width(Style::Strong, line.tag);
    const float x = flow.x + c.t(76);
    // A tag that leaves the words a sliver goes below them.
    const float beside = flow.w - c.t(76) - tagWidth - c.s(20);
    const bool below = beside < c.width(Style::Row, "Strategic partnership");
    const float width = below ? flow.w - c.t(76) : beside;
    const float tag = below ? c.lineHeight(Style::Strong) : 0;
    const float title = c.paragraphHeight(Style::Row, line.title, width);
    const float note = line.note.empty() ? 0 : c.paragraphHeight(Style::Label, line.note, width);
    const float height = std::max(title + note + tag, c.t(56)) + 2 * pad;
    if (flow.shows(height)) {
        const float middle = flow.y + height / 2;
        drawMark(c, line.mark, {flow.x + c.t(28), middle});
        const float y = middle - (title + note + tag) / 2;
        c.paragraph(Style::Row, x, y, width, c.look.ink, line.title);
        c.paragraph(Style::Label, x, y + title, width, c.look.secondary, line.note);
        const Colour ink = line.alarm ? c.look.alarm : c.look.ink;
        if (below)
            c.text(Style::Strong, x, y + title + note, ink, line.tag);
        else
            c.textMid(Style::Strong, flow.x + flow.w - tagWidth, middle, ink, line.tag);
        c.hairline(flow.x, flow.x + flow.w, flow.y + height - 1);
    }
    flow.skip(height);
}

void drawSection(Flow& flow, const ChangeSection& section, bool first) {
    Canvas& c = flow.c;
    if (!first) flow.skip(c.s(32));
    const float height = c.lineHeight(Style::Section) + c.s(14);
    if (flow.shows(height)) {
        c.text(Style::Section, flow.x, flow.y, c.look.ink, section.heading);
        const float left = flow.x + c.width(Style::Section, section.heading) + c.s(24);
        const float room = flow.x + flow.w - left;
        c.textRight(Style::Section, flow.x + flow.w, flow.y, c.look.secondary,
                    fitParts(c.metrics(Style::Section), section.counts, room));
        c.hairline(flow.x, flow.x + flow.w, flow.y + height - 1);
    }
    flow.skip(height);
    for (const ChangeLine& line : section.lines) drawLine(flow, line);
    if (section.lines.empty()) emptyLine(flow, section.nothing);
}

/// The headline at the right of the header, and how old what is shown is below it. Returns its left edge.
float drawHeadline(Canvas& c, const View& view, const ChangeHeadline& headline) {
    float right = static_cast<float>(c.room.width) - margin(c);
    const bool stacked = stackedHeader(c);
    const float y = stacked ? headerFoot(c) : c.s(18);
    const FontMetrics& font = c.metrics(Style::Headline);
    const float most = stacked ? right - margin(c) : right * (narrow(c) ? 0.42F : 0.6F);
    const std::string_view alarm = fitParts(font, headline.alarm, most);
    const float between = alarm.empty() || headline.fine.empty() ? 0 : font.width(" · ");
    const std::string_view fine = fitParts(font, headline.fine, most - font.width(alarm) - between);
    const float page = right;
    if (stacked) right = margin(c) + font.width(fine) + between + font.width(alarm);
    c.textRight(Style::Headline, right, y, c.look.alarm, alarm);
    float left = right - font.width(alarm);
    if (!fine.empty()) {
        if (between > 0) c.textRight(Style::Headline, left, y, c.look.ink, " · ");
        c.textRight(Style::Headline, left - between, y, c.look.ink, fine);
        left -= between + font.width(fine);
    }
    if (stacked) {
        holdInHeader(c, view, {left, y, right - left, headerHeight(c) - y});
        return page + c.s(32);
    }
    const Phrase age = ageLine(view);
    c.textRight(Style::Body, right, y + c.lineHeight(Style::Headline) + c.s(6), c.look.secondary, age);
    left = std::min(left, right - c.width(Style::Body, age));
    holdInHeader(c, view, {left, c.s(8), right - left, headerHeight(c) - c.s(16)});
    return left;
}

/// What there is to say where there is nothing to compare with.
void drawNothingYet(Canvas& c, const Rect& card) {
    c.card(card);
    Flow flow{c, card.x + c.s(40), card.w - c.s(80), card.y + c.s(36), true};
    flow.paragraph(Style::Section, c.look.ink, "There is no earlier snapshot to compare with.");
    flow.skip(c.s(12));
    flow.paragraph(
        Style::Body, c.look.secondary,
        "The wall keeps each snapshot it has shown. With the next one, this page says what changed: opinions, "
        "actions, evidence and positions, the most important first.");
}

} // namespace

void drawChanges(Canvas& c, const View& view) {
    const Rect area = contentArea(c, view);
    if (view.comparison == nullptr) {
        const float left = drawAge(c, view, static_cast<float>(c.room.width) - margin(c));
        drawHeader(c, {"What changed", view.checklist().authority, 0}, false, left - c.s(32));
        return drawNothingYet(c, area);
    }
    const Comparison& comparison = *view.comparison;
    const float left = drawHeadline(c, view, comparison.headline);
    const Phrase subtitle =
        stackedHeader(c) ? phrase("{} · {}", comparison.period, ageLine(view).view()) : phrase("{}", comparison.period);
    const Phrase shorter = stackedHeader(c) ? phrase("{} · {}", shortAge(view).view(), comparison.period) : Phrase{};
    drawHeader(c, {comparison.title, subtitle, 0, shorter}, false, left - c.s(32));
    const std::array<Rect, 2> cards = twoCards(c, area);
    const auto column = [&](const Rect& card, ListId list, std::string_view name, auto&& wanted) {
        c.card(card);
        const Rect box{card.x + c.s(30), card.y + c.s(24), card.w - c.s(40), card.h - c.s(40)};
        scrollList(c, list, box, name, [&](Flow& flow) {
            bool first = true;
            for (std::size_t i = 0; i < comparison.sections.size(); ++i) {
                if (!wanted(i)) continue;
                drawSection(flow, comparison.sections[i], first);
                first = false;
            }
            if (list == ListId::Changes && !comparison.crosswalk.empty()) {
                flow.skip(c.s(16));
                flow.paragraph(Style::Body, c.look.secondary, comparison.crosswalk);
            }
        });
    };
    // Actions fill a side of their own: they are what a meeting decides on.
    column(cards[0], ListId::Changes, "Opinions and evidence", [](std::size_t i) { return i != 1; });
    column(cards[1], ListId::ChangedActions, "Actions", [](std::size_t i) { return i == 1; });
}

} // namespace sightline
