#include <algorithm>

#include "data/change_words.h"
#include "data/export/pdf/chapters.h"
#include "data/export/pdf/points.h"
#include "data/export/pdf/shapes.h"

namespace sightline::pdf {
namespace {

constexpr std::size_t kColumns = 2;

Block lineBlock(const Typesetter& type, const ChangeLine& line, bool ofElement, double width) {
    constexpr double kMark = 18;
    constexpr double kInset = kMark + 9;
    const double tag = type.width(Style::Strong, line.tag) + 12;
    Block block(type, width, "LI");
    const ChangeMark mark = line.mark;
    block.mark(kMark, [mark](Sheet& sheet, double x, double top) {
        drawChangeMark(sheet, mark, {x + kMark / 2, top + kMark / 2}, kMark);
    });
    addPointText(block, line.title, kInset, Style::Row, tag);
    block.tagAtRight(Style::Strong, line.alarm ? kAlarm : kInk, line.tag);
    block.inset(kInset);
    std::string note = ofElement ? "Element " + std::to_string(line.element) : "";
    if (!line.note.empty()) note += (note.empty() ? "" : " · ") + line.note;
    if (!note.empty()) block.text(Style::Label, kSecondary, note);
    if (!line.before.empty()) block.text(Style::Label, kSecondary, "Before: " + line.before);
    return std::move(block.after(9).ruled());
}

Part sectionPart(const Typesetter& type, const ChangeSection& section, bool ofElement, double width) {
    Part part;
    part.head.push_back(headingBlock(type, width, section.heading, section.counts));
    part.again.push_back(againBlock(type, width, section.heading));
    for (const ChangeLine& line : section.lines)
        part.blocks.push_back(lineBlock(type, line, ofElement && line.element != 0, width));
    if (part.blocks.empty())
        addNothing(part.blocks, type, width, section.nothing);
    else
        part.container = "L";
    return part;
}

/// At the right of the title: what a glance is to take away. Returns its left edge.
double addHeadline(const Changes& changes, const Typesetter& type, Page& page) {
    ChangeHeadline headline = changeHeadline(changes);
    if (!headline.fine.empty() && !headline.alarm.empty()) headline.fine += " · ";
    const double right = kPageWidth - kMargin;
    const double alarmLeft = right - type.width(Style::Headline, headline.alarm);
    page.drawings.emplace_back([headline, alarmLeft](Sheet& sheet) {
        const auto paragraph = sheet.tag("P");
        sheet.textRight(Style::Headline, alarmLeft, kContentTop + 1, kInk, headline.fine);
        sheet.text(Style::Headline, alarmLeft, kContentTop + 1, kAlarm, headline.alarm);
    });
    return alarmLeft - type.width(Style::Headline, headline.fine);
}

} // namespace

Chapter changesChapter(const Pack& pack, const Typesetter& type) {
    const Changes& changes = *pack.changes;
    Chapter chapter{"Changes", "changes", false, {}};
    Page& page = chapter.addPage();
    std::string subtitle = changePeriod(changes);
    if (const std::string crosswalk = crosswalkSentence(changes); !crosswalk.empty()) subtitle += ". " + crosswalk;
    Page headline;
    const double left = addHeadline(changes, type, headline);
    const double top = addTitle(type, page, "What changed", subtitle, true, left - kMargin - kGap);
    std::ranges::move(headline.drawings, std::back_inserter(page.drawings));
    const double width = columnWidth(kColumns);
    const std::vector<ChangeSection> sections = changeSections(changes);
    // Actions have a side of their own, as on the wall: they are what a meeting decides on.
    std::vector<Part> rest, actions;
    for (std::size_t i = 0; i < sections.size(); ++i)
        (i == 1 ? actions : rest).push_back(sectionPart(type, sections[i], i != 0, width));
    std::vector<Flow> flows;
    flows.emplace_back(std::move(rest));
    flows.emplace_back(std::move(actions));
    addFlows(type, chapter, top, std::move(flows), kColumns, false, "What changed");
    return chapter;
}

} // namespace sightline::pdf
