#include <algorithm>
#include <array>
#include <cmath>

#include "render/chrome.h"
#include "render/pages/pages.h"
#include "render/pattern.h"
#include "render/rows.h"

namespace sightline {
namespace {

/// The right-hand words of a card: how late, when, or that a date is missing.
Phrase cardDate(const Action& action, Day asOf) {
    switch (dueGroup(action, asOf)) {
    case DueGroup::Overdue: return phrase("{} late", counted(daysLate(action, asOf), "day", "days").view());
    case DueGroup::NoDate: return phrase("no date");
    case DueGroup::Done:
        return action.completed.known() ? phrase("done {}", spelledNear(action.completed, asOf).view())
                                        : phrase("done");
    default: return spelledNear(action.due, asOf);
    }
}

void drawDueEdge(Canvas& c, const Rect& edge, DueGroup due) {
    const Colour colour = c.look.due[static_cast<std::size_t>(due)];
    if (!c.look.patterned) return c.fillLeft(edge, colour, c.s(12));
    const float inset = c.s(8); // clear of the card's round corners
    drawPattern(c, {edge.x, edge.y + inset, edge.w, edge.h - 2 * inset}, patternOf(due), colour);
    c.upright(edge.right(), edge.y, edge.bottom());
}

void drawCard(Flow& flow, const View& view, int index) {
    Canvas& c = flow.c;
    const Action& action = view.checklist().actions[static_cast<std::size_t>(index)];
    const DueGroup due = dueGroup(action, view.asOf);
    const float edge = c.s(c.look.patterned ? 24 : 12);
    const float pad = c.s(22);
    const float x = flow.x + edge + pad;
    const float width = flow.w - edge - 2 * pad;
    const Phrase date = cardDate(action, view.asOf);
    // Sub-points stand on the element's page.
    const std::string_view words = std::string_view(action.text).substr(0, action.text.find('\n'));
    const float dateWidth = c.width(Style::Strong, date);
    const std::string_view owner = action.owner.empty() ? std::string_view("no owner") : std::string_view(action.owner);
    const float chip = numberChipWidth(c);
    // The owner wraps beside the date; only where that would leave a sliver does the date take a line of its own.
    const float beside = width - chip - dateWidth - c.s(28);
    const bool oneLine = beside >= c.width(Style::Label, "Commissioning");
    const float ownerWidth = oneLine ? beside : width - chip - c.s(12);
    const float ownerText = c.paragraphHeight(Style::Label, owner, ownerWidth);
    const float ownerHeight = std::max(c.lineHeight(Style::Strong) * 1.4F, ownerText);
    const float height = pad + c.paragraphHeight(Style::Row, words, width) + c.s(8) + ownerHeight +
                         (oneLine ? 0 : c.lineHeight(Style::Strong) + c.s(2)) + c.s(16);
    if (flow.shows(height)) {
        const Rect card{flow.x, flow.y, flow.w, height};
        const Phrase id = phrase("action:{}", action.id);
        c.card(card);
        if (c.pressed(id)) c.fill(card, c.look.pressed, c.s(16));
        drawDueEdge(c, {card.x, card.y, edge, card.h}, due);
        float y = card.y + pad;
        y += c.paragraph(Style::Row, x, y, width, c.look.ink, words) + c.s(8);
        const float middle = y + c.lineHeight(Style::Strong) * 0.7F;
        numberChip(c, x, middle, action.element);
        const float ownerTop = std::max(y, middle - ownerText / 2);
        c.paragraph(Style::Label, x + chip + c.s(12), ownerTop, ownerWidth, c.look.secondary, owner);
        const Colour dateInk = due == DueGroup::Overdue ? c.look.alarm
                               : due == DueGroup::Done  ? c.look.secondary
                                                        : c.look.ink;
        const float lastLine = ownerTop + ownerText - c.lineHeight(Style::Label);
        const float dateY = oneLine ? lastLine : y + ownerHeight + c.s(2);
        c.textRight(Style::Strong, x + width, dateY, dateInk, date);
        c.target(TargetRole::Row, id, words, card, OpenPage{{Page::Element, action.element}});
    }
    flow.skip(height + c.s(18));
}

std::string_view emptyWords(const ActionGroup& group, ActionGrouping grouping) {
    if (grouping != ActionGrouping::ByDate) return "Nothing outstanding.";
    switch (group.due) {
    case DueGroup::Overdue: return "Nothing is overdue.";
    case DueGroup::Within30Days: return "Nothing is due in the next 30 days.";
    case DueGroup::Later: return "Nothing is due later.";
    case DueGroup::NoDate: return "Every action has a date.";
    case DueGroup::Done: return "Nothing is marked as done.";
    }
    return "";
}

/// A column's heading beside its count: in smaller letters, and then in more lines, rather than cut off.
struct Heading {
    Style style;
    int lines; ///< at most
    float width;
    float height;
};

Heading headingOf(const Canvas& c, const ActionGroup& group, float column) {
    struct Form {
        Style style;
        int lines;
    };
    constexpr std::array<Form, 3> kForms = {{{Style::Section, 1}, {Style::Strong, 2}, {Style::Label, 4}}};
    const float width = column - c.width(Style::PageTitle, phrase("{}", group.actions.size())) - c.s(34);
    const auto* form = std::ranges::find_if(kForms, [&](const Form& each) {
        return countLines(c.metrics(each.style), group.heading, width, each.lines + 1) <= each.lines;
    });
    if (form == kForms.end()) form = &kForms.back();
    return {form->style, form->lines, width, c.paragraphHeight(form->style, group.heading, width, form->lines)};
}

/// What the highest heading of some takes.
float headOf(const Canvas& c, float head, const Heading& heading) {
    return std::max({head, heading.height, c.lineHeight(Style::PageTitle)});
}

/// `head`: what the highest heading of all columns takes.
void drawColumn(Canvas& c, const View& view, int column, const Rect& box, float head) {
    const ActionGroup& group = view.actionGroups[static_cast<std::size_t>(column)];
    const Phrase count = phrase("{}", group.actions.size());
    const bool alarm =
        group.overdue > 0 && (c.state.grouping != ActionGrouping::ByDate || group.due == DueGroup::Overdue);
    const float countWidth = c.width(Style::PageTitle, count);
    const Heading heading = headingOf(c, group, box.w);
    const float middle = box.y + head / 2;
    c.paragraph(heading.style, box.x + c.s(6), middle - heading.height / 2, heading.width, c.look.ink, group.heading,
                heading.lines);
    c.textMid(Style::PageTitle, box.right() - c.s(8) - countWidth, middle, alarm ? c.look.alarm : c.look.ink, count);

    const float top = box.y + head + c.s(10);
    const Rect list{box.x, top, box.w + c.s(20), box.bottom() - top};
    scrollList(c, actionColumn(column), list, group.heading, [&](Flow& flow) {
        for (const int index : group.actions) drawCard(flow, view, index);
        if (group.actions.empty()) emptyLine(flow, emptyWords(group, c.state.grouping));
    });
}

struct Choice {
    ActionGrouping grouping;
    std::string_view word;
    std::string_view id;
};
constexpr std::array<Choice, 3> kChoices = {{{ActionGrouping::ByDate, "By date", "group:date"},
                                             {ActionGrouping::ByOwner, "By owner", "group:owner"},
                                             {ActionGrouping::ByElement, "By element", "group:element"}}};

float choiceHeight(const Canvas& c) { return std::max(c.side(64), c.lineHeight(Style::Strong) * 1.3F); }

/// How far to the left and down the choices reach.
struct ChoicesPlace {
    float left;
    float bottom;
};
/// Grouping and done ones, right-aligned at `right`. Where they would reach beyond `least` on the left, the done ones
/// go below.
ChoicesPlace drawChoices(Canvas& c, float right, float top, float least) {
    const float height = choiceHeight(c);
    const float between = std::max(c.s(14), c.room.targetGap());
    float y = std::round(top);
    float x = right;
    const auto button = [&](std::string_view word, std::string_view id, const Command& command, bool on) {
        const float width = wordButtonWidth(c, word);
        x -= width;
        wordButton(c, {x, y, width, height}, word, id, word, command, on);
        x -= between;
    };
    float all = wordButtonWidth(c, "Done") + between;
    for (const Choice& choice : kChoices) all += wordButtonWidth(c, choice.word) + between;
    const bool below = right - all < least;
    if (below) y += height + between;
    button("Done", "done", ShowDone{!c.state.withDone}, c.state.withDone);
    const float bottom = y + height;
    x = below ? right : x - between;
    if (below) y -= height + between;
    for (auto choice = kChoices.rbegin(); choice != kChoices.rend(); ++choice)
        button(choice->word, choice->id, SetGrouping{choice->grouping}, c.state.grouping == choice->grouping);
    return {x, bottom};
}

float leastColumn(const Canvas& c) { return std::max(c.s(340), c.width(Style::Row, "Strategic partner") + c.s(60)); }

/// An empty column says that it is empty, and leaves the rest of its width to the others.
float emptyColumn(const Canvas& c, const ActionGroup& group) {
    return std::min(leastColumn(c), c.width(Style::Section, group.heading) + c.width(Style::PageTitle, "0") + c.s(70));
}

/// How the columns share the page: the width of those that hold actions; 0 where they do not all fit.
float sharedWidth(const Canvas& c, const View& view, const Rect& area) {
    float room = area.w;
    int filled = 0;
    for (const ActionGroup& group : view.actionGroups) {
        room -= gap(c);
        if (group.actions.empty())
            room -= emptyColumn(c, group);
        else
            ++filled;
    }
    const float width = (room + gap(c)) / static_cast<float>(std::max(filled, 1));
    return width >= leastColumn(c) ? width : 0;
}

/// A strip of equal columns; one that is cut off shows that there is more to the side.
void drawStrip(Canvas& c, const View& view, const Rect& area) {
    const auto count = static_cast<float>(view.actionGroups.size());
    const float between = gap(c);
    const float fitting = std::max(1.0F, std::floor((area.w + between) / (leastColumn(c) + between)));
    const float width = fitting >= 2 ? (area.w - between * fitting) / (fitting + 0.25F) : area.w * 0.86F;
    const ScrollArea strip{ListId::ActionStrip, area, count * (width + between) - between, true, 0};
    const float offset = std::round(std::clamp(c.state.scrolled(ListId::ActionStrip), 0.0F, strip.maxScroll()));
    float head = 0;
    for (const ActionGroup& group : view.actionGroups) head = headOf(c, head, headingOf(c, group, width - c.s(12)));
    c.pushClip({0, area.y, static_cast<float>(c.room.width), area.h});
    c.scrollArea(strip);
    for (int i = 0; i < static_cast<int>(count); ++i) {
        const Rect column{area.x + static_cast<float>(i) * (width + between) - offset, area.y, width - c.s(12), area.h};
        if (column.right() > 0 && column.x < static_cast<float>(c.room.width)) drawColumn(c, view, i, column, head);
    }
    c.popClip();
}

void drawColumns(Canvas& c, const View& view, const Rect& area, float filledWidth) {
    const auto widthOf = [&](const ActionGroup& group) {
        return group.actions.empty() ? emptyColumn(c, group) : filledWidth;
    };
    float head = 0;
    for (const ActionGroup& group : view.actionGroups)
        head = headOf(c, head, headingOf(c, group, widthOf(group) - c.s(12)));
    float x = area.x;
    for (int i = 0; i < static_cast<int>(view.actionGroups.size()); ++i) {
        const float width = widthOf(view.actionGroups[static_cast<std::size_t>(i)]);
        drawColumn(c, view, i, {x, area.y, width - c.s(12), area.h}, head);
        x += width + gap(c);
    }
}

/// Buttons that page the strip of columns, the tap alternative to dragging it.
void drawStripButtons(Canvas& c, const Rect& area) {
    const float between = std::max(c.room.targetGap(), c.s(12));
    const float height = c.side(64);
    const float width = (area.w - between) / 2;
    iconButton(c, {area.x, area.bottom() - height, width, height}, Icon::Back, "strip:back", "Earlier columns",
               PageList{ListId::ActionStrip, -1});
    iconButton(c, {area.x + width + between, area.bottom() - height, width, height}, Icon::Next, "strip:on",
               "Later columns", PageList{ListId::ActionStrip, 1});
}

} // namespace

void drawActions(Canvas& c, const View& view) {
    const Summary& sum = view.summary;
    Phrase counts = phrase("{} outstanding", sum.outstanding);
    if (sum.overdue > 0) counts.append(" · {} overdue", sum.overdue);
    counts.append(" · {} done", sum.done);
    // The rest of the line is the age, as on every page; mid-line it begins small. Where all of it does not fit, the
    // age goes first: the columns have the counts, too.
    const auto line = ageLine(view);
    const std::string_view age = line.view();
    const Phrase subtitle =
        phrase("{} · {}{}", counts.view(), static_cast<char>(age.front() - 'A' + 'a'), age.substr(1));
    const HeaderText header{"Actions", subtitle, 0, phrase("{} · {}", shortAge(view).view(), counts.view())};
    Rect area = contentArea(c, view);
    const float right = static_cast<float>(c.room.width) - margin(c);
    if (narrow(c)) {
        drawHeader(c, header, false, right);
        const float height = drawChoices(c, right, area.y, area.x).bottom + c.s(16) - area.y;
        area.y += height;
        area.h -= height;
    } else {
        const float left = drawChoices(c, right, (headerHeight(c) - choiceHeight(c)) / 2, 0).left;
        drawHeader(c, header, false, left - c.s(16));
    }
    if (const float width = sharedWidth(c, view, area); width > 0) return drawColumns(c, view, area, width);
    drawStripButtons(c, area);
    area.h -= c.side(64) + std::max(c.room.targetGap(), c.s(12));
    drawStrip(c, view, area);
}

} // namespace sightline
