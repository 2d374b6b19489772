#include "data/attention.h"

#include <algorithm>
#include <tuple>

#include "data/rules.h"

namespace sightline {

namespace {

constexpr int kNoReason = 4;

/// 0 asks most for attention. The scale's words are the council's; what they mean is told by their band.
int urgency(const Checklist& checklist, const Element& element, const ElementSummary& counts) {
    switch (opinionOf(checklist, element).colour) {
    case ColourRole::Poor: return 0;
    case ColourRole::Caution: return 1;
    case ColourRole::None: return 2;
    case ColourRole::Good:
    case ColourRole::Fair: break;
    }
    return counts.overdue > 0 ? 3 : kNoReason;
}

} // namespace

bool needsAttention(const Checklist& checklist, const Element& element, const ElementSummary& counts) {
    return urgency(checklist, element, counts) < kNoReason;
}

std::vector<int> elementsByAttention(const Checklist& checklist, const Summary& summary) {
    std::vector<std::tuple<int, int, int>> order;
    for (std::size_t i = 0; i < checklist.elements.size(); ++i) {
        const ElementSummary& counts = summary.elements[i];
        order.emplace_back(urgency(checklist, checklist.elements[i], counts), -counts.overdue,
                           checklist.elements[i].number);
    }
    std::ranges::sort(order);
    std::vector<int> numbers;
    numbers.reserve(order.size());
    for (const auto& [urgency, overdue, number] : order) numbers.push_back(number);
    return numbers;
}

} // namespace sightline
