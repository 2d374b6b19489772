#include "data/summary.h"

#include <algorithm>
#include <unordered_map>

#include "data/rules.h"

namespace sightline {
namespace {

size_t lineIndex(Line line) { return static_cast<size_t>(line) - 1; }

// Two dates that end on the same day: the more precise one says more.
bool newer(const PartialDate& left, const PartialDate& right) {
    if (!left.known() || !right.known()) return left.known() && !right.known();
    const auto leftDay = std::chrono::sys_days{left.last()};
    const auto rightDay = std::chrono::sys_days{right.last()};
    return leftDay != rightDay ? leftDay > rightDay : left > right;
}

void addEvidence(ElementSummary& element, const Evidence& evidence, bool stale) {
    ++element.evidence;
    if (stale) ++element.stale;
    LineSummary& cell = element.lines[lineIndex(evidence.line)];
    ++cell.count;
    cell.guessed = cell.guessed || evidence.lineGuessed;
    if (newer(evidence.covers, cell.newest)) {
        cell.newest = evidence.covers;
        cell.stale = stale;
    }
}

void addAction(Summary& summary, ElementSummary* element, const Action& action, Day asOf) {
    if (!isOutstanding(action)) {
        ++summary.done;
        return;
    }
    const int overdue = isOverdue(action, asOf) ? 1 : 0;
    const int undated = action.due.known() ? 0 : 1;
    ++summary.outstanding;
    summary.overdue += overdue;
    summary.undated += undated;
    if (element == nullptr) return;
    ++element->outstanding;
    element->overdue += overdue;
    element->undated += undated;
}

Strength strengthOf(const ElementSummary& element) {
    if (element.line(Line::Independent).count > 0) return Strength::Independent;
    if (element.line(Line::Oversight).count > 0) return Strength::Oversight;
    return element.line(Line::Management).count > 0 ? Strength::ManagementOnly : Strength::None;
}

void countItems(Summary& summary, const Checklist& checklist, const std::vector<bool>& stale) {
    summary.evidenceItems = static_cast<int>(checklist.evidence.size());
    summary.evidenceLinks = static_cast<int>(checklist.links.size());
    for (size_t i = 0; i < checklist.evidence.size(); ++i) {
        const Evidence& evidence = checklist.evidence[i];
        ++summary.itemsOnLine[lineIndex(evidence.line)];
        summary.stale += stale[i] ? 1 : 0;
        summary.guessed += evidence.lineGuessed ? 1 : 0;
        summary.undatedEvidence += evidence.covers.known() ? 0 : 1;
    }
}

void countCells(Summary& summary) {
    for (ElementSummary& element : summary.elements) {
        element.strength = strengthOf(element);
        for (const LineSummary& cell : element.lines) {
            summary.gaps += cell.count == 0 ? 1 : 0;
            summary.staleCells += cell.stale ? 1 : 0;
        }
    }
}

} // namespace

Summary summarise(const Checklist& checklist, Day asOf) {
    Summary summary;
    summary.elements.resize(checklist.elements.size());
    for (size_t i = 0; i < checklist.elements.size(); ++i) summary.elements[i].number = checklist.elements[i].number;
    const auto elementAt = [&](int number) -> ElementSummary* {
        const auto found = std::ranges::find(summary.elements, number, &ElementSummary::number);
        return found == summary.elements.end() ? nullptr : &*found;
    };

    std::unordered_map<int, size_t> indexOf;
    std::vector<bool> stale(checklist.evidence.size());
    for (size_t i = 0; i < checklist.evidence.size(); ++i) {
        indexOf.emplace(checklist.evidence[i].id, i);
        stale[i] = isStale(checklist, checklist.evidence[i], asOf);
    }
    countItems(summary, checklist, stale);
    for (const EvidenceLink& link : checklist.links) {
        ElementSummary* element = elementAt(link.element);
        const auto found = indexOf.find(link.evidence);
        if (element != nullptr && found != indexOf.end())
            addEvidence(*element, checklist.evidence[found->second], stale[found->second]);
    }
    summary.positions = static_cast<int>(checklist.positions.size());
    for (const Position& position : checklist.positions)
        if (ElementSummary* element = elementAt(position.element)) ++element->positions;
    for (const Action& action : checklist.actions) addAction(summary, elementAt(action.element), action, asOf);
    countCells(summary);
    return summary;
}

} // namespace sightline
