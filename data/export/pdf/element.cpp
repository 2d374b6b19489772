#include <algorithm>

#include "data/export/pack_words.h"
#include "data/export/pdf/chapters.h"
#include "data/export/pdf/points.h"
#include "data/export/pdf/shapes.h"
#include "data/export/pdf_words.h"
#include "data/lists.h"
#include "data/rules.h"

namespace sightline::pdf {
namespace {

constexpr std::size_t kColumns = 3;

/// Below the title: the opinion as a chip, and who gave it when.
double addOpinion(const Pack& pack, const Typesetter& type, Page& page, const Element& element,
                  const ElementSummary& counts, double top) {
    const Opinion& opinion = opinionOf(pack.checklist(), element);
    const bool stale = isOpinionStale(pack.checklist(), element, pack.asOf);
    const double chipWidth = std::min(kContentWidth, type.width(Style::Headline, opinion.word) + 42);
    std::string note = element.opinion == 0 ? "Evidence reaches: " + std::string(strengthWords(counts.strength))
                                            : opinionGivenWords(element);
    if (stale) note = "Stale: " + ageWords(element.opinionDate, pack.asOf) + ". " + note;
    constexpr double kChip = 24;
    const double noteLeft = kMargin + chipWidth + 12 + (stale ? 16 : 0);
    const double room = kPageWidth - kMargin - noteLeft;
    const bool beside = type.width(Style::Body, note) <= room;
    auto lines = type.wrap(Style::Body, beside ? room : kContentWidth, note);
    const double below = beside ? 0 : lookOf(Style::Body).step * static_cast<double>(lines.size()) + 4;
    page.drawings.emplace_back([=, &opinion, lines = std::move(lines)](Sheet& sheet) {
        const auto paragraph = sheet.tag("P");
        const OpinionColours& colours = coloursOf(opinion.colour);
        const double middle = top + kChip / 2;
        sheet.fill({kMargin, top, chipWidth, kChip}, colours.chip, 6);
        drawShape(sheet, opinion.shape, {kMargin + 17, middle}, 16, colours.onChip, colours.chip);
        sheet.text(Style::Headline, kMargin + 32, middle - lookOf(Style::Headline).step / 2, colours.onChip,
                   sheet.type.fit(Style::Headline, chipWidth - 40, opinion.word) + " ");
        const double step = lookOf(Style::Body).step;
        double y = beside ? middle - step / 2 : top + kChip + 4;
        if (stale) drawClock(sheet, {kMargin + chipWidth + 18, middle}, 12, kInk);
        for (const std::string& line : lines) {
            sheet.text(Style::Body, beside ? noteLeft : kMargin, y, kInk, line);
            y += step;
        }
    });
    return top + kChip + below + 14;
}

constexpr std::size_t kTitleLines = 3;

/// The statement; before it the title, where it is too long to head a page in full.
Part statementPart(const Typesetter& type, const Element& element, const std::string& title, double width) {
    Part part;
    if (type.wrap(Style::PageTitle, kContentWidth, title).size() > kTitleLines)
        addPoint(part.blocks, type, width, "P", element.title, PointLook::Plain);
    addPoint(part.blocks, type, width, "P", element.statement, PointLook::Plain);
    return part;
}

Part reasonPart(const Pack& pack, const Typesetter& type, const Element& element, double width) {
    const Opinion& opinion = opinionOf(pack.checklist(), element);
    const bool assessed = element.opinion != 0;
    const std::string heading = assessed ? "Why “" + opinion.word + "”" : opinion.word;
    Part part;
    part.head.push_back(headingBlock(type, width, heading, ""));
    part.again.push_back(againBlock(type, width, heading));
    if (!assessed)
        addNothing(part.blocks, type, width,
                   "Nobody has given an opinion on this element. What is shown is evidence, not a verdict.");
    else if (element.opinionReason.empty())
        addNothing(part.blocks, type, width, "The checklist gives no reason for this opinion.");
    else
        addPoint(part.blocks, type, width, "P", element.opinionReason, PointLook::Plain);
    return part;
}

Part positionPart(const Pack& pack, const Typesetter& type, const Element& element, double width) {
    Part part;
    part.container = "L";
    for (const Position& position : pack.checklist().positions)
        if (position.element == element.number)
            addPoint(part.blocks, type, width, "LI", position.text, PointLook::Bullet);
    part.head.push_back(headingBlock(type, width, "Current position", std::to_string(part.blocks.size())));
    part.again.push_back(againBlock(type, width, "Current position"));
    if (part.blocks.empty()) {
        part.container = nullptr;
        addNothing(part.blocks, type, width, "The checklist gives no current position for this element.");
    }
    return part;
}

Block evidenceBlock(const Pack& pack, const Typesetter& type, const Evidence& item, double width) {
    const Checklist& checklist = pack.checklist();
    Block block(type, width, "LI");
    const Line line = item.line;
    const bool guessed = item.lineGuessed;
    block.mark(lookOf(Style::Row).step, [line, guessed](Sheet& sheet, double x, double top) {
        drawLineSwatch(sheet, line, guessed, {x + 5, top + lookOf(Style::Row).step / 2}, 10);
    });
    block.inset(18).text(Style::Row, kInk, item.name);
    std::string note =
        lineWords(checklist, item) + " · " + (item.covers.known() ? shortDate(item.covers) : std::string("no date"));
    if (item.kind != 0) note += " · " + std::string(kindWord(checklist, item.kind));
    if (!item.marking.empty()) note += " · " + item.marking;
    block.text(Style::Label, kSecondary, note);
    if (isStale(checklist, item, pack.asOf)) {
        const double step = lookOf(Style::Label).step;
        block.mark(step, [step](Sheet& sheet, double x, double top) {
            drawClock(sheet, {x + 23, top + step / 2}, 9, kOnWarnCell);
        });
        block.inset(32).text(Style::Label, kOnWarnCell,
                             "stale: older than " + countOf(staleAfterMonths(checklist, item.line), "month", "months"));
    }
    return std::move(block.after(7).ruled());
}

Part evidencePart(const Pack& pack, const Typesetter& type, const Element& element, const ElementSummary& counts,
                  double width) {
    Part part;
    part.head.push_back(headingBlock(type, width, "Evidence",
                                     std::to_string(counts.evidence) + " · " +
                                         std::to_string(counts.line(Line::Independent).count) + " independent"));
    part.again.push_back(againBlock(type, width, "Evidence"));
    if (counts.evidence > 0)
        part.head.push_back(std::move(Block(type, width, "P")
                                          .text(Style::Label, kSecondary, evidenceCountWords(pack.checklist(), counts))
                                          .after(8)
                                          .keep()));
    for (const int index : evidenceOfElement(pack.checklist(), element.number)) {
        const auto at = static_cast<std::size_t>(index);
        part.blocks.push_back(evidenceBlock(pack, type, pack.checklist().evidence[at], width));
    }
    part.container = "L";
    if (part.blocks.empty()) {
        part.container = nullptr;
        addNothing(part.blocks, type, width, "No evidence is named for this element.");
    }
    return part;
}

Block actionBlock(const Typesetter& type, const Action& action, Day asOf, double width) {
    const DueGroup due = dueGroup(action, asOf);
    const bool overdue = due == DueGroup::Overdue;
    Block block(type, width, "LI");
    if (overdue) addLateMark(block);
    block.inset(overdue ? kLateInset : 0)
        .text(Style::Strong,
              overdue                 ? kAlarm
              : due == DueGroup::Done ? kSecondary
                                      : kSoon,
              dueWords(action, asOf))
        .inset(0);
    addPointText(block, action.text, 0, Style::Row);
    std::string note = action.owner.empty() ? "No owner" : action.owner;
    if (action.due.known()) note += " · " + shortDate(action.due);
    if (action.status == ActionStatus::InProgress) note += " · in progress";
    block.inset(0).text(Style::Label, kSecondary, note);
    return std::move(block.after(7).ruled());
}

Part actionPart(const Pack& pack, const Typesetter& type, const Element& element, const ElementSummary& counts,
                double width) {
    Part part;
    part.container = "L";
    part.head.push_back(headingBlock(type, width, "Next steps", actionCountWords(counts)));
    part.again.push_back(againBlock(type, width, "Next steps"));
    for (const int index : actionsOfElement(pack.checklist(), element.number, pack.asOf))
        part.blocks.push_back(
            actionBlock(type, pack.checklist().actions[static_cast<std::size_t>(index)], pack.asOf, width));
    if (part.blocks.empty()) {
        part.container = nullptr;
        addNothing(part.blocks, type, width, "No next steps are set for this element.");
    }
    return part;
}

template <class... Parts>
Flow flowOf(Parts... parts) {
    std::vector<Part> all;
    (all.push_back(std::move(parts)), ...);
    return Flow(std::move(all));
}

} // namespace

Chapter elementChapter(const Pack& pack, const Typesetter& type, std::size_t index) {
    const Element& element = pack.checklist().elements[index];
    const ElementSummary& counts = pack.summary.elements[index];
    const std::string title = std::to_string(element.number) + "  " + element.title;
    Chapter chapter{std::to_string(element.number) + " " + element.title, elementDestination(element.number), true, {}};
    Page& page = chapter.addPage();
    double top = addTitle(type, page, title, "", true, kContentWidth, kTitleLines);
    top = addOpinion(pack, type, page, element, counts, top);
    const double width = columnWidth(kColumns);
    std::vector<Flow> flows;
    flows.push_back(flowOf(statementPart(type, element, title, width), reasonPart(pack, type, element, width),
                           positionPart(pack, type, element, width)));
    flows.push_back(flowOf(evidencePart(pack, type, element, counts, width)));
    flows.push_back(flowOf(actionPart(pack, type, element, counts, width)));
    addFlows(type, chapter, top, std::move(flows), kColumns, false,
             type.fit(Style::Section, kContentWidth - 120, title));
    return chapter;
}

} // namespace sightline::pdf
