#include "render/counted.h"

#include "data/attention.h"
#include "data/lists.h"

namespace sightline {

std::shared_ptr<const Counted> countedIn(const Checklist& checklist, Day asOf) {
    auto counted = std::make_shared<Counted>();
    counted->asOf = asOf;
    counted->summary = summarise(checklist, asOf);
    counted->elementsOf = elementsOfEvidence(checklist);
    counted->attention = elementsByAttention(checklist, counted->summary);
    for (std::size_t i = 0; i < checklist.elements.size(); ++i)
        if (needsAttention(checklist, checklist.elements[i], counted->summary.elements[i])) ++counted->needingAttention;
    return counted;
}

} // namespace sightline
