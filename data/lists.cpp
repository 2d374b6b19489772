#include "data/lists.h"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <unordered_map>

namespace sightline {
namespace {

std::unordered_map<int, int> evidenceIndices(const Checklist& checklist) {
    std::unordered_map<int, int> indices;
    indices.reserve(checklist.evidence.size());
    for (size_t i = 0; i < checklist.evidence.size(); ++i)
        indices.emplace(checklist.evidence[i].id, static_cast<int>(i));
    return indices;
}

// The last day a date names, as a number that sorts; `unknown` where there is none.
std::int64_t sortKey(const PartialDate& date, std::int64_t unknown) {
    return date.known() ? std::chrono::sys_days{date.last()}.time_since_epoch().count() : unknown;
}

bool matches(const Checklist& checklist, const Evidence& evidence, const EvidenceFilter& filter, Day asOf) {
    if (filter.line != 0 && static_cast<int>(evidence.line) != filter.line) return false;
    if (filter.kind != 0 && evidence.kind != (filter.kind == -1 ? 0 : filter.kind)) return false;
    return !filter.staleOnly || isStale(checklist, evidence, asOf);
}

// Earliest due first, then undated, then done; overdue ones lead by themselves, as nothing else is due earlier.
void sortActions(const Checklist& checklist, std::vector<int>& actions) {
    const auto key = [&](int index) {
        const Action& action = checklist.actions[static_cast<size_t>(index)];
        return std::pair{!isOutstanding(action), sortKey(action.due, std::numeric_limits<std::int64_t>::max())};
    };
    std::ranges::stable_sort(actions, {}, key);
}

void add(ActionGroup& group, const Checklist& checklist, size_t index, Day asOf) {
    group.actions.push_back(static_cast<int>(index));
    if (isOverdue(checklist.actions[index], asOf)) ++group.overdue;
}

std::vector<ActionGroup> byDate(const Checklist& checklist, bool withDone, Day asOf) {
    static constexpr std::array kHeadings = {"Overdue", "Due in 30 days", "Later", "No date", "Done"};
    std::vector<ActionGroup> groups(withDone ? 5 : 4);
    for (size_t i = 0; i < groups.size(); ++i) {
        groups[i].heading = kHeadings[i];
        groups[i].due = static_cast<DueGroup>(i);
    }
    for (size_t i = 0; i < checklist.actions.size(); ++i) {
        const auto group = static_cast<size_t>(dueGroup(checklist.actions[i], asOf));
        if (group < groups.size()) add(groups[group], checklist, i, asOf);
    }
    return groups;
}

std::vector<ActionGroup> byOwner(const Checklist& checklist, bool withDone, Day asOf) {
    std::map<std::string, ActionGroup> owners;
    for (size_t i = 0; i < checklist.actions.size(); ++i)
        if (withDone || isOutstanding(checklist.actions[i]))
            add(owners[checklist.actions[i].owner], checklist, i, asOf);
    std::vector<ActionGroup> groups;
    groups.reserve(owners.size());
    for (auto& [owner, group] : owners) {
        group.heading = owner;
        groups.push_back(std::move(group));
    }
    // By name within each part; the group without an owner closes the page however late its actions are.
    std::ranges::stable_sort(groups, {}, [](const ActionGroup& group) {
        if (group.heading.empty()) return 2;
        return group.overdue > 0 ? 0 : 1;
    });
    if (!groups.empty() && groups.back().heading.empty()) groups.back().heading = "No owner";
    return groups;
}

std::vector<ActionGroup> byElement(const Checklist& checklist, bool withDone, Day asOf) {
    std::vector<ActionGroup> groups;
    groups.reserve(checklist.elements.size());
    for (const Element& element : checklist.elements) {
        ActionGroup group;
        group.heading = std::to_string(element.number) + " " + element.title;
        group.element = element.number;
        for (size_t i = 0; i < checklist.actions.size(); ++i) {
            const Action& action = checklist.actions[i];
            if (action.element == element.number && (withDone || isOutstanding(action))) add(group, checklist, i, asOf);
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace

std::vector<int> evidenceMatching(const Checklist& checklist, const EvidenceFilter& filter, Day asOf) {
    std::vector<bool> inElement;
    if (filter.element != 0) {
        inElement.resize(checklist.evidence.size());
        for (const int index : evidenceOfElement(checklist, filter.element))
            inElement[static_cast<size_t>(index)] = true;
    }
    std::vector<int> found;
    for (size_t i = 0; i < checklist.evidence.size(); ++i)
        if ((inElement.empty() || inElement[i]) && matches(checklist, checklist.evidence[i], filter, asOf))
            found.push_back(static_cast<int>(i));
    std::ranges::stable_sort(found, std::ranges::greater{}, [&](int index) {
        return sortKey(checklist.evidence[static_cast<size_t>(index)].covers, std::numeric_limits<std::int64_t>::min());
    });
    return found;
}

std::vector<int> evidenceOfElement(const Checklist& checklist, int element) {
    std::vector<const EvidenceLink*> mentions;
    for (const EvidenceLink& link : checklist.links)
        if (link.element == element) mentions.push_back(&link);
    std::ranges::stable_sort(mentions, {}, [](const EvidenceLink* link) { return link->seat; });
    const auto indices = evidenceIndices(checklist);
    std::vector<int> found;
    for (const EvidenceLink* link : mentions)
        if (const auto index = indices.find(link->evidence); index != indices.end()) found.push_back(index->second);
    return found;
}

std::vector<std::vector<int>> elementsOfEvidence(const Checklist& checklist) {
    std::vector<std::vector<int>> elements(checklist.evidence.size());
    const auto indices = evidenceIndices(checklist);
    for (const EvidenceLink& link : checklist.links)
        if (const auto index = indices.find(link.evidence); index != indices.end())
            elements[static_cast<size_t>(index->second)].push_back(link.element);
    for (std::vector<int>& numbers : elements) std::ranges::sort(numbers);
    return elements;
}

std::vector<ActionGroup> groupActions(const Checklist& checklist, ActionGrouping grouping, bool withDone, Day asOf) {
    std::vector<ActionGroup> groups;
    switch (grouping) {
    case ActionGrouping::ByDate: groups = byDate(checklist, withDone, asOf); break;
    case ActionGrouping::ByOwner: groups = byOwner(checklist, withDone, asOf); break;
    case ActionGrouping::ByElement: groups = byElement(checklist, withDone, asOf); break;
    }
    for (ActionGroup& group : groups) sortActions(checklist, group.actions);
    return groups;
}

std::vector<int> actionsOfElement(const Checklist& checklist, int element, Day) {
    std::vector<int> found;
    for (size_t i = 0; i < checklist.actions.size(); ++i)
        if (checklist.actions[i].element == element) found.push_back(static_cast<int>(i));
    sortActions(checklist, found);
    return found;
}

} // namespace sightline
