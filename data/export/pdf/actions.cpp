#include <algorithm>

#include "data/export/pack_words.h"
#include "data/export/pdf/chapters.h"
#include "data/export/pdf/points.h"
#include "data/export/pdf_words.h"
#include "data/lists.h"
#include "data/rules.h"

namespace sightline::pdf {
namespace {

/// Where the table's columns stand in the width of the page.
constexpr double kDue = 0, kDueWidth = 128;
constexpr double kText = 142, kTextWidth = 326;
constexpr double kOwner = 484, kOwnerWidth = 126;
constexpr double kElement = 626, kElementWidth = kContentWidth - kElement;

Block tableHead(const Typesetter& type) {
    Block block(type, kContentWidth, "TR");
    const auto head = [&](double left, double width, std::string_view word) {
        block.cell("TH", left, width).text(Style::Label, kSecondary, word);
    };
    head(kDue, kDueWidth, "Due");
    head(kText, kTextWidth, "Action");
    head(kOwner, kOwnerWidth, "Owner");
    head(kElement, kElementWidth, "Element");
    return std::move(block.after(6).ruled().keep());
}

std::string elementTitle(const Checklist& checklist, int number) {
    const auto found = std::ranges::find(checklist.elements, number, &Element::number);
    return std::to_string(number) + (found == checklist.elements.end() ? "" : " " + found->title);
}

std::string dateAndStatus(const Action& action) {
    std::string text = shortDate(action.due);
    if (action.status == ActionStatus::InProgress) text += text.empty() ? "in progress" : " · in progress";
    return text;
}

Block actionRow(const Pack& pack, const Typesetter& type, const Action& action) {
    const bool overdue = isOverdue(action, pack.asOf);
    Block block(type, kContentWidth, "TR");
    block.cell("TD", kDue, kDueWidth);
    if (overdue) addLateMark(block);
    block.inset(overdue ? kLateInset : 0).text(Style::Strong, overdue ? kAlarm : kInk, dueWords(action, pack.asOf));
    const std::string note = dateAndStatus(action);
    if (!note.empty()) block.text(Style::Label, kSecondary, note);
    block.cell("TD", kText, kTextWidth);
    addPointText(block, action.text, 0, Style::Row);
    block.cell("TD", kOwner, kOwnerWidth)
        .text(Style::Body, action.owner.empty() ? kSecondary : kInk, action.owner.empty() ? "no owner" : action.owner);
    block.cell("TD", kElement, kElementWidth).text(Style::Body, kInk, elementTitle(pack.checklist(), action.element));
    return std::move(block.after(7).ruled());
}

Part groupPart(const Pack& pack, const Typesetter& type, const ActionGroup& group) {
    Part part;
    part.head.push_back(headingBlock(type, kContentWidth, group.heading, std::to_string(group.actions.size())));
    part.again.push_back(againBlock(type, kContentWidth, group.heading));
    if (group.actions.empty()) {
        addNothing(part.blocks, type, kContentWidth, nothingDueWords(group.due));
        return part;
    }
    part.container = "Table";
    part.headRows.push_back(tableHead(type));
    for (const int index : group.actions)
        part.blocks.push_back(actionRow(pack, type, pack.checklist().actions[static_cast<std::size_t>(index)]));
    return part;
}

std::string subtitle(const Summary& sum) {
    std::string words =
        std::to_string(sum.outstanding) + " outstanding · " + overdueWords(sum.outstanding, sum.overdue, sum.undated);
    if (sum.undated > 0 && sum.undated < sum.outstanding)
        words += " · " + std::to_string(sum.undated) + " without a date";
    return words + " · " + std::to_string(sum.done) + " done";
}

} // namespace

Chapter actionsChapter(const Pack& pack, const Typesetter& type) {
    Chapter chapter{"Actions", "actions", false, {}};
    Page& page = chapter.addPage();
    const double top = addTitle(type, page, "Actions", subtitle(pack.summary), true);
    std::vector<Part> parts;
    for (const ActionGroup& group : groupActions(pack.checklist(), ActionGrouping::ByDate, false, pack.asOf))
        parts.push_back(groupPart(pack, type, group));
    std::vector<Flow> flows;
    flows.emplace_back(std::move(parts));
    addFlows(type, chapter, top, std::move(flows), 1, true, "Actions");
    return chapter;
}

} // namespace sightline::pdf
