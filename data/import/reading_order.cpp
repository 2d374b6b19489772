#include "data/import/reading_order.h"

#include <algorithm>
#include <utility>

namespace sightline {

void putInReadingOrder(Checklist& checklist) {
    const auto byId = [](auto& rows) { std::ranges::stable_sort(rows, {}, [](const auto& row) { return row.id; }); };
    byId(checklist.roleHolders);
    byId(checklist.culture);
    byId(checklist.background);
    byId(checklist.lines);
    byId(checklist.kinds);
    byId(checklist.positions);
    byId(checklist.evidence);
    byId(checklist.actions);
    std::ranges::sort(checklist.scale, {}, &Opinion::rank);
    std::ranges::sort(checklist.elements, {}, &Element::number);
    std::ranges::stable_sort(checklist.links, {},
                             [](const EvidenceLink& link) { return std::pair(link.element, link.seat); });
}

} // namespace sightline
