#include "app/day_for.h"

#include "data/rules.h"

namespace sightline {

Day dayFor(const std::optional<Day>& asked, const Snapshot* snapshot, Day today) {
    if (asked) return *asked;
    if (snapshot != nullptr && snapshot->sample)
        if (const auto position = positionDay(snapshot->checklist)) return *position;
    return today;
}

} // namespace sightline
